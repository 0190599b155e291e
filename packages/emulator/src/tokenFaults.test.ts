import { createRemoteJWKSet, customFetch, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { createEmulator } from './createEmulator.ts';
import { browserOf } from './testing/browser.ts';
import { callerOf } from './testing/caller.ts';

const api = 'https://api.example.com/';

function setUp() {
  const emulator = createEmulator();
  const caller = callerOf(emulator);
  const logIn = async () => {
    const { status, body } = await caller.login({ scope: 'openid email', audience: api });
    return { status, body, idToken: String(body.id_token), accessToken: String(body.access_token) };
  };
  const verify = (token: string) =>
    jwtVerify(
      token,
      createRemoteJWKSet(new URL('.well-known/jwks.json', emulator.issuer), {
        [customFetch]: emulator.fetch,
      }),
    );
  return { emulator, ...caller, logIn, verify };
}

describe('tokenFaults', () => {
  it.each([
    [{ iss: 'https://evil.example/' }],
    [{ aud: ['native', 'other'] }],
    [{ exp: 1 }],
    [{ sub: '' }],
    [{ nonce: 'not the one' }],
  ])('replace claims of ID tokens: %o', async (idToken) => {
    const { emulator, logIn } = setUp();
    emulator.setTenant({ tokenFaults: { idToken } });
    expect(decodeJwt((await logIn()).idToken)).toMatchObject(idToken);
  });

  it('leave claims out', async () => {
    const { emulator, logIn } = setUp();
    emulator.setTenant({ tokenFaults: { idToken: { exp: null }, accessToken: { sub: null } } });
    const { idToken, accessToken } = await logIn();
    expect(decodeJwt(idToken)).not.toHaveProperty('exp');
    expect(decodeJwt(accessToken)).not.toHaveProperty('sub');
  });

  it('change the header', async () => {
    const { emulator, logIn, verify } = setUp();
    emulator.setTenant({ tokenFaults: { header: { kid: null, alg: 'HS256' } } });
    const { idToken } = await logIn();
    expect(decodeProtectedHeader(idToken)).toEqual({ alg: 'HS256', typ: 'JWT' });
    await expect(verify(idToken)).rejects.toThrow('alg');
  });

  it('sign with a key that is not published, under the name of one that is', async () => {
    const { emulator, logIn, verify } = setUp();
    const right = decodeProtectedHeader((await logIn()).idToken);
    emulator.setTenant({ tokenFaults: { unpublishedKey: true } });
    const { idToken } = await logIn();
    expect(decodeProtectedHeader(idToken)).toEqual(right);
    await expect(verify(idToken)).rejects.toThrow('signature verification failed');
  });

  it('change the answer of the token endpoint', async () => {
    const { emulator, logIn } = setUp();
    const answer = { token_type: 'bearer', expires_in: null };
    emulator.setTenant({ tokenFaults: { answer, status: 201 } });
    const { status, body } = await logIn();
    expect(status).toBe(201);
    expect(body.token_type).toBe('bearer');
    expect(body).not.toHaveProperty('expires_in');
  });

  it('reach the tokens of /authorize, too', async () => {
    const { emulator } = setUp();
    const { authorize, ticketFor } = browserOf(emulator);
    emulator.setTenant({ tokenFaults: { idToken: { nonce: 'wrong', at_hash: null } } });
    const { parameters } = await authorize({
      login_ticket: await ticketFor(),
      response_type: 'token id_token',
      scope: 'openid',
      nonce: 'right',
    });
    const claims = decodeJwt(parameters.id_token ?? '');
    expect(claims.nonce).toBe('wrong');
    expect(claims).not.toHaveProperty('at_hash');
  });

  it('end when they are taken back, and with a reset', async () => {
    const { emulator, logIn, verify } = setUp();
    emulator.setTenant({ tokenFaults: { unpublishedKey: true } });
    emulator.setTenant({ tokenFaults: {} });
    await expect(verify((await logIn()).idToken)).resolves.toBeDefined();
    emulator.setTenant({ tokenFaults: { unpublishedKey: true } });
    emulator.reset();
    await expect(verify((await logIn()).idToken)).resolves.toBeDefined();
  });
});

const kidsOf = async ({ get }: ReturnType<typeof setUp>) => {
  const { keys } = (await get('/.well-known/jwks.json')).body;
  return Array.isArray(keys) ? keys.map(({ kid }: { kid: string }) => kid) : [];
};

describe('rotateKeys', () => {
  it('signs with a new key, while the older one still verifies', async () => {
    const caller = setUp();
    const { emulator, logIn, verify } = caller;
    const before = await logIn();
    const [first] = await kidsOf(caller);
    const kid = await emulator.rotateKeys();
    expect(await kidsOf(caller)).toEqual([kid, first]);
    const after = await logIn();
    expect(decodeProtectedHeader(after.idToken).kid).toBe(kid);
    await verify(before.idToken);
    await verify(after.idToken);
  });

  it('can revoke the older ones', async () => {
    const caller = setUp();
    const { post, logIn, verify } = caller;
    const before = await logIn();
    const { body } = await post('/_emulator/keys/rotate', { revokesPrevious: true });
    expect(await kidsOf(caller)).toEqual([body.kid]);
    await expect(verify(before.idToken)).rejects.toThrow('no applicable key');
    const bearer = { authorization: `Bearer ${before.accessToken}` };
    expect((await caller.get('/userinfo', bearer)).status).toBe(401);
  });

  it('goes back to the first key with a reset', async () => {
    const caller = setUp();
    const before = await kidsOf(caller);
    await caller.emulator.rotateKeys({ revokesPrevious: true });
    caller.emulator.reset();
    expect(await kidsOf(caller)).toEqual(before);
  });
});

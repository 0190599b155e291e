import { createRemoteJWKSet, customFetch, decodeProtectedHeader, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { createEmulator } from '../createEmulator.ts';
import { adasTry, callerOf, otherThan, otpGrant, phone } from '../testing/caller.ts';

const secret = 'web-secret-for-local-development-only';
const api = 'https://api.example.com/';

function setUp(options?: Parameters<typeof createEmulator>[0]) {
  const emulator = createEmulator(options);
  const caller = callerOf(emulator);
  const keys = createRemoteJWKSet(new URL('.well-known/jwks.json', emulator.issuer), {
    [customFetch]: emulator.fetch,
  });
  const verify = (token: unknown, audience: string) =>
    jwtVerify(String(token), keys, {
      audience,
      issuer: emulator.issuer,
      currentDate: new Date(emulator.clock.now()),
    });
  return { emulator, ...caller, verify };
}

const wrong = { error: 'invalid_grant', error_description: 'Wrong email or verification code.' };
const tooMany = {
  error: 'invalid_grant',
  error_description: "You've reached the maximum number of attempts. Please try to login again.",
};
const expired = {
  error: 'invalid_grant',
  error_description: 'The verification code has expired. Please try to login again.',
};

describe('POST /oauth/token with the passwordless grant', () => {
  it('gives an opaque access token for a code', async () => {
    const { login } = setUp();
    const { status, headers, body } = await login();
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^[0-9a-f]{48}$/),
      token_type: 'Bearer',
      expires_in: 86_400,
    });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('pragma')).toBe('no-cache');
  });

  it('takes a form as well as JSON', async () => {
    const { emulator, start, codeFor } = setUp();
    await start();
    const response = await emulator.fetch('http://localhost:4400/oauth/token', {
      method: 'POST',
      body: new URLSearchParams({ ...adasTry, otp: codeFor('ada@example.com') }),
    });
    expect(response.status).toBe(200);
  });

  it('gives an ID token that the published key verifies', async () => {
    const { login, verify } = setUp({ now: () => 1_700_000_000_500 });
    const { body } = await login({ scope: 'openid profile email' });
    const { payload, protectedHeader } = await verify(body.id_token, 'native');
    expect(protectedHeader).toEqual({
      alg: 'RS256',
      typ: 'JWT',
      kid: expect.stringMatching(/^[0-9a-f]{20}$/),
    });
    expect(payload).toEqual({
      iss: 'http://localhost:4400/',
      sub: expect.stringMatching(/^email\|[0-9a-f]{24}$/),
      aud: 'native',
      iat: 1_700_000_000,
      exp: 1_700_036_000,
      name: 'ada@example.com',
      nickname: 'ada',
      updated_at: '2023-11-14T22:13:20.500Z',
      email: 'ada@example.com',
      email_verified: true,
    });
    expect(body.scope).toBe('openid profile email');
  });

  it('puts only what the scopes name into the ID token', async () => {
    const { login, verify } = setUp();
    const { body } = await login({ scope: 'openid' });
    const { payload } = await verify(body.id_token, 'native');
    expect(Object.keys(payload).toSorted()).toEqual(['aud', 'exp', 'iat', 'iss', 'sub']);
  });

  it('signs a person in by SMS', async () => {
    const { start, token, codeFor, verify } = setUp();
    await start({ ...phone, email: undefined });
    const { body } = await token({
      realm: 'sms',
      username: '+14155550100',
      otp: codeFor('+14155550100'),
      scope: 'openid profile phone',
    });
    const { payload } = await verify(body.id_token, 'native');
    expect(payload).toMatchObject({
      sub: expect.stringMatching(/^sms\|[0-9a-f]{24}$/),
      name: '+14155550100',
      phone_number: '+14155550100',
      phone_number_verified: true,
    });
    expect(payload.email).toBeUndefined();
  });

  it('recognises a person, in whatever case the address is typed', async () => {
    const { start, token, codeFor, verify } = setUp();
    const subOf = async (email: string) => {
      await start({ email });
      const otp = codeFor(email);
      const { body } = await token({ username: email, otp, scope: 'openid' });
      return (await verify(body.id_token, 'native')).payload.sub;
    };
    const sub = await subOf('ada@example.com');
    expect(await subOf('ADA@Example.com')).toBe(sub);
    expect(await subOf('a.da@example.com')).not.toBe(sub);
  });

  describe('access token for an API', () => {
    it('is a JWT for the API and for /userinfo', async () => {
      const { login, verify } = setUp({ now: () => 1_700_000_000_000 });
      const { body } = await login({ audience: api, scope: 'openid email' });
      const { payload } = await verify(body.access_token, api);
      expect(payload).toEqual({
        iss: 'http://localhost:4400/',
        sub: expect.stringMatching(/^email\|/),
        aud: [api, 'http://localhost:4400/userinfo'],
        azp: 'native',
        scope: 'openid email',
        iat: 1_700_000_000,
        exp: 1_700_086_400,
      });
      expect(decodeProtectedHeader(String(body.access_token)).typ).toBe('JWT');
    });

    it('is for the API alone without openid', async () => {
      const { login, verify } = setUp();
      const { body } = await login({ audience: api });
      expect((await verify(body.access_token, api)).payload.aud).toBe(api);
      expect(body.id_token).toBeUndefined();
    });

    it('has those of the API’s scopes that were asked for', async () => {
      const audience = 'https://orders.example.com/';
      const { login } = setUp({
        apis: [{ audience, scopes: ['read:orders', 'buy'], allowOfflineAccess: false }],
      });
      const { body } = await login({ audience, scope: 'openid read:orders steal:orders' });
      expect(body.scope).toBe('openid read:orders');
    });

    it('is refused for an unknown API, and the code stays good', async () => {
      const { start, token, codeFor } = setUp();
      await start();
      const otp = codeFor('ada@example.com');
      const refused = await token({ otp, audience: 'https://nowhere.example/' });
      expect([refused.status, refused.body]).toEqual([
        403,
        {
          error: 'access_denied',
          error_description: 'Service not found: https://nowhere.example/',
        },
      ]);
      expect((await token({ otp })).status).toBe(200);
    });
  });

  describe('refresh token', () => {
    it('comes with offline_access', async () => {
      const { login } = setUp();
      const { body } = await login({ audience: api, scope: 'openid offline_access' });
      expect(body.refresh_token).toMatch(/^v1\.[0-9a-f]{64}$/);
      expect(body.scope).toBe('openid offline_access');
    });

    it('does not come when the API forbids it', async () => {
      const audience = 'https://orders.example.com/';
      const { login } = setUp({ apis: [{ audience, scopes: [], allowOfflineAccess: false }] });
      const { body } = await login({ audience, scope: 'openid offline_access' });
      expect(body.refresh_token).toBeUndefined();
      expect(body.scope).toBe('openid');
    });
  });

  describe('codes', () => {
    it('work once', async () => {
      const { start, token, codeFor } = setUp();
      await start();
      const otp = codeFor('ada@example.com');
      expect((await token({ otp })).status).toBe(200);
      const { status, body } = await token({ otp });
      expect([status, body]).toEqual([403, wrong]);
    });

    it('work only in their newest form', async () => {
      const { start, token, codeFor } = setUp({ codeLength: 12 });
      await start();
      const older = codeFor('ada@example.com');
      await start();
      const newer = codeFor('ada@example.com');
      expect((await token({ otp: older })).body).toEqual(wrong);
      expect((await token({ otp: newer })).status).toBe(200);
    });

    it('are dead after three wrong tries, even for the right code', async () => {
      const { start, token, codeFor } = setUp();
      await start();
      const right = codeFor('ada@example.com');
      const answers = [];
      for (const otp of [otherThan(right), otherThan(right), otherThan(right), right]) {
        // One after the other: the order is what is tested.
        const { status, body } = await token({ otp });
        answers.push([status, body]);
      }
      expect(answers).toEqual([
        [403, wrong],
        [403, wrong],
        [403, wrong],
        [403, tooMany],
      ]);
    });

    it('are replaced by a good one with a new start', async () => {
      const { start, token, codeFor } = setUp();
      await start();
      const otp = otherThan(codeFor('ada@example.com'));
      await Promise.all([token({ otp }), token({ otp }), token({ otp })]);
      expect((await token({ otp })).body).toEqual(tooMany);
      await start();
      expect((await token({ otp: codeFor('ada@example.com') })).status).toBe(200);
    });

    it('live three minutes', async () => {
      const { emulator, start, token, codeFor } = setUp({ now: () => 1_700_000_000_000 });
      await start();
      const otp = codeFor('ada@example.com');
      emulator.clock.advance(180);
      const { status, body } = await token({ otp });
      expect([status, body]).toEqual([403, expired]);

      await start();
      emulator.clock.advance(179.999);
      expect((await token({ otp: codeFor('ada@example.com') })).status).toBe(200);
    });

    it('live as long as the connection says', async () => {
      const { emulator, start, token, codeFor } = setUp({ codeLifetimeSeconds: 600 });
      await start();
      emulator.clock.advance(599);
      expect((await token({ otp: codeFor('ada@example.com') })).status).toBe(200);
    });

    it('belong to one person and one connection', async () => {
      const { start, token, codeFor } = setUp();
      await start();
      const otp = codeFor('ada@example.com');
      expect((await token({ username: 'eve@example.com', otp })).body).toEqual(wrong);
      expect((await token({ realm: 'sms', username: '+14155550100', otp })).body).toEqual({
        error: 'invalid_grant',
        error_description: 'Wrong phone number or verification code.',
      });
    });
  });

  describe('refusals', () => {
    it.each([
      [{ grant_type: undefined }, 'Missing required parameter: grant_type'],
      [{ client_id: undefined }, 'Missing required parameter: client_id'],
      [{ username: undefined }, 'Missing required parameter: username'],
      [{ otp: undefined }, 'Missing required parameter: otp'],
      [{ realm: undefined }, 'Missing required parameter: realm'],
      [{ realm: 'ldap' }, 'Unknown realm ldap.'],
    ])('%o: 400 invalid_request', async (fields, description) => {
      const { token } = setUp();
      const { status, body } = await token({ otp: '123456', ...fields });
      expect([status, body]).toEqual([
        400,
        { error: 'invalid_request', error_description: description },
      ]);
    });

    it('a body that is neither JSON nor a form: 400', async () => {
      const { emulator } = setUp();
      const response = await emulator.fetch('http://localhost:4400/oauth/token', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: 'otp=123456',
      });
      expect(response.status).toBe(400);
    });

    it('an unknown grant: 400 unsupported_grant_type', async () => {
      const { token } = setUp();
      const { status, body } = await token({ grant_type: 'urn:example:telepathy' });
      expect([status, body]).toEqual([
        400,
        { error: 'unsupported_grant_type', error_description: 'Grant type not supported' },
      ]);
    });

    const notAllowed = {
      error: 'unauthorized_client',
      error_description: `Grant type '${otpGrant}' not allowed for the client.`,
      error_uri: 'https://auth0.com/docs/clients/client-grant-types',
    };

    it('the passwordless grant for an application of type SPA: 403', async () => {
      const { token } = setUp({
        applications: [
          {
            clientId: 'hopeful-spa',
            name: 'Hopeful',
            type: 'spa',
            grantTypes: [otpGrant],
            callbacks: [],
            allowedOrigins: [],
          },
        ],
      });
      for (const client_id of ['spa', 'hopeful-spa']) {
        const { status, body } = await token({ client_id, otp: '123456' });
        expect([status, body]).toEqual([403, notAllowed]);
      }
    });

    it('the grant for an application that has it switched off: 403', async () => {
      const { token } = setUp({
        applications: [
          {
            clientId: 'shop',
            name: 'Shop',
            type: 'native',
            grantTypes: ['refresh_token'],
            callbacks: [],
            allowedOrigins: [],
          },
        ],
      });
      const { status, body } = await token({ client_id: 'shop', otp: '123456' });
      expect([status, body]).toEqual([403, notAllowed]);
    });

    it.each([
      { client_id: 'nobody' },
      { client_id: 'web' },
      { client_id: 'web', client_secret: 'guess' },
    ])('%o: 401 invalid_client', async (fields) => {
      const { start, token, codeFor } = setUp();
      await start();
      const otp = codeFor('ada@example.com');
      const { status, body } = await token({ otp, ...fields });
      expect([status, body]).toEqual([
        401,
        { error: 'invalid_client', error_description: 'Client authentication failed' },
      ]);
      expect((await token({ otp })).status).toBe(200);
    });
  });

  it('takes the secret of a confidential application', async () => {
    const { login, verify } = setUp();
    const { body } = await login({ client_id: 'web', client_secret: secret, scope: 'openid' });
    expect((await verify(body.id_token, 'web')).payload.aud).toBe('web');
  });
});

// What somebody who holds a cookie, or can plant one, may try with it.
import { base64url, CompactEncrypt, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { cookieSecret, email, loginServer } from './testing/loginServer.ts';

const name = '__Host-passwordless';
const bytes = (text: string) => new TextEncoder().encode(text);

/** Somebody signed in, and what the handler makes of other cookies in the same browser. */
async function signedIn(options: Parameters<typeof loginServer>[0] = {}) {
  const server = loginServer(options);
  await server.login();
  const cookie = server.jar.cookies.get(name) ?? '';
  const userOf = async (header: string) => {
    const request = server.requestOf('/', { headers: { cookie: header } });
    const { session } = await server.handler.getSession(request);
    const { accessToken } = await server.handler.getAccessToken(request);
    return session === null && accessToken === null ? null : session?.user.email;
  };
  return { ...server, cookie, userOf };
}

/** A text with one bit of one of its bytes turned. */
function flipped(text: string, at: number): string {
  const part = base64url.decode(text);
  part[at] = (part[at] ?? 0) ^ 1;
  return base64url.encode(part);
}

describe('a cookie', () => {
  it('with one bit turned anywhere, in any part, is none', async () => {
    const { cookie, userOf } = await signedIn();
    expect(await userOf(`${name}=${cookie}`)).toBe(email.email);
    const parts = cookie.split('.');
    // Header, initialization vector, ciphertext, tag; `dir` has no encrypted key.
    expect(parts.map((part) => part.length > 0)).toEqual([true, false, true, true, true]);
    for (const index of [0, 2, 3, 4]) {
      const part = parts[index] ?? '';
      const length = base64url.decode(part).length;
      for (const at of [0, Math.floor(length / 2), length - 1]) {
        const changed = parts.with(index, flipped(part, at)).join('.');
        expect([index, at, await userOf(`${name}=${changed}`)]).toEqual([index, at, null]);
      }
    }
  });

  it.each<[string, (parts: string[]) => string[]]>([
    ['no tag', (parts) => parts.with(4, '')],
    ['a shorter tag', (parts) => parts.with(4, (parts[4] ?? '').slice(0, 6))],
    ['an encrypted key', (parts) => parts.with(1, 'AAAA')],
    ['a part too many', (parts) => [...parts, 'AAAA']],
    ['a part too few', (parts) => parts.slice(0, 4)],
    ['no ciphertext', (parts) => parts.with(3, '')],
    ...(
      [
        { alg: 'none', enc: 'A256GCM' },
        { alg: 'dir', enc: 'A128GCM' },
        { alg: 'dir', enc: 'A256CBC-HS512' },
        { alg: 'PBES2-HS256+A128KW', enc: 'A256GCM', p2c: 1_000_000_000, p2s: 'AAAA' },
        { alg: 'A256KW', enc: 'A256GCM' },
        { alg: 'dir', enc: 'A256GCM', zip: 'DEF' },
        { alg: 'dir', enc: 'A256GCM', crit: ['x'], x: 1 },
      ] as const
    ).map((header): [string, (parts: string[]) => string[]] => [
      `the header ${JSON.stringify(header)}`,
      (parts) => parts.with(0, base64url.encode(JSON.stringify(header))),
    ]),
  ])('with %s is none', async (_, change) => {
    const { cookie, userOf } = await signedIn();
    expect(await userOf(`${name}=${change(cookie.split('.')).join('.')}`)).toBeNull();
  });

  it('that somebody has made without the secret is none', async () => {
    const { userOf } = await signedIn();
    const forged = {
      version: 1,
      user: { id: 'email|1', email: 'ana@example.com' },
      tokens: { accessToken: 'x', expiresAt: null, tokenType: 'Bearer', scope: 'openid' },
      startedAt: Date.now(),
      sealedAt: Date.now(),
    };
    // The secret as it is, guessed keys, and no key at all.
    const keys = [bytes(cookieSecret).slice(0, 32), new Uint8Array(32)];
    const sealed = await Promise.all(
      keys.map((key) =>
        new CompactEncrypt(bytes(JSON.stringify(forged)))
          .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
          .encrypt(key),
      ),
    );
    const plain = [
      new UnsecuredJWT(forged).encode(),
      base64url.encode(JSON.stringify(forged)),
      JSON.stringify(forged),
    ];
    for (const value of [...sealed, ...plain]) {
      expect(await userOf(`${name}=${value}`)).toBeNull();
    }
  });

  it('for another purpose is no session', async () => {
    const { emulator, login, userOf } = await signedIn();
    emulator.setUser(email.email, { mfa: true });
    const { error } = Object(await (await login()).json());
    expect(error.mfa.token.split('.')).toHaveLength(5);
    expect(await userOf(`${name}=${error.mfa.token}`)).toBeNull();
  });

  it('for a session is no second factor', async () => {
    const { cookie, handler } = await signedIn();
    expect(await handler.openMfaToken(cookie)).toBeNull();
  });

  it.each([
    ['without the prefix', 'passwordless='],
    ['in other letters', '__host-passwordless='],
    ['of a name that begins as ours', '__Host-passwordlessx='],
    ['in quotes', `${name}="`],
  ])('%s does not stand for ours', async (_, before) => {
    const { cookie, userOf } = await signedIn();
    expect(await userOf(`${before}${cookie}${before.endsWith('"') ? '"' : ''}`)).toBeNull();
  });

  it('that is there twice counts as the last of them, and the two are never mixed', async () => {
    const { cookie, userOf } = await signedIn();
    expect(await userOf(`${name}=planted; ${name}=${cookie}`)).toBe(email.email);
    expect(await userOf(`${name}=${cookie}; ${name}=planted`)).toBeNull();
  });

  it.each(['x'.repeat(100_000), '='.repeat(1000), ';'.repeat(1000), 'é', ''])(
    'that is nonsense is none (%#)',
    async (value) => {
      const { userOf } = await signedIn();
      expect(await userOf(`${name}=${value}`)).toBeNull();
    },
  );
});

describe('a cookie in chunks', () => {
  async function large() {
    const server = await signedIn({
      scope: 'openid email offline_access',
      audience: 'https://api.example.com/',
    });
    const tokens = {
      accessToken: 'x'.repeat(9000),
      idToken: await idTokenOf(server),
      refreshToken: undefined,
      expiresAt: null,
      tokenType: 'Bearer' as const,
      scope: 'openid',
    };
    server.jar.store(await server.handler.signIn(server.requestOf('/'), tokens));
    return { ...server, chunks: [...server.jar.cookies] };
  }
  const header = (chunks: readonly (readonly [string, string])[]) =>
    chunks.map((pair) => pair.join('=')).join('; ');

  it('is read in any order, and in no other arrangement', async () => {
    const { chunks, userOf } = await large();
    expect(chunks.length).toBeGreaterThan(2);
    expect(await userOf(header(chunks.toReversed()))).toBe(email.email);
    const [first, second, third, ...rest] = chunks;
    if (!first || !second || !third) throw new Error('Unreachable.');
    const swapped = [first, [second[0], third[1]], [third[0], second[1]], ...rest] as const;
    const arrangements = {
      swapped,
      withoutFirst: chunks.slice(1),
      withoutMiddle: [first, third, ...rest],
      withoutLast: chunks.slice(0, -1),
      withOneMore: [...chunks, [`${name}.${chunks.length}`, 'AAAA'] as const],
      twice: [...chunks, [first[0], second[1]] as const],
    };
    for (const [title, arrangement] of Object.entries(arrangements)) {
      expect([title, await userOf(header(arrangement))]).toEqual([title, null]);
    }
  });

  it('leaves nothing after the logout, also of chunks that somebody has planted', async () => {
    const { browser, jar } = await large();
    jar.cookies.set(`${name}.17`, 'planted');
    await browser('/passwordless/logout', { method: 'POST' });
    expect([...jar.cookies]).toEqual([]);
  });

  it('of a thousand planted ones is no work without end', async () => {
    const { userOf, cookie } = await signedIn();
    const planted = Array.from({ length: 1000 }, (_, index) => `${name}.${index + 1}=AAAA`);
    expect(await userOf([`${name}=${cookie}`, ...planted].join('; '))).toBeNull();
  });
});

describe('an old cookie', () => {
  const offline = { scope: 'openid email offline_access', audience: 'https://api.example.com/' };

  it('of before a refresh is found out when it is used: Auth0 ends all that came of it', async () => {
    const server = await signedIn(offline);
    server.emulator.setApplication('web', {
      refreshTokenRotation: true,
      refreshTokenLeewaySeconds: 0,
    });
    server.emulator.setTenant({ accessTokenLifetimeSeconds: 600 });
    await server.login();
    const stolen = server.jar.header();
    const tokenOf = async (cookie: string) => {
      const request = server.requestOf('/', { headers: { cookie } });
      const { accessToken, setCookies } = await server.handler.getAccessToken(request);
      return { accessToken, setCookies };
    };
    server.emulator.clock.advance(600);
    server.jar.store((await tokenOf(server.jar.header())).setCookies);
    server.emulator.clock.advance(600);
    // The thief gets nothing, and the owner has to log in again.
    expect((await tokenOf(stolen)).accessToken).toBeNull();
    expect((await tokenOf(server.jar.header())).accessToken).toBeNull();
  });

  it('of before the logout says who it was until its end, and gets no new token', async () => {
    const { emulator, browser, cookie, userOf } = await signedIn({
      ...offline,
      session: { rollingSeconds: 1000 },
    });
    await browser('/passwordless/logout', { method: 'POST' });
    expect(await userOf(`${name}=${cookie}`)).toBe(email.email);
    emulator.clock.advance(1001);
    expect(await userOf(`${name}=${cookie}`)).toBeNull();
  });

  it('is not made younger by a new clock at the browser: its end is in it', async () => {
    const { emulator, cookie, userOf } = await signedIn({ session: { absoluteSeconds: 100 } });
    emulator.clock.advance(101);
    expect(await userOf(`${name}=${cookie}; Max-Age=999999`)).toBeNull();
  });
});

/** An ID token for `web`, as Auth0 gives it to the handler. */
async function idTokenOf({ emulator, newestCode, post }: ReturnType<typeof loginServer>) {
  await post('start', email);
  const response = await emulator.fetch('http://localhost:4400/oauth/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'http://auth0.com/oauth/grant-type/passwordless/otp',
      client_id: 'web',
      client_secret: 'web-secret-for-local-development-only',
      username: email.email,
      realm: 'email',
      otp: newestCode(),
      scope: 'openid email',
    }),
  });
  const body: unknown = await response.json();
  return String(Object(body).id_token);
}

import { PasswordlessError } from '@auth0-passwordless/core';
import { describe, expect, it, vi } from 'vitest';
import { createPasswordlessHandler } from './passwordlessHandler.ts';
import type { Login, PasswordlessHandlerOptions } from './handlerOptions.ts';
import { clientSecret, cookieSecret, email, loginServer } from './testing/loginServer.ts';

const startPath = '/passwordless/start';
const tokenPath = '/oauth/token';

/** All that a browser, or somebody between, could read of an answer. */
async function seen(response: Response): Promise<string> {
  return JSON.stringify([...response.headers]) + (await response.text());
}
const statusAndBody = async (response: Response) => ({
  status: response.status,
  headers: [...response.headers],
  body: await response.text(),
});
const codeOf = async (response: Response) => {
  const body: unknown = await response.json();
  return Object(body).error?.code;
};

describe('options', () => {
  const good = { domain: 'example.eu.auth0.com', clientId: 'web', clientSecret, cookieSecret };
  const thrownBy = (wrong: object) => {
    try {
      createPasswordlessHandler({ ...good, ...wrong });
    } catch (error) {
      return String(error);
    }
    return 'nothing';
  };

  it.each<[string, object, RegExp]>([
    ['a short cookie secret', { cookieSecret: 'short' }, /cookieSecret.*5 bytes.*openssl rand/],
    ['one short secret of several', { cookieSecret: [cookieSecret, 'short'] }, /cookieSecret/],
    ['no cookie secret', { cookieSecret: undefined }, /cookieSecret/],
    ['an empty list of secrets', { cookieSecret: [] }, /cookieSecret/],
    ['no client ID', { clientId: '' }, /clientId.*copy it/],
    ['no client secret', { clientSecret: undefined }, /clientSecret.*copy it/],
    ['an address as the domain', { domain: 'https://example.eu.auth0.com/' }, /domain/],
    ['a base path with a slash at the end', { basePath: '/login/' }, /basePath.*like/],
    ['a scope without openid', { scope: 'profile' }, /scope.*openid.*add it/],
    ['a cookie name that is none', { session: { cookieName: 'a b' } }, /cookieName/],
    ['a lifetime of nothing', { session: { rollingSeconds: 0 } }, /rollingSeconds/],
    ['an origin with a path', { origins: ['https://a.example/x'] }, /origins.*scheme, host/],
    ['no hops', { trustedProxy: { hops: 0 } }, /trustedProxy.hops/],
    ['a limit of nothing', { limits: { start: { perIp: { count: 0, seconds: 1 } } } }, /limits/],
    ['a database without its name', { mode: 'database' }, /connection/],
  ])('refuses %s and names the fix', (_, wrong, message) => {
    expect(thrownBy(wrong)).toMatch(message);
  });

  it('holds no secret in a message', () => {
    expect(thrownBy({ cookieSecret: 'a-short-secret' })).not.toContain('a-short-secret');
  });
});

describe('start', () => {
  it('sends a code with the secret of the application', async () => {
    const { emulator, post } = loginServer();
    const response = await post('start', email);
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect(emulator.outbox.messages()).toMatchObject([{ to: email.email, send: 'code' }]);
    expect(emulator.requests()[0]?.body).toHaveProperty('client_secret');
  });

  it('answers 204 for known and unknown identifiers alike', async () => {
    const { emulator, post } = loginServer(
      {},
      { users: [{ email: 'known@example.com' }, { email: 'blocked@example.com', blocked: true }] },
    );
    emulator.setTenant({ disableSignups: true, tellsBlockedUsers: true });
    const answers = [];
    for (const address of ['known', 'unknown', 'blocked']) {
      const response = await post('start', { ...email, email: `${address}@example.com` });
      answers.push(await statusAndBody(response));
    }
    expect(answers[0]?.status).toBe(204);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(emulator.outbox.messages()).toHaveLength(1);
  });

  it('asks Auth0 once for known and unknown identifiers alike', async () => {
    const { emulator, post } = loginServer({}, { users: [{ email: 'known@example.com' }] });
    emulator.setTenant({ disableSignups: true });
    await post('start', { ...email, email: 'known@example.com' });
    await post('start', email);
    expect(emulator.requests().map(({ path }) => path)).toEqual([startPath, startPath]);
  });

  const forwarded = ({ emulator }: ReturnType<typeof loginServer>) =>
    emulator.requests().at(-1)?.headers['auth0-forwarded-for'];
  const spoofed = { 'x-forwarded-for': '6.6.6.6', 'auth0-forwarded-for': '6.6.6.6' };

  it('forwards the end-user IP from a trusted proxy and ignores a spoofed one', async () => {
    const server = loginServer({ trustedProxy: { isTrusted: (peer) => peer === '203.0.113.7' } });
    await server.post('start', email, {
      ...spoofed,
      'x-forwarded-for': '6.6.6.6, 198.51.100.9',
    });
    expect(forwarded(server)).toBe('198.51.100.9');
  });

  it.each<[string, Partial<PasswordlessHandlerOptions>]>([
    ['without a proxy', {}],
    ['from a connection that is not the proxy’s', { trustedProxy: { isTrusted: () => false } }],
  ])('ignores what headers say of the IP %s, and forwards the connection’s', async (_, options) => {
    const server = loginServer(options);
    await server.post('start', email, spoofed);
    expect(forwarded(server)).toBe('203.0.113.7');
  });

  it('forwards no IP that is none', async () => {
    const server = loginServer({ trustedProxy: {} });
    const response = await server.post('start', email, { 'x-forwarded-for': 'evil\tvalue' });
    expect([response.status, forwarded(server)]).toEqual([204, undefined]);
  });

  it.each<[string, object]>([
    ['a link', { send: 'link' }],
    ['a language that is none', { language: 'en\r\nx: y' }],
    ['a captcha that is no text', { captcha: {} }],
    ['no connection', { connection: 'fax' }],
  ])('refuses %s with 400, and asks Auth0 nothing', async (_, wrong) => {
    const { emulator, post } = loginServer();
    const response = await post('start', { ...email, ...wrong });
    const { error } = Object(await response.json());
    expect([response.status, error.code]).toEqual([400, 'misconfigured']);
    expect(error.setupHint.cause).toContain('In the body');
    expect(emulator.requests()).toEqual([]);
  });

  it.each(['', 'ana', 'ana@example.com ', 42, null, ['ana@example.com'], '+14155550100'])(
    'refuses the address %j with invalid_identifier',
    async (address) => {
      const { post } = loginServer();
      const response = await post('start', { connection: 'email', email: address });
      expect([response.status, await codeOf(response)]).toEqual([400, 'invalid_identifier']);
    },
  );

  it('passes on what it knows, and no other member', async () => {
    const { emulator, post } = loginServer();
    await post('start', { ...email, authParams: { redirect_uri: 'https://evil.example' }, x: 1 });
    expect(emulator.requests()[0]?.body).toEqual({
      client_id: 'web',
      client_secret: expect.any(String),
      connection: 'email',
      email: email.email,
      send: 'code',
    });
  });
});

describe('exchange', () => {
  it('gives a cookie that no script can read, and no token', async () => {
    const { login } = loginServer();
    const response = await login();
    expect([response.status, await response.text()]).toEqual([204, '']);
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(
      /^__Host-passwordless=[\w-]+\.\.[\w.-]+; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('sends the secret of the application, and the IP', async () => {
    const { emulator, login } = loginServer();
    await login();
    const { path, body, headers } = emulator.requests().at(-1) ?? {};
    expect(path).toBe(tokenPath);
    expect(body).toHaveProperty('client_secret');
    expect(headers?.['auth0-forwarded-for']).toBe('203.0.113.7');
  });

  it('gives tokens to onAuthenticated and returns only what it returns', async () => {
    const onAuthenticated = vi.fn(() => ({ next: '/home' }));
    const { login } = loginServer({ onAuthenticated });
    const response = await login();
    expect([response.status, await response.json()]).toEqual([200, { next: '/home' }]);
    expect(onAuthenticated).toHaveBeenCalledExactlyOnceWith(
      {
        user: expect.objectContaining({ email: email.email }),
        tokens: expect.objectContaining({ accessToken: expect.any(String) }),
      },
      expect.any(Request),
    );
  });

  it('begins no session when onAuthenticated refuses', async () => {
    const { login, jar } = loginServer({
      onAuthenticated: () => {
        throw new PasswordlessError('access_denied');
      },
    });
    const response = await login();
    expect([response.status, await codeOf(response)]).toEqual([403, 'access_denied']);
    expect(jar.cookies.size).toBe(0);
  });

  it('answers 500 when onAuthenticated breaks, and tells onError why', async () => {
    const onError = vi.fn();
    const { login } = loginServer({
      onError,
      onAuthenticated: () => Promise.reject(new Error('The database is gone.')),
    });
    const response = await login();
    expect(response.status).toBe(500);
    expect(await seen(response)).not.toContain('database');
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ cause: new Error('The database is gone.') });
  });

  it('answers although onError breaks', async () => {
    const { post } = loginServer({
      onError: () => {
        throw new Error('No log.');
      },
    });
    expect((await post('exchange', { ...email, code: '1234' })).status).toBe(403);
  });

  it('begins no session with an ID token of another application', async () => {
    const { emulator, login, jar } = loginServer();
    emulator.setTenant({ tokenFaults: { idToken: { aud: 'other' } } });
    expect((await login()).status).toBe(502);
    expect(jar.cookies.size).toBe(0);
  });

  it('hands a second factor to onMfaRequired, and to the browser a sealed token', async () => {
    const onMfaRequired = vi.fn();
    const { emulator, handler, login } = loginServer({ onMfaRequired });
    emulator.setUser(email.email, { mfa: true });
    const response = await login();
    const { error } = Object(await response.json());
    const { token } = onMfaRequired.mock.calls[0]?.[0] ?? {};
    expect(error).toMatchObject({ code: 'mfa_required', mfa: { factors: ['otp'] } });
    expect(error.mfa.token).not.toContain(token);
    expect(await handler.openMfaToken(error.mfa.token)).toBe(token);
    expect(await handler.openMfaToken(`${error.mfa.token}x`)).toBeNull();
    emulator.clock.advance(601);
    expect(await handler.openMfaToken(error.mfa.token)).toBeNull();
  });

  it.each([startPath, tokenPath])(
    '%s: passes Retry-After and the headers of a 429 through',
    async (path) => {
      const { emulator, post } = loginServer();
      const headers = {
        'retry-after': '77',
        'x-ratelimit-limit': '50',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '2000000000',
      };
      emulator.failNext({ path, status: 429, body: { error: 'too_many_requests' }, headers });
      const response = await post(path === startPath ? 'start' : 'exchange', {
        ...email,
        code: '1234',
      });
      expect(response.status).toBe(429);
      expect(Object.fromEntries(response.headers)).toMatchObject(headers);
    },
  );
});

describe('guards', () => {
  it('rejects a foreign Origin, a form content type, a 100 kB body and GET, each with its own status', async () => {
    const { emulator, handler, post, requestOf } = loginServer();
    const responses = [
      await post('start', email, { origin: 'https://evil.example' }),
      await post('start', 'email=a', { 'content-type': 'application/x-www-form-urlencoded' }),
      await post('start', { ...email, padding: 'x'.repeat(100_000) }),
      await handler(requestOf('/passwordless/start')),
      await post('start', '{'),
      await post('nowhere', email),
    ];
    expect(responses.map(({ status }) => status)).toEqual([403, 415, 413, 405, 400, 404]);
    expect(responses[3]?.headers.get('allow')).toBe('POST');
    const codes = await Promise.all(responses.map(codeOf));
    expect(new Set(codes)).toEqual(new Set(['misconfigured']));
    expect(emulator.requests()).toEqual([]);
  });

  it('stops reading a body without a length at the limit', async () => {
    const { handler, requestOf } = loginServer();
    let chunks = 0;
    const body = new ReadableStream({
      pull(controller) {
        chunks += 1;
        controller.enqueue(new Uint8Array(1024).fill(32));
      },
    });
    const headers = { 'content-type': 'application/json' };
    // TypeScript's DOM has no `duplex` yet.
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    expect((await handler(requestOf('/passwordless/start', init))).status).toBe(413);
    expect(chunks).toBeLessThan(20);
  });

  it.each(['[]', '"text"', 'null', '1', '', '{"a":', '\u0000'])(
    'rejects the body %j',
    async (body) => {
      const { post } = loginServer();
      expect((await post('exchange', body)).status).toBe(400);
    },
  );

  it.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another subdomain', { 'sec-fetch-site': 'same-site' }],
    ['a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['a page whose origin begins as ours', { origin: 'https://app.example.com.evil.example' }],
    ['another port', { origin: 'https://app.example.com:8443' }],
  ])('refuses posts of %s, the logout among them', async (_, headers) => {
    const { handler, requestOf, post } = loginServer();
    expect((await post('exchange', { ...email, code: '1234' }, headers)).status).toBe(403);
    const logout = requestOf('/passwordless/logout', { method: 'POST', headers });
    expect((await handler(logout)).status).toBe(403);
  });

  it('refuses a post that says nothing of where it is from', async () => {
    const { handler } = loginServer();
    const request = new Request('https://app.example.com/passwordless/start', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(email),
    });
    expect((await handler(request)).status).toBe(403);
  });

  it('takes the origins it is told, and then no other', async () => {
    const { post } = loginServer({ origins: ['https://www.example.com'] });
    const told = { origin: 'https://www.example.com', 'sec-fetch-site': 'same-site' };
    expect((await post('start', email, told)).status).toBe(204);
    expect((await post('start', email)).status).toBe(403);
  });

  it('never echoes the client secret, the code or a token in any failure response', async () => {
    const errors: unknown[] = [];
    const { emulator, post, newestCode } = loginServer({ onError: (error) => errors.push(error) });
    await post('start', email);
    const code = newestCode();
    const echo = `${clientSecret} ${code}`;
    const bodies = [
      { error: 'invalid_grant', error_description: echo },
      { error: 'unauthorized_client', error_description: echo },
      { error: echo },
      `<h1>${echo}</h1>`,
      { access_token: '' },
    ];
    for (const [index, body] of bodies.entries()) {
      emulator.failNext({ path: tokenPath, status: index === 4 ? 200 : 400 + index, body });
      const text = await seen(await post('exchange', { ...email, code }));
      expect(text).not.toContain(code);
      expect(text).not.toContain(clientSecret);
    }
    expect(errors).toHaveLength(5);
    for (const error of errors.filter((each) => each instanceof Error)) {
      const text = `${error.message} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`;
      expect(text).not.toContain(code);
      expect(text).not.toContain(clientSecret);
    }
  });
});

describe('limits', () => {
  const one = { count: 1, seconds: 60 };
  const many = { count: 1000, seconds: 60 };

  it.each(['start', 'exchange'])(
    '%s: is limited per identifier, with Retry-After',
    async (path) => {
      const limits = { [path]: { perIdentifier: one, perIp: many } };
      const { emulator, post } = loginServer({ limits });
      await post(path, { ...email, code: '1234' });
      const calls = emulator.requests().length;
      const response = await post(path, { ...email, email: 'Ana@example.com', code: '1234' });
      expect([response.status, await codeOf(response)]).toEqual([429, 'rate_limited']);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Number(response.headers.get('retry-after'))).toBeLessThanOrEqual(60);
      expect(emulator.requests()).toHaveLength(calls);
    },
  );

  it('is limited per IP, and then does not count for the identifier', async () => {
    const { handler, requestOf } = loginServer({
      limits: { start: { perIp: one, perIdentifier: one } },
    });
    const start = async (ip: string, address: string) => {
      const body = JSON.stringify({ ...email, email: address });
      const headers = { 'content-type': 'application/json' };
      const init = { method: 'POST', headers, body };
      return (await handler(requestOf('/passwordless/start', init), { ip })).status;
    };
    expect(await start('198.51.100.1', 'one@example.com')).toBe(204);
    expect(await start('198.51.100.1', 'two@example.com')).toBe(429);
    expect(await start('198.51.100.2', 'two@example.com')).toBe(204);
    expect(await start('2001:db8::1', 'three@example.com')).toBe(204);
    expect(await start('2001:db8::2:1', 'four@example.com')).toBe(429);
    expect(await start('2001:db8:0:1::1', 'four@example.com')).toBe(204);
  });
});

describe('session', () => {
  const sessionOf = async ({ browser }: ReturnType<typeof loginServer>) => {
    const response = await browser('/passwordless/session');
    const body: unknown = await response.json();
    return Object(body);
  };

  it('says who is signed in, without a token', async () => {
    const server = loginServer();
    expect(await sessionOf(server)).toEqual({ user: null });
    await server.login();
    const { user, expiresAt } = await sessionOf(server);
    expect(user).toMatchObject({ id: expect.stringMatching(/^email\|/), email: email.email });
    expect(Math.abs(expiresAt - server.emulator.clock.now() - 86_400_000)).toBeLessThan(5000);
    expect(JSON.stringify(user)).not.toMatch(/eyJ/);
  });

  it.each<[string, (cookie: string) => string]>([
    ['tampered with', (cookie) => cookie.replace(/.(.)$/, 'A$1')],
    ['cut', (cookie) => cookie.slice(0, -20)],
    ['garbage', () => '%%%'],
    ['of another key', (cookie) => cookie.replace(/^[^.]+/, 'eyJhbGciOiJub25lIn0')],
  ])('counts a cookie that is %s as signed out', async (_, change) => {
    const server = loginServer();
    await server.login();
    for (const [name, value] of server.jar.cookies) server.jar.cookies.set(name, change(value));
    expect(await sessionOf(server)).toEqual({ user: null });
    expect(await server.handler.getAccessToken(server.requestOf('/'))).toEqual({
      accessToken: null,
      setCookies: [],
    });
  });

  it('opens cookies of an older secret, and those of a removed one no more', async () => {
    const old = loginServer();
    await old.login();
    const next = 'another-secret-for-tests-of-more-than-32-bytes';
    const rotated = loginServer({ cookieSecret: [next, cookieSecret] });
    const removed = loginServer({ cookieSecret: next });
    const request = old.requestOf('/');
    expect((await rotated.handler.getSession(request)).session?.user.email).toBe(email.email);
    expect((await removed.handler.getSession(request)).session).toBeNull();
  });

  it('rolls with its use, and ends for good at the absolute end', async () => {
    const server = loginServer({ session: { rollingSeconds: 1000, absoluteSeconds: 2500 } });
    await server.login();
    const stillIn = async (seconds: number) => {
      server.emulator.clock.advance(seconds);
      return (await sessionOf(server)).user !== null;
    };
    expect([
      await stillIn(900),
      await stillIn(900),
      await stillIn(600),
      await stillIn(101),
    ]).toEqual([true, true, true, false]);
  });

  it('ends when it is not used', async () => {
    const server = loginServer({ session: { rollingSeconds: 1000 } });
    await server.login();
    server.emulator.clock.advance(1001);
    expect(await sessionOf(server)).toEqual({ user: null });
  });

  it('is in several cookies when it is large, and leaves none behind', async () => {
    const onAuthenticated = vi.fn<(login: Login) => void>();
    const server = loginServer({ onAuthenticated });
    await server.login();
    const tokens = onAuthenticated.mock.calls[0]?.[0].tokens;
    if (!tokens) throw new Error('Nobody signed in.');
    const large = { ...tokens, accessToken: 'x'.repeat(9000) };
    server.jar.store(await server.handler.signIn(server.requestOf('/'), large));
    expect([...server.jar.cookies.keys()]).toEqual(
      [0, 1, 2, 3].map((index) =>
        index === 0 ? '__Host-passwordless' : `__Host-passwordless.${index}`,
      ),
    );
    for (const [name, value] of server.jar.cookies)
      expect(name.length + value.length).toBeLessThan(4000);
    const { accessToken } = await server.handler.getAccessToken(server.requestOf('/'));
    expect(accessToken).toBe(large.accessToken);
    server.jar.store(await server.handler.signIn(server.requestOf('/'), tokens));
    expect([...server.jar.cookies.keys()]).toEqual(['__Host-passwordless']);
  });

  it.each<[string, string, Partial<PasswordlessHandlerOptions>, boolean]>([
    ['http on localhost', 'http://localhost:3000', {}, false],
    ['http elsewhere', 'http://app.example.com', {}, true],
    ['https on localhost', 'https://localhost:3000', {}, true],
    [
      'a proxy that rewrites the host',
      'http://localhost:3000',
      { origins: ['https://a.example'] },
      true,
    ],
  ])('over %s', async (_, origin, options, isSecure) => {
    const server = loginServer({ origin, ...options });
    const own = { origin: options.origins?.[0] ?? origin };
    await server.post('start', email, own);
    const response = await server.post('exchange', { ...email, code: server.newestCode() }, own);
    const [cookie = ''] = response.headers.getSetCookie();
    expect([cookie.startsWith('__Host-'), cookie.endsWith('; Secure')]).toEqual([
      isSecure,
      isSecure,
    ]);
  });

  it('logout: clears the cookies and revokes the refresh token', async () => {
    const server = loginServer(offline);
    await server.login();
    const stolen = new Map(server.jar.cookies);
    const response = await server.browser('/passwordless/logout', { method: 'POST' });
    expect(response.status).toBe(204);
    expect(server.jar.cookies.size).toBe(0);
    expect(server.emulator.requests().at(-1)?.path).toBe('/oauth/revoke');

    // Stateless, as documented: a copy says who it was until its end, but gets no new token.
    for (const [name, value] of stolen) server.jar.cookies.set(name, value);
    expect((await sessionOf(server)).user).not.toBeNull();
    server.emulator.clock.advance(3600 * 23.9);
    await sessionOf(server);
    server.emulator.clock.advance(3600);
    expect(await server.handler.getAccessToken(server.requestOf('/'))).toMatchObject({
      accessToken: null,
    });
  });

  it('logout: revokes the refresh token that another request has just got', async () => {
    const server = loginServer(offline);
    server.emulator.setApplication('web', { refreshTokenRotation: true });
    server.emulator.setTenant({ accessTokenLifetimeSeconds: 600 });
    await server.login();
    server.emulator.clock.advance(580);
    const { setCookies } = await server.handler.getAccessToken(server.requestOf('/'));
    // The new cookie has not arrived yet.
    await server.browser('/passwordless/logout', { method: 'POST' });
    server.jar.store(setCookies);
    server.emulator.clock.advance(600);
    expect((await server.handler.getAccessToken(server.requestOf('/'))).accessToken).toBeNull();
  });

  it('logout: ends the session here even when Auth0 does not answer', async () => {
    const server = loginServer(offline);
    await server.login();
    server.emulator.failNext({ path: '/oauth/revoke', network: true });
    const response = await server.browser('/passwordless/logout', { method: 'POST' });
    expect([response.status, server.jar.cookies.size]).toEqual([204, 0]);
  });
});

const offline = {
  scope: 'openid email offline_access',
  audience: 'https://api.example.com/',
};

describe('getAccessToken', () => {
  async function signedIn(rotation = true) {
    const server = loginServer(offline);
    server.emulator.setApplication('web', { refreshTokenRotation: rotation });
    server.emulator.setTenant({ accessTokenLifetimeSeconds: 600 });
    await server.login();
    const refreshes = () =>
      server.emulator.requests().filter(({ body }) => Object(body).grant_type === 'refresh_token');
    return { ...server, refreshes };
  }

  it('gives the token at hand, and asks nobody', async () => {
    const { handler, requestOf, refreshes } = await signedIn();
    const { accessToken, setCookies } = await handler.getAccessToken(requestOf('/'));
    expect([typeof accessToken, setCookies, refreshes()]).toEqual(['string', [], []]);
  });

  it('refreshes once for all who ask, and sets the cookie again', async () => {
    const { handler, requestOf, refreshes, emulator, jar } = await signedIn();
    const before = await handler.getAccessToken(requestOf('/'));
    emulator.clock.advance(580);
    const request = requestOf('/');
    const [first, second] = await Promise.all([
      handler.getAccessToken(request),
      handler.getAccessToken(request),
    ]);
    // One that left the browser before the new cookie arrived.
    const late = await handler.getAccessToken(request);
    expect(refreshes()).toHaveLength(1);
    expect(first.accessToken).not.toBe(before.accessToken);
    expect([second.accessToken, late.accessToken]).toEqual([first.accessToken, first.accessToken]);

    jar.store(first.setCookies);
    emulator.clock.advance(580);
    const next = await handler.getAccessToken(requestOf('/'));
    expect(next.accessToken).not.toBe(first.accessToken);
    expect(refreshes()).toHaveLength(2);
  });

  it('ends the session when Auth0 refuses the refresh token', async () => {
    const { handler, requestOf, emulator, jar } = await signedIn();
    emulator.clock.advance(580);
    emulator.failNext({ path: tokenPath, status: 403, body: { error: 'invalid_grant' } });
    const { accessToken, setCookies } = await handler.getAccessToken(requestOf('/'));
    jar.store(setCookies);
    expect([accessToken, jar.cookies.size]).toEqual([null, 0]);
  });

  it('keeps the session when Auth0 cannot say, and the token until its end', async () => {
    const { handler, requestOf, emulator } = await signedIn();
    emulator.clock.advance(580);
    emulator.failNext({ path: tokenPath, network: true, times: 2 });
    expect((await handler.getAccessToken(requestOf('/'))).accessToken).not.toBeNull();
    emulator.clock.advance(30);
    await expect(handler.getAccessToken(requestOf('/'))).rejects.toMatchObject({
      code: 'provider_down',
    });
    expect((await handler.getAccessToken(requestOf('/'))).accessToken).not.toBeNull();
  });
});

describe('mode: database', () => {
  const database = { mode: 'database', connection: 'Username-Password-Authentication' } as const;
  const setUp = () => {
    const server = loginServer(database);
    server.emulator.setUser(email.email, { database: true });
    return server;
  };

  it('keeps the challenge in an encrypted cookie, and takes it away after the login', async () => {
    const { emulator, post, jar, newestCode } = setUp();
    const response = await post('start', email);
    expect(response.status).toBe(204);
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-passwordless-challenge=.*Max-Age=900; HttpOnly/);
    expect(emulator.requests().at(-1)?.path).toBe('/otp/challenge');
    expect((await post('exchange', { ...email, code: newestCode() })).status).toBe(204);
    expect([...jar.cookies.keys()]).toEqual(['__Host-passwordless']);
  });

  it('answers alike for known and unknown identifiers', async () => {
    const { post } = setUp();
    const known = await post('start', email);
    const unknown = await post('start', { ...email, email: 'eve@example.com' });
    expect([known.status, unknown.status]).toEqual([204, 204]);
    expect(known.headers.getSetCookie()[0]?.length).toBe(unknown.headers.getSetCookie()[0]?.length);
  });

  it('answers alike, at the exchange too, for a person whom Auth0 refuses', async () => {
    const { emulator, post } = setUp();
    const all = async () => {
      const started = await post('start', email);
      const exchanged = await post('exchange', { ...email, code: '000000' });
      const [cookie = ''] = started.headers.getSetCookie();
      return [started.status, cookie.length, exchanged.status, await exchanged.text()];
    };
    const known = await all();
    emulator.failNext({ path: '/otp/challenge', status: 403, body: { error: 'access_denied' } });
    expect(await all()).toEqual(known);
    expect(known[3]).toContain('wrong_code');
  });

  it('rejects a wrong code with wrong_code', async () => {
    const { post, wrongCode } = setUp();
    await post('start', email);
    expect(await codeOf(await post('exchange', { ...email, code: wrongCode() }))).toBe(
      'wrong_code',
    );
  });

  it('rejects with expired_code a code of another browser, another person or another time', async () => {
    const { emulator, post, jar, newestCode } = setUp();
    const expired = async (address: string) =>
      codeOf(await post('exchange', { ...email, email: address, code: newestCode() }));
    await post('start', email);
    expect(await expired('eve@example.com')).toBe('expired_code');
    emulator.clock.advance(901);
    expect(await expired(email.email)).toBe('expired_code');
    jar.cookies.clear();
    expect(await expired(email.email)).toBe('expired_code');
  });

  it('does not take the cookie of a challenge for a session', async () => {
    const { handler, post, jar, requestOf } = setUp();
    await post('start', email);
    jar.cookies.set('__Host-passwordless', jar.cookies.get('__Host-passwordless-challenge') ?? '');
    expect((await handler.getSession(requestOf('/'))).session).toBeNull();
  });
});

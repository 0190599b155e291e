import { inspect } from 'node:util';
import { createEmulator, type EmulatorOptions } from '@auth0-passwordless/emulator';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PasswordlessError } from '../passwordlessError.ts';
import { setupHint } from '../setupHint.ts';
import { type Auth0ClientOptions, createAuth0Client } from './auth0Client.ts';

const email = { connection: 'email', email: 'ana@example.com' } as const;
const sms = { connection: 'sms', phoneNumber: '+14155550100' } as const;
const startPath = '/passwordless/start';
const tokenPath = '/oauth/token';

function setUp(options: Partial<Auth0ClientOptions> = {}, emulatorOptions?: EmulatorOptions) {
  const emulator = createEmulator(emulatorOptions);
  const client = createAuth0Client({
    domain: 'http://localhost:4400',
    clientId: 'native',
    fetch: emulator.fetch,
    now: () => emulator.clock.now(),
    ...options,
  });
  const newestCode = () => emulator.outbox.messages()[0]?.code ?? '';
  /** A code of the same length that is not the newest. */
  const wrongCode = (digit = 0) =>
    newestCode().replace(/^./, (first) => String((Number(first) + 1 + digit) % 10));
  return { emulator, client, newestCode, wrongCode };
}

/** The error of a call that has to fail. */
async function errorOf(call: Promise<unknown>): Promise<PasswordlessError> {
  const outcome: unknown = await call.then(
    () => new Error('The call did not fail.'),
    (error: unknown) => error,
  );
  if (outcome instanceof PasswordlessError) return outcome;
  throw outcome;
}

const thrownBy = (options: Auth0ClientOptions): unknown => {
  try {
    createAuth0Client(options);
  } catch (error) {
    return error;
  }
  return undefined;
};

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('login', () => {
  it.each([
    ['e-mail', email, 'ana@example.com'],
    ['SMS', sms, '+14155550100'],
  ] as const)('by %s: a code is sent, and exchanged for tokens', async (_, identifier, to) => {
    const { emulator, client, newestCode } = setUp({ scope: 'openid offline_access' });
    await expect(client.start(identifier)).resolves.toBeUndefined();
    expect(emulator.outbox.messages()).toMatchObject([
      { to, connection: identifier.connection, send: 'code' },
    ]);

    const tokens = await client.exchangeCode({ ...identifier, code: newestCode() });
    expect(tokens).toEqual({
      accessToken: expect.stringMatching(/./),
      idToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      refreshToken: expect.stringMatching(/./),
      tokenType: 'Bearer',
      expiresAt: expect.any(Number),
      scope: 'openid offline_access',
    });
  });

  it('keeps the end of the tokens by its own clock', async () => {
    const { emulator, client, newestCode } = setUp({ now: () => 1_000_000 });
    await client.start(email);
    emulator.failNext({
      path: tokenPath,
      status: 200,
      body: { access_token: 'access', expires_in: 3600 },
    });
    const tokens = await client.exchangeCode({ ...email, code: newestCode() });
    expect(tokens?.expiresAt).toBe(1_000_000 + 3_600_000);
  });

  it('asks for openid profile email, and for no API, unless told otherwise', async () => {
    const { emulator, client, newestCode } = setUp();
    await client.start(email);
    const tokens = await client.exchangeCode({ ...email, code: newestCode() });
    expect(tokens).toMatchObject({ scope: 'openid profile email', refreshToken: undefined });
    expect(emulator.requests().at(-1)?.body).not.toHaveProperty('audience');
  });

  it('asks for the API of the audience', async () => {
    const { client, newestCode } = setUp({ audience: 'https://api.example.com/' });
    await client.start(email);
    const tokens = await client.exchangeCode({ ...email, code: newestCode() });
    const [, claims = ''] = tokens?.accessToken.split('.') ?? [];
    expect(Buffer.from(claims, 'base64url').toString()).toContain('https://api.example.com/');
  });

  it('sends a link when asked for one', async () => {
    const { emulator, client } = setUp();
    await client.start({ ...email, send: 'link' });
    expect(emulator.outbox.messages()).toMatchObject([{ send: 'link' }]);
  });

  it('tells Auth0 the language', async () => {
    const { emulator, client } = setUp();
    await client.start({ ...email, language: 'fr-CA' });
    expect(emulator.outbox.messages()).toMatchObject([{ language: 'fr-CA' }]);
    expect(emulator.requests()).toMatchObject([{ headers: { 'x-request-language': 'fr-CA' } }]);
  });

  it('works from an allowed origin, with one preflight for the start and none for the exchange', async () => {
    const { emulator, client, newestCode } = setUp({}, { origin: 'http://localhost:5173' });
    await client.start(email);
    await client.exchangeCode({ ...email, code: newestCode() });
    expect(emulator.requests().map(({ method, path }) => `${method} ${path}`)).toEqual([
      `OPTIONS ${startPath}`,
      `POST ${startPath}`,
      `POST ${tokenPath}`,
    ]);
  });
});

describe('a code', () => {
  it('may be wrong, and then right', async () => {
    const { client, newestCode, wrongCode } = setUp();
    await client.start(email);
    const error = await errorOf(client.exchangeCode({ ...email, code: wrongCode() }));
    expect(error).toMatchObject({ code: 'wrong_code', status: 403, field: 'code' });
    await expect(client.exchangeCode({ ...email, code: newestCode() })).resolves.toBeTruthy();
  });

  it('is locked after three wrong tries', async () => {
    const { client, newestCode, wrongCode } = setUp();
    await client.start(sms);
    const tries = [wrongCode(0), wrongCode(1), wrongCode(2), newestCode()];
    const codes = [];
    for (const code of tries) {
      // oxlint-disable-next-line no-await-in-loop -- one try after the other
      codes.push((await errorOf(client.exchangeCode({ ...sms, code }))).code);
    }
    expect(codes).toEqual(['wrong_code', 'wrong_code', 'wrong_code', 'too_many_attempts']);
  });

  it('expires', async () => {
    const { emulator, client, newestCode } = setUp();
    await client.start(email);
    emulator.clock.advance(181);
    const error = await errorOf(client.exchangeCode({ ...email, code: newestCode() }));
    expect(error.code).toBe('expired_code');
  });

  it('ends when a newer one is sent', async () => {
    const { client, newestCode } = setUp();
    await client.start(email);
    const older = newestCode();
    await client.start(email);
    expect(newestCode()).not.toBe(older);
    expect((await errorOf(client.exchangeCode({ ...email, code: older }))).code).toBe('wrong_code');
    await expect(client.exchangeCode({ ...email, code: newestCode() })).resolves.toBeTruthy();
  });

  it('never stands in an error, though Auth0 repeats it', async () => {
    const { emulator, client } = setUp();
    emulator.failNext({
      path: tokenPath,
      status: 403,
      body: { error: 'invalid_grant', error_description: 'Code 918273 is wrong.' },
    });
    const error = await errorOf(client.exchangeCode({ ...email, code: '918273' }));
    expect(error.message).toContain('is wrong.');
    expect(inspect(error, { depth: 9 }) + error.message + JSON.stringify(error)).not.toContain(
      '918273',
    );
  });
});

describe('the tenant', () => {
  it('refuses the grant to a Single Page App', async () => {
    const { client } = setUp({ clientId: 'spa' });
    await client.start(email);
    const error = await errorOf(client.exchangeCode({ ...email, code: '123456' }));
    expect(error).toMatchObject({ code: 'misconfigured', setupHint: setupHint('grant') });
    expect(error.message).toMatch(/Passwordless OTP.*passwordless\/otp' not allowed/);
  });

  it('asks a Regular Web Application for its secret', async () => {
    const { client } = setUp({ clientId: 'web' });
    const hint = { code: 'misconfigured', setupHint: setupHint('clientAuthentication') };
    expect(await errorOf(client.start(email))).toMatchObject(hint);
    expect(await errorOf(client.exchangeCode({ ...email, code: '123456' }))).toMatchObject(hint);
  });

  it('does not know the client', async () => {
    const { client } = setUp({ clientId: 'nobody' });
    const error = await errorOf(client.start(email));
    expect(error).toMatchObject({ code: 'misconfigured', setupHint: setupHint('clientId') });
  });

  it('does not know the audience', async () => {
    const { client, newestCode } = setUp({ audience: 'https://api.example.com' });
    await client.start(email);
    const error = await errorOf(client.exchangeCode({ ...email, code: newestCode() }));
    expect(error).toMatchObject({ code: 'misconfigured', setupHint: setupHint('audience') });
  });

  it('refuses what is no address', async () => {
    const { client } = setUp();
    const error = await errorOf(client.start({ connection: 'email', email: 'food' }));
    expect(error).toMatchObject({ code: 'invalid_identifier', status: 400, field: 'identifier' });
  });

  it('takes no new people', async () => {
    const { client } = setUp({}, { disableSignups: true });
    expect((await errorOf(client.start(email))).code).toBe('signup_disabled');
  });

  it('takes fifty starts an hour', async () => {
    const { emulator, client } = setUp();
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person does it
    for (let count = 0; count < 50; count += 1) await client.start(email);
    const error = await errorOf(client.start(email));
    expect(error.code).toBe('rate_limited');
    expect(error.retryAt).toBeGreaterThan(emulator.clock.now());
  });
});

describe('options', () => {
  it.each([
    ['example.eu.auth0.com', 'https://example.eu.auth0.com'],
    ['login.example.com', 'https://login.example.com'],
    ['tenant_1.example.com:8443', 'https://tenant_1.example.com:8443'],
    ['http://localhost:4400', 'http://localhost:4400'],
    ['https://localhost:4400', 'https://localhost:4400'],
    ['http://localhost', 'http://localhost'],
    ['http://auth0.localhost:4400', 'http://auth0.localhost:4400'],
  ])('take the domain %s and call %s', async (domain, origin) => {
    const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response('{}'));
    await createAuth0Client({ domain, clientId: 'native', fetch }).start(email);
    expect(fetch.mock.calls[0]?.[0]).toBe(`${origin}/passwordless/start`);
  });

  it.each([
    '',
    'undefined',
    'https://example.eu.auth0.com',
    'http://example.eu.auth0.com',
    'example.eu.auth0.com/',
    'example.eu.auth0.com/login',
    'example.eu.auth0.com?x',
    'example.eu.auth0.com#x',
    'ana@example.com',
    'http://localhost:4400/',
    'http://localhost.example.com',
    'http://localhost@example.com',
    'http://evil.com/localhost',
    ' example.com',
    'example.com\n',
    'javascript:alert(1)//localhost',
  ])('refuse the domain %j at once, and say how it is written', (domain) => {
    const error = thrownBy({ domain, clientId: 'native' });
    expect(error).toBeInstanceOf(PasswordlessError);
    expect(error).toMatchObject({ code: 'misconfigured', setupHint: setupHint('domain') });
    expect(Object(error).message).toContain(setupHint('domain')?.fix);
    expect(Object(error).message).toContain(`domain is "${domain}"`);
  });

  it('refuse a domain that is missing, such as a variable that is not set', () => {
    const options: Auth0ClientOptions = JSON.parse('{"clientId":"native"}');
    expect(thrownBy(options)).toMatchObject({ setupHint: setupHint('domain') });
  });

  it('refuse an empty client ID at once, and say where it stands', () => {
    const error = thrownBy({ domain: 'example.eu.auth0.com', clientId: '' });
    expect(error).toMatchObject({ code: 'misconfigured', setupHint: setupHint('clientId') });
    expect(Object(error).message).toContain(setupHint('clientId')?.fix);
  });

  it('without fetch use the newest global one', async () => {
    const client = createAuth0Client({ domain: 'example.eu.auth0.com', clientId: 'native' });
    const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response('{}'));
    vi.stubGlobal('fetch', fetch);
    await client.start(email);
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('without now use the newest global clock', async () => {
    const client = createAuth0Client({
      domain: 'example.eu.auth0.com',
      clientId: 'native',
      fetch: async () => new Response('{"access_token":"a","expires_in":60}'),
    });
    vi.useFakeTimers({ now: 5_000_000 });
    const tokens = await client.exchangeCode({ ...email, code: '123456' });
    expect(tokens?.expiresAt).toBe(5_060_000);
  });

  it('send no cookies', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response('{"access_token":"a"}'));
    const client = createAuth0Client({ domain: 'example.eu.auth0.com', clientId: 'native', fetch });
    await client.start(email);
    await client.exchangeCode({ ...email, code: '123456' });
    expect(fetch.mock.calls.map(([, init]) => init?.credentials)).toEqual(['omit', 'omit']);
  });
});

describe('an answer', () => {
  it.each([
    ['no content', 204, undefined],
    ['an empty body', 200, ''],
    ['an HTML page', 200, '<!doctype html><p>Hi</p>'],
    ['broken JSON', 200, '{"_id":'],
  ])('with %s is good enough for a start, not for an exchange', async (_, status, body) => {
    const { emulator, client } = setUp();
    emulator.failNext({ path: startPath, status, body });
    emulator.failNext({ path: tokenPath, status, body });
    await expect(client.start(email)).resolves.toBeUndefined();
    const error = await errorOf(client.exchangeCode({ ...email, code: '123456' }));
    expect(error).toMatchObject({ code: 'unexpected_response', status });
    expect(error.message).not.toMatch(/Hi|_id/);
  });

  it.each([
    [500, '<!doctype html><p>Sorry</p>', 'provider_down'],
    [429, { error: 'too_many_requests' }, 'rate_limited'],
    [421, {}, 'misconfigured'],
    [418, 'short and stout', 'unexpected_response'],
  ])('of status %d is an error, and nothing is sent again', async (status, body, code) => {
    const { emulator, client } = setUp();
    emulator.failNext({ path: startPath, status, body });
    emulator.failNext({ path: tokenPath, status, body });
    expect(await errorOf(client.start(email))).toMatchObject({ code, status });
    const exchange = client.exchangeCode({ ...email, code: '123456' });
    expect(await errorOf(exchange)).toMatchObject({ code, status });
    expect(emulator.requests().map(({ path }) => path)).toEqual([startPath, tokenPath]);
  });
});

describe('without an answer', () => {
  /** A `fetch` that answers nothing until its signal ends it. */
  const silence: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
    });

  beforeEach(() => {
    vi.useFakeTimers();
  });

  it('a call ends with network, keeps the cause and is not sent again', async () => {
    const { emulator, client } = setUp();
    emulator.failNext({ path: startPath, network: true });
    const error = await errorOf(client.start(email));
    expect(error).toMatchObject({ code: 'network', status: undefined });
    expect(error.cause).toBeInstanceOf(TypeError);
    expect(error.message).toMatch(/localhost:4400\/passwordless\/start.*CORS/);
    expect(emulator.requests()).toHaveLength(1);
  });

  it('a refused origin looks the same', async () => {
    const { emulator, client } = setUp({}, { origin: 'https://elsewhere.example' });
    expect((await errorOf(client.start(email))).code).toBe('network');
    expect(emulator.outbox.messages()).toEqual([]);
  });

  it.each([
    [{ onLine: false }, 'offline'],
    [{ onLine: true }, 'network'],
    [{}, 'network'],
    [undefined, 'network'],
  ])('a browser whose navigator is %j is %s', async (navigator, code) => {
    vi.stubGlobal('navigator', navigator);
    const { emulator, client } = setUp();
    emulator.failNext({ path: startPath, network: true });
    expect((await errorOf(client.start(email))).code).toBe(code);
  });

  it('a server on this machine is reached offline', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const { client } = setUp();
    await expect(client.start(email)).resolves.toBeUndefined();
  });

  it('a call ends with timeout after 15 seconds', async () => {
    const { client } = setUp({ fetch: silence });
    const ended = vi.fn<() => void>();
    const call = errorOf(client.start(email)).finally(ended);
    await vi.advanceTimersByTimeAsync(14_999);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect((await call).code).toBe('timeout');
  });

  it('a call ends with timeout after the seconds that were set', async () => {
    const { client } = setUp({ fetch: silence, timeoutSeconds: 2 });
    const call = errorOf(client.exchangeCode({ ...email, code: '123456' }));
    await vi.advanceTimersByTimeAsync(2000);
    expect((await call).code).toBe('timeout');
  });

  it('the time limit covers the body', async () => {
    const { client } = setUp({
      fetch: async (_, init) =>
        new Response(
          new ReadableStream({
            start: (stream) =>
              init?.signal?.addEventListener('abort', () => stream.error(init.signal?.reason)),
          }),
        ),
    });
    const call = errorOf(client.start(email));
    await vi.advanceTimersByTimeAsync(15_000);
    expect((await call).code).toBe('timeout');
  });

  it('a late answer of the emulator is a timeout', async () => {
    const { emulator, client } = setUp();
    emulator.failNext({ path: startPath, delayMs: 60_000 });
    const call = errorOf(client.start(email));
    await vi.advanceTimersByTimeAsync(15_000);
    expect((await call).code).toBe('timeout');
  });

  it('an ended signal sends nothing', async () => {
    const { emulator, client } = setUp();
    const call = client.start(email, { signal: AbortSignal.abort() });
    expect((await errorOf(call)).code).toBe('aborted');
    expect(emulator.requests()).toEqual([]);
  });

  it('a signal that ends meanwhile ends the call, and nothing more is sent', async () => {
    const { emulator, client } = setUp();
    emulator.failNext({ path: startPath, delayMs: 1000 });
    const controller = new AbortController();
    const call = errorOf(client.start(email, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(500);
    controller.abort();
    expect((await call).code).toBe('aborted');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(emulator.requests()).toHaveLength(1);
  });

  it('an abort counts, though the network is gone and the time runs out before fetch stops', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const fetch = () =>
      new Promise<never>((_, reject) => {
        setTimeout(() => reject(new TypeError('Failed to fetch')), 20_000);
      });
    const controller = new AbortController();
    const call = errorOf(setUp({ fetch }).client.start(email, { signal: controller.signal }));
    controller.abort();
    await vi.advanceTimersByTimeAsync(20_000);
    expect((await call).code).toBe('aborted');
  });

  it('leaves no timer and no listener behind', async () => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    const { emulator, client } = setUp();
    await client.start(email, { signal });
    emulator.failNext({ path: startPath, network: true });
    await errorOf(client.start(email, { signal }));
    expect(vi.getTimerCount()).toBe(0);
    expect(added).toHaveBeenCalledTimes(2);
    expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(
      added.mock.calls.map(([, listener]) => listener),
    );
  });
});

describe('grant: legacy-password', () => {
  const ana = { connection: 'email', email: 'ana@example.com' } as const;

  function createLegacyWorld(legacyPassword: boolean) {
    const emulator = createEmulator({
      applications: [
        {
          clientId: 'legacy',
          name: 'Legacy',
          type: 'native',
          grantTypes: ['password'],
          callbacks: [],
          allowedOrigins: [],
          legacyPassword,
        },
      ],
    });
    const client = createAuth0Client({
      domain: 'http://localhost:4400',
      clientId: 'legacy',
      grant: 'legacy-password',
      fetch: emulator.fetch,
    });
    return { client, code: () => emulator.outbox.messages()[0]?.code ?? '' };
  }

  it('logs in where a tenant still takes it', async () => {
    const { client, code } = createLegacyWorld(true);
    await client.start(ana);
    expect(await client.exchangeCode({ ...ana, code: code() })).toMatchObject({
      tokenType: 'Bearer',
    });
  });

  it('is misconfigured where Auth0 refuses it, as by default', async () => {
    const { client, code } = createLegacyWorld(false);
    await client.start(ana);
    await expect(client.exchangeCode({ ...ana, code: code() })).rejects.toMatchObject({
      code: 'misconfigured',
    });
  });
});

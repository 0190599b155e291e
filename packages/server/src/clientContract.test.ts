import {
  createAuth0Client,
  createServerClient,
  PasswordlessError,
  type PasswordlessClient,
} from '@auth0-passwordless/core';
import { createEmulator } from '@auth0-passwordless/emulator';
import { describe, expect, it } from 'vitest';
import { email, loginServer } from './testing/loginServer.ts';

const startPath = '/passwordless/start';
const tokenPath = '/oauth/token';

interface Overrides {
  clientId?: string;
  timeoutSeconds?: number;
  fetch?: typeof fetch;
}

interface World {
  emulator: ReturnType<typeof createEmulator>;
  client: PasswordlessClient;
}

const never: typeof fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
  });

/** One scenario, run through each client: the login of the component cannot tell them apart. */
const clients: Record<string, (overrides?: Overrides) => World> = {
  direct(overrides = {}) {
    const emulator = createEmulator();
    const client = createAuth0Client({
      domain: 'http://localhost:4400',
      clientId: 'native',
      fetch: emulator.fetch,
      now: () => emulator.clock.now(),
      ...overrides,
    });
    return { emulator, client };
  },
  server({ clientId = 'web', fetch, timeoutSeconds } = {}) {
    const { emulator, browser } = loginServer({ clientId });
    const client = createServerClient({
      baseUrl: '/passwordless',
      fetch: fetch ?? browser,
      now: () => emulator.clock.now(),
      timeoutSeconds,
    });
    return { emulator, client };
  },
};

async function errorOf(call: Promise<unknown>): Promise<PasswordlessError> {
  const outcome: unknown = await call.then(
    () => new Error('The call did not fail.'),
    (error: unknown) => error,
  );
  if (outcome instanceof PasswordlessError) return outcome;
  throw outcome;
}

describe.each(Object.entries(clients))('%s client', (name, setUp) => {
  const isServer = name === 'server';

  function world(overrides?: Overrides) {
    const { emulator, client } = setUp(overrides);
    const newest = () => emulator.outbox.messages()[0]?.code ?? '';
    const wrong = (digit = 0) =>
      newest().replace(/^./, (first) => String((Number(first) + 1 + digit) % 10));
    const exchange = (code: string) => client.exchangeCode({ ...email, code });
    return { emulator, client, newest, wrong, exchange };
  }

  it('logs in with the right code', async () => {
    const { client, newest, exchange } = world();
    await expect(client.start(email)).resolves.toBeUndefined();
    const tokens = await exchange(newest());
    expect(tokens === null).toBe(isServer);
  });

  it('logs in by SMS', async () => {
    const { client, newest } = world();
    const sms = { connection: 'sms', phoneNumber: '+14155550100' } as const;
    await client.start(sms);
    await expect(client.exchangeCode({ ...sms, code: newest() })).resolves.not.toBeUndefined();
  });

  it('rejects a wrong code with wrong_code, and takes the right one then', async () => {
    const { client, newest, wrong, exchange } = world();
    await client.start(email);
    expect(await errorOf(exchange(wrong()))).toMatchObject({
      code: 'wrong_code',
      status: 403,
      field: 'code',
    });
    await expect(exchange(newest())).resolves.not.toBeUndefined();
  });

  it('rejects an expired code with expired_code', async () => {
    const { emulator, client, newest, exchange } = world();
    await client.start(email);
    emulator.clock.advance(181);
    expect((await errorOf(exchange(newest()))).code).toBe('expired_code');
  });

  it('rejects with too_many_attempts after three wrong tries', async () => {
    const { client, newest, wrong, exchange } = world();
    await client.start(email);
    for (const digit of [0, 1, 2]) {
      await errorOf(exchange(wrong(digit)));
    }
    const error = await errorOf(exchange(newest()));
    expect(error).toMatchObject({ code: 'too_many_attempts', status: 403, field: 'code' });
  });

  it('takes only the newest code after a resend', async () => {
    const { client, newest, exchange } = world();
    await client.start(email);
    const first = newest();
    await client.start(email);
    expect((await errorOf(exchange(first))).code).toBe('wrong_code');
    await expect(exchange(newest())).resolves.not.toBeUndefined();
  });

  it.each([
    ['Retry-After', { 'retry-after': '90' }],
    ['X-RateLimit-Reset', { 'x-ratelimit-reset': 'in 90 s' }],
  ])('rejects with rate_limited and says when to try again, by %s', async (_, headers) => {
    const { emulator, client } = world();
    const at = Math.floor(emulator.clock.now() / 1000) * 1000;
    const reset = String(at / 1000 + 90);
    const told: Record<string, string> = headers;
    emulator.failNext({
      path: startPath,
      status: 429,
      body: { error: 'too_many_requests' },
      headers: 'retry-after' in told ? told : { 'x-ratelimit-reset': reset },
    });
    const error = await errorOf(client.start(email));
    expect(error).toMatchObject({ code: 'rate_limited', status: 429 });
    expect(Math.abs((error.retryAt ?? 0) - (at + 90_000))).toBeLessThan(2000);
  });

  it('rejects with misconfigured and a hint when Auth0 does not know the application', async () => {
    const { client } = world({ clientId: 'nobody' });
    const error = await errorOf(client.start(email));
    expect(error.code).toBe('misconfigured');
    expect(error.setupHint?.setting).toContain('clientId');
  });

  it('rejects with mfa_required and the factors', async () => {
    const { emulator, client, newest, exchange } = world();
    emulator.setUser('ana@example.com', { mfa: true });
    await client.start(email);
    const error = await errorOf(exchange(newest()));
    expect(error).toMatchObject({ code: 'mfa_required', status: 403 });
    expect(error.mfa).toEqual({ token: expect.stringMatching(/./), factors: ['otp'] });
    expect(error.mfa?.token.startsWith('Fe26')).toBe(!isServer);
  });

  it('rejects with captcha_required when Auth0 wants one, and sends its answer', async () => {
    const { emulator, client } = world();
    emulator.setTenant({ captcha: 'seven' });
    expect((await errorOf(client.start(email))).code).toBe('captcha_required');
    await expect(client.start({ ...email, captcha: 'seven' })).resolves.toBeUndefined();
  });

  it('rejects with access_denied when an Action refuses the login', async () => {
    const { emulator, client, newest, exchange } = world();
    await client.start(email);
    emulator.failNext({
      path: tokenPath,
      status: 403,
      body: { error: 'access_denied', error_description: 'Not today.' },
    });
    expect((await errorOf(exchange(newest()))).code).toBe('access_denied');
  });

  it('rejects with provider_down when Auth0 is', async () => {
    const { emulator, client } = world();
    emulator.failNext({ path: startPath, status: 503, body: '<h1>Maintenance</h1>' });
    expect((await errorOf(client.start(email))).code).toBe('provider_down');
  });

  it('passes the language on', async () => {
    const { emulator, client } = world();
    await client.start({ ...email, language: 'fr-CA' });
    expect(emulator.outbox.messages()).toMatchObject([{ language: 'fr-CA' }]);
  });

  it('rejects with network when the request does not arrive', async () => {
    const { client } = world({ fetch: () => Promise.reject(new TypeError('fetch failed')) });
    const error = await errorOf(client.start(email));
    expect(error).toMatchObject({ code: 'network', cause: expect.any(TypeError) });
  });

  it('rejects with timeout when no answer comes', async () => {
    const { client } = world({ fetch: never, timeoutSeconds: 0.01 });
    expect((await errorOf(client.start(email))).code).toBe('timeout');
  });

  it('rejects with aborted, and sends nothing when it is aborted already', async () => {
    const { emulator, client } = world();
    const signal = AbortSignal.abort();
    expect((await errorOf(client.start(email, { signal }))).code).toBe('aborted');
    expect(emulator.outbox.messages()).toEqual([]);
  });

  it('puts no code into an error', async () => {
    const { client, wrong, exchange } = world();
    await client.start(email);
    const error = await errorOf(exchange(wrong()));
    expect(`${error.message} ${JSON.stringify(error)} ${error.stack}`).not.toContain(wrong());
  });
});

import { PasswordlessError } from '@auth0-passwordless/core';
import { describe, expect, it, vi } from 'vitest';
import { type ClientName, type ClientWorld, clientWorlds, type Overrides } from './clientWorlds.ts';

const email = { connection: 'email', email: 'ana@example.com' } as const;

const never: typeof fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
  });

/** What a client may do otherwise than the direct one, because Auth0 or what stands between leaves it no choice. */
interface Traits {
  /** Where Auth0 is asked for a message. */
  startPath: string;
  /** Where the tokens are in the end. */
  tokens: 'page' | 'server';
  /** The status of the answer, and whether it says when to try again. */
  rateLimited: { status: number; saysWhen: boolean };
  wrongCode: { code: 'wrong_code'; status: number };
  expiredCode: { code: 'expired_code' | 'wrong_code' };
  usedUpCode: { code: 'too_many_attempts' | 'wrong_code'; status: number };
  /** What a start ends with, without and with the answer to a captcha. */
  captcha: ['captcha_required' | 'sent', 'captcha_required' | 'sent'];
  /** Who asks for a second factor, and what stands for the login meanwhile. */
  secondFactor: 'with a token of Auth0' | 'with a sealed token' | 'on a page of Auth0';
  /** What the hint about an application that Auth0 does not know names. */
  unknownApplication: string;
}

const direct: Traits = {
  startPath: '/passwordless/start',
  tokens: 'page',
  rateLimited: { status: 429, saysWhen: true },
  wrongCode: { code: 'wrong_code', status: 403 },
  expiredCode: { code: 'expired_code' },
  usedUpCode: { code: 'too_many_attempts', status: 403 },
  captcha: ['captcha_required', 'sent'],
  secondFactor: 'with a token of Auth0',
  unknownApplication: 'clientId',
};

/** All the differences: what is not in this table is the same for every client. */
const traits: Record<ClientName, Traits> = {
  direct,
  server: { ...direct, tokens: 'server', secondFactor: 'with a sealed token' },
  next: {
    ...direct,
    tokens: 'server',
    secondFactor: 'with a sealed token',
    // The SDK passes neither statuses nor headers on, nor a captcha's answer.
    rateLimited: { status: 400, saysWhen: false },
    captcha: ['captcha_required', 'captcha_required'],
  },
  crossOrigin: { ...direct, secondFactor: 'on a page of Auth0' },
  database: {
    ...direct,
    startPath: '/otp/challenge',
    // Auth0 does not tell these apart here, on purpose.
    wrongCode: { code: 'wrong_code', status: 400 },
    expiredCode: { code: 'wrong_code' },
    usedUpCode: { code: 'wrong_code', status: 400 },
    // The endpoint knows of none.
    captcha: ['sent', 'sent'],
    // And answers that the client has to prove itself.
    unknownApplication: 'Application Type',
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

// The keys of the table are its names.
const names = Object.keys(clientWorlds) as ClientName[];

describe.each(names)('%s client', (name) => {
  const trait = traits[name];

  function world(overrides?: Overrides) {
    const { emulator, client, userId, auth0Page }: ClientWorld = clientWorlds[name](overrides);
    const newest = () => emulator.outbox.messages()[0]?.code ?? '';
    const wrong = (digit = 0) =>
      newest().replace(/^./, (first) => String((Number(first) + 1 + digit) % 10));
    const exchange = (code: string) => client.exchangeCode({ ...email, code });
    return { emulator, client, userId, auth0Page, newest, wrong, exchange };
  }

  it('logs in with the right code', async () => {
    const { emulator, client, userId, newest, exchange } = world();
    await expect(client.start(email)).resolves.toBeUndefined();
    const tokens = await exchange(newest());
    expect(tokens === null ? 'server' : 'page').toBe(trait.tokens);
    const [user] = emulator.users();
    expect(user?.id).toBeDefined();
    expect(await userId(tokens)).toBe(user?.id);
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
    expect(await errorOf(exchange(wrong()))).toMatchObject({ ...trait.wrongCode, field: 'code' });
    await expect(exchange(newest())).resolves.not.toBeUndefined();
  });

  it(`rejects an expired code with ${trait.expiredCode.code}`, async () => {
    const { emulator, client, newest, exchange } = world();
    await client.start(email);
    emulator.clock.advance(181);
    expect(await errorOf(exchange(newest()))).toMatchObject(trait.expiredCode);
  });

  it(`rejects with ${trait.usedUpCode.code} after three wrong tries`, async () => {
    const { client, newest, wrong, exchange } = world();
    await client.start(email);
    for (const digit of [0, 1, 2]) {
      await errorOf(exchange(wrong(digit)));
    }
    const error = await errorOf(exchange(newest()));
    expect(error).toMatchObject({ ...trait.usedUpCode, field: 'code' });
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
  ])(
    `rejects with rate_limited and ${trait.rateLimited.saysWhen ? 'says' : 'does not know'} when to try again, by %s`,
    async (_, headers) => {
      const { emulator, client } = world();
      const at = Math.floor(emulator.clock.now() / 1000) * 1000;
      const reset = String(at / 1000 + 90);
      const told: Record<string, string> = headers;
      emulator.failNext({
        path: trait.startPath,
        status: 429,
        body: { error: 'too_many_requests' },
        headers: 'retry-after' in told ? told : { 'x-ratelimit-reset': reset },
      });
      const error = await errorOf(client.start(email));
      const { status, saysWhen } = trait.rateLimited;
      expect(error).toMatchObject({ code: 'rate_limited', status });
      const retryAt = error.retryAt && Math.round((error.retryAt - at) / 2000) * 2000;
      expect(retryAt).toBe(saysWhen ? 90_000 : undefined);
    },
  );

  it('rejects with misconfigured and a hint when Auth0 does not know the application', async () => {
    const { client } = world({ clientId: 'nobody' });
    const error = await errorOf(client.start(email));
    expect(error.code).toBe('misconfigured');
    expect(error.setupHint?.setting).toContain(trait.unknownApplication);
  });

  it(`goes on to a second factor ${trait.secondFactor}`, async () => {
    const { emulator, client, newest, exchange, auth0Page } = world();
    await client.start(email);
    await exchange(newest());
    emulator.setUser('ana@example.com', { mfa: true });
    await client.start(email);
    const isAsked = async () => {
      const error = await errorOf(exchange(newest()));
      expect(error).toMatchObject({ code: 'mfa_required', status: 403 });
      expect(error.mfa?.factors).toContain('otp');
      return error.mfa?.token.startsWith('Fe26') ? 'with a token of Auth0' : 'with a sealed token';
    };
    const asked = isAsked();
    const shown =
      auth0Page &&
      vi.waitUntil(() => auth0Page().includes('authenticator app') && 'on a page of Auth0', {
        timeout: 20_000,
      });
    expect(await (shown ?? asked)).toBe(trait.secondFactor);
  });

  it(`when Auth0 wants a captcha, a start ends with ${trait.captcha.join(', and the next one with ')}`, async () => {
    const { emulator, client } = world();
    emulator.setTenant({ captcha: 'seven' });
    const outcome = (captcha?: string) =>
      client.start({ ...email, captcha }).then(
        () => 'sent',
        (error: PasswordlessError) => error.code,
      );
    expect([await outcome(), await outcome('seven')]).toEqual(trait.captcha);
  });

  it('rejects with access_denied when an Action refuses the login', async () => {
    const { emulator, client, newest, exchange } = world();
    await client.start(email);
    emulator.failNext({
      path: '/oauth/token',
      status: 403,
      body: { error: 'access_denied', error_description: 'Not today.' },
    });
    expect((await errorOf(exchange(newest()))).code).toBe('access_denied');
  });

  it('rejects with provider_down when Auth0 is', async () => {
    const { emulator, client } = world();
    emulator.failNext({ path: trait.startPath, status: 503, body: '<h1>Maintenance</h1>' });
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

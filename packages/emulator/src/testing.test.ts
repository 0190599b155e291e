import { afterEach, describe, expect, it } from 'vitest';
import * as testing from './testing.ts';
import { startAuth0, type StartedAuth0 } from './startAuth0.ts';

const email = 'ana@example.com';
const { createTestAuth0 } = testing;

type Auth0 = ReturnType<typeof createTestAuth0>;

const post = (auth0: Auth0, path: string, body: object, fetchIt = auth0.fetch) =>
  fetchIt(`${auth0.domain}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_id: auth0.clientId, ...body }),
  });

const start = (auth0: Auth0, fetchIt?: typeof fetch) =>
  post(auth0, '/passwordless/start', { connection: 'email', email, send: 'code' }, fetchIt);

const exchange = (auth0: Auth0, code: string, fetchIt?: typeof fetch) =>
  post(
    auth0,
    '/oauth/token',
    {
      grant_type: 'http://auth0.com/oauth/grant-type/passwordless/otp',
      realm: 'email',
      username: email,
      otp: code,
    },
    fetchIt,
  );

describe('codeFor', () => {
  it('gives a code that logs in', async () => {
    const auth0 = createTestAuth0();
    await start(auth0);
    expect((await exchange(auth0, await auth0.codeFor(email))).status).toBe(200);
  });

  it('waits for the message, and for the next one after that', async () => {
    const auth0 = createTestAuth0();
    const first = auth0.codeFor(email);
    await start(auth0);
    expect(await first).toMatch(/^\d{6}$/);
    const second = auth0.codeFor(email);
    await start(auth0);
    expect((await exchange(auth0, await second)).status).toBe(200);
  });

  it('is not content with the message of somebody else', async () => {
    const auth0 = createTestAuth0();
    await start(auth0);
    const signal = AbortSignal.abort();
    await expect(auth0.codeFor('ben@example.com', { signal })).rejects.toThrow(
      'No new code was sent to ben@example.com.',
    );
  });

  it('ends with its signal', async () => {
    const auth0 = createTestAuth0();
    const waiting = new AbortController();
    const code = auth0.codeFor(email, { signal: waiting.signal });
    waiting.abort();
    await expect(code).rejects.toThrow('No new code was sent');
  });
});

it('wrongCodeFor gives digits that are refused, and counted', async () => {
  const auth0 = createTestAuth0();
  await start(auth0);
  const wrong = auth0.wrongCodeFor(email);
  for (const status of [403, 403, 403]) expect((await exchange(auth0, wrong)).status).toBe(status);
  const answer = await exchange(auth0, await auth0.codeFor(email));
  expect(await answer.json()).toMatchObject({
    error_description: expect.stringContaining('maximum number of attempts'),
  });
});

it('clock.advance lets a code expire', async () => {
  const auth0 = createTestAuth0();
  await start(auth0);
  auth0.clock.advance(181);
  const answer = await exchange(auth0, await auth0.codeFor(email));
  expect(await answer.json()).toMatchObject({
    error_description: expect.stringContaining('expired'),
  });
});

describe('scenarios', () => {
  it.each([
    [testing.wrongCode(), 403, 'invalid_grant', 'Wrong email or verification code.'],
    [
      testing.wrongCode({ connection: 'sms' }),
      403,
      'invalid_grant',
      'Wrong phone number or verification code.',
    ],
    [
      testing.codeExpired(),
      403,
      'invalid_grant',
      'The verification code has expired. Please try to login again.',
    ],
    [
      testing.tooManyTries(),
      403,
      'invalid_grant',
      "You've reached the maximum number of attempts. Please try to login again.",
    ],
    [testing.mfaRequired(), 403, 'mfa_required', 'Multifactor authentication required'],
    [testing.blocked(), 403, 'access_denied', 'user is blocked'],
    [
      testing.accountUnderAttack(),
      429,
      'too_many_attempts',
      expect.stringContaining('Your account has been blocked'),
    ],
    [testing.rateLimited(30, { at: 'exchange' }), 429, 'too_many_requests', 'Rate limit exceeded.'],
  ])('$name: the exchange answers $1 $2', async (scenario, status, error, sentence) => {
    const auth0 = createTestAuth0();
    await start(auth0);
    const code = await auth0.codeFor(email);
    auth0.script([scenario]);
    const answer = await exchange(auth0, code);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error, error_description: sentence });
    // It happened once, and cost nothing.
    expect((await exchange(auth0, code)).status).toBe(200);
    auth0.assertAllPlayed();
  });

  it.each([
    [testing.rateLimited(30), 429, 'too_many_requests', 'Rate limit exceeded.'],
    [
      testing.smsProviderDown(),
      400,
      'sms_provider_error',
      'Unexpected response while calling the SMS gateway: 500',
    ],
    [testing.mailProviderDown(), 500, 'server_error', 'IdP Error'],
    [testing.signupDisabled(), 400, 'bad.connection', 'Public signup is disabled'],
    [testing.captchaRequired(), 400, 'invalid_captcha', 'Invalid captcha value'],
    [testing.serverDown(), 503, 'temporarily_unavailable', undefined],
  ])(
    '$name: the start answers $1 $2 and sends nothing',
    async (scenario, status, error, sentence) => {
      const auth0 = createTestAuth0();
      auth0.script([scenario]);
      const answer = await start(auth0);
      expect(answer.status).toBe(status);
      const body: unknown = await answer.json();
      expect(body).toEqual({ error, ...(sentence && { error_description: sentence }) });
      expect(auth0.emulator.outbox.messages()).toEqual([]);
      expect((await start(auth0)).status).toBe(200);
    },
  );

  it('rateLimited tells the seconds in Retry-After', async () => {
    const auth0 = createTestAuth0();
    auth0.script([testing.rateLimited(30)]);
    expect((await start(auth0)).headers.get('retry-after')).toBe('30');
  });

  it('mfaRequired carries what a client needs to go on', async () => {
    const auth0 = createTestAuth0();
    auth0.script([testing.mfaRequired()]);
    expect(await (await exchange(auth0, '123456')).json()).toMatchObject({
      mfa_token: expect.any(String),
      mfa_requirements: { challenge: [{ type: 'otp' }] },
    });
  });

  it('offline breaks the call as a browser without a network does', async () => {
    const auth0 = createTestAuth0();
    auth0.script([testing.offline(), testing.offline({ at: 'exchange' })]);
    await expect(start(auth0)).rejects.toThrow(TypeError);
    await expect(exchange(auth0, '123456')).rejects.toThrow(TypeError);
    expect((await start(auth0)).status).toBe(200);
  });

  it('latency lets the real answer come late by the given time', async () => {
    const waits: number[] = [];
    const sleep = (milliseconds: number) => Promise.resolve(void waits.push(milliseconds));
    const auth0 = createTestAuth0({ sleep });
    auth0.script([testing.latency(800)]);
    expect((await start(auth0)).status).toBe(200);
    expect(waits).toEqual([800]);
  });

  it('happen in their order, each as often as told', async () => {
    const auth0 = createTestAuth0();
    await start(auth0);
    const code = await auth0.codeFor(email);
    auth0.script([testing.wrongCode(2), testing.serverDown({ at: 'exchange' })]);
    auth0.script([testing.blocked({ times: 1 })]);
    for (const status of [403, 403, 503, 403, 200]) {
      expect((await exchange(auth0, code)).status).toBe(status);
    }
  });
});

describe('assertAllPlayed', () => {
  it('names what was not met, and how often', async () => {
    const auth0 = createTestAuth0();
    auth0.script([testing.wrongCode({ times: 3 }), testing.rateLimited(30)]);
    await exchange(auth0, '123456');
    expect(() => auth0.assertAllPlayed()).toThrow(
      'Not every scenario was met: wrongCode(3), 2 left; rateLimited(30), 1 left.',
    );
  });

  it('has nothing to say after a reset', () => {
    const auth0 = createTestAuth0();
    auth0.script([testing.wrongCode()]);
    auth0.reset();
    expect(() => auth0.assertAllPlayed()).not.toThrow();
  });
});

describe('startAuth0', () => {
  let auth0: StartedAuth0 | undefined;
  afterEach(() => auth0?.stop().catch(() => undefined));

  it('answers on a free port, over real HTTP and real mail', async () => {
    auth0 = await startAuth0();
    expect((await start(auth0, fetch)).status).toBe(200);
    const answer = await exchange(auth0, await auth0.codeFor(email), fetch);
    expect(answer.status).toBe(200);
    await auth0.stop();
    await expect(start(auth0, fetch)).rejects.toThrow('fetch failed');
  });

  it('stop closes the port and then tells of scenarios that nothing met', async () => {
    auth0 = await startAuth0();
    auth0.script([testing.smsProviderDown()]);
    await expect(auth0.stop()).rejects.toThrow('smsProviderDown(), 1 left');
    await expect(start(auth0, fetch)).rejects.toThrow('fetch failed');
  });
});

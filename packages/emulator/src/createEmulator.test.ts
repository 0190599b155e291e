import { describe, expect, it } from 'vitest';
import { createEmulator } from './createEmulator.ts';
import { browserOf, callback } from './testing/browser.ts';
import { ada, callerOf, otherThan } from './testing/caller.ts';

function setUp(options?: Parameters<typeof createEmulator>[0]) {
  const emulator = createEmulator(options);
  return { emulator, ...callerOf(emulator) };
}

describe('failNext', () => {
  it('affects the requests of one person only, where a rule names one', async () => {
    const { emulator, start, token } = setUp();
    emulator.failNext({ path: '/passwordless/start', identifier: 'bob@example.com', status: 503 });
    emulator.failNext({ path: '/oauth/token', identifier: 'bob@example.com', status: 502 });
    const statuses = [];
    for (const email of ['ada@example.com', 'bob@example.com', 'bob@example.com']) {
      statuses.push((await start({ email })).status);
    }
    expect(statuses).toEqual([200, 503, 200]);
    expect((await token({ otp: '0' })).status).toBe(403);
    expect((await token({ username: 'bob@example.com', otp: '0' })).status).toBe(502);
  });

  it('hits one request of its path, before anything happens there, and then clears', async () => {
    const { emulator, start, get } = setUp();
    emulator.failNext({ path: '/passwordless/start', status: 503, body: { error: 'x' } });
    expect((await get('/userinfo')).status).toBe(401);
    const failed = await start();
    expect([failed.status, failed.body]).toEqual([503, { error: 'x' }]);
    expect(failed.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(emulator.outbox.messages()).toEqual([]);
    expect((await start()).status).toBe(200);
  });

  it('hits as often as told, and several rules in their order', async () => {
    const { emulator, start } = setUp();
    emulator.failNext({ path: '/passwordless/start', status: 500, times: 2 });
    emulator.failNext({ path: '/passwordless/start', status: 502 });
    const statuses = [];
    for (let call = 0; call < 4; call += 1) {
      statuses.push((await start()).status);
    }
    expect(statuses).toEqual([500, 500, 502, 200]);
  });

  it.each([
    ['<!doctype html><p>Sorry</p>', 'text/html; charset=utf-8'],
    ['Bad gateway', 'text/plain; charset=utf-8'],
    [[], 'application/json; charset=utf-8'],
    [undefined, null],
  ])('answers %o as %s', async (body, type) => {
    const { emulator, start } = setUp();
    emulator.failNext({ path: '/passwordless/start', status: 502, body });
    expect((await start()).headers.get('content-type')).toBe(type);
  });

  it('sends a text as it is, with the headers told', async () => {
    const { emulator } = setUp();
    emulator.failNext({
      path: '/userinfo',
      status: 429,
      body: '{"broken":',
      headers: { 'content-type': 'application/json', 'Retry-After': '7' },
    });
    const answer = await emulator.fetch('http://localhost:4400/userinfo');
    expect(await answer.text()).toBe('{"broken":');
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.headers.get('retry-after')).toBe('7');
  });

  it('answers a status that has no body', async () => {
    const { emulator, start } = setUp();
    emulator.failNext({ path: '/passwordless/start', status: 204, body: 'ignored' });
    expect((await start()).status).toBe(204);
  });

  it('loses an answer whose work is done', async () => {
    const { emulator, post, start } = setUp();
    await post('/_emulator/fail-next', { path: '/passwordless/start', answerLost: true });
    await expect(start()).rejects.toThrow(TypeError);
    expect(emulator.outbox.messages()).toHaveLength(1);
    expect(emulator.requests()[0]).toMatchObject({ path: '/passwordless/start', status: null });
    expect((await start()).status).toBe(200);
  });

  it('loses an answer that would have set a cookie', async () => {
    const { emulator } = setUp();
    const { authorize, ticketFor } = browserOf(emulator);
    const login_ticket = await ticketFor();
    emulator.failNext({ path: '/authorize', answerLost: true });
    const url = `http://localhost:4400/authorize?${new URLSearchParams({ client_id: 'native', response_type: 'code', login_ticket }).toString()}`;
    expect((await emulator.handle(new Request(url))).type).toBe('error');
    expect((await authorize({ login_ticket })).parameters.error).toBe('invalid_request');
  });

  it('answers with a documented error by its name', async () => {
    const { emulator, token } = setUp();
    emulator.failNext({
      path: '/oauth/token',
      error: 'accountUnderAttack',
      headers: { 'retry-after': '60' },
    });
    const { status, headers, body } = await token();
    expect([status, body.error]).toEqual([429, 'too_many_attempts']);
    expect(headers.get('retry-after')).toBe('60');
  });

  it('does not hit preflights', async () => {
    const { emulator, start } = setUp({ origin: 'http://localhost:5173' });
    emulator.failNext({ path: '/passwordless/start', status: 500 });
    expect((await start()).status).toBe(500);
    expect(emulator.requests().map(({ method, status }) => [method, status])).toEqual([
      ['OPTIONS', 204],
      ['POST', 500],
    ]);
  });

  it('delays an answer whose work is done at once', async () => {
    const waits: { milliseconds: number; finish: () => void }[] = [];
    const sleep = (milliseconds: number) =>
      new Promise<void>((finish) => {
        waits.push({ milliseconds, finish });
      });
    const { emulator, start } = setUp({ sleep });
    emulator.failNext({ path: '/passwordless/start', delayMs: 2500 });
    const late = start();
    await expect.poll(() => waits).toHaveLength(1);
    expect(waits[0]?.milliseconds).toBe(2500);
    expect(emulator.outbox.messages()).toHaveLength(1);
    waits[0]?.finish();
    expect((await late).status).toBe(200);
  });

  it('stops delaying when the caller hangs up', async () => {
    const { emulator } = setUp();
    emulator.failNext({ path: '/userinfo', delayMs: 600_000 });
    const controller = new AbortController();
    const { signal } = controller;
    const late = emulator.handle(new Request('http://localhost:4400/userinfo', { signal }));
    await expect.poll(() => emulator.requests()).toHaveLength(1);
    controller.abort();
    expect((await late).status).toBe(401);
  });

  it.each([
    [{ status: 500 }, 'path is missing'],
    [{ path: 'userinfo', status: 500 }, 'path must be'],
    [{ path: '/userinfo' }, 'tell at least one of'],
    [{ path: '/userinfo', status: 0 }, 'status must be'],
    [{ path: '/userinfo', status: 500, times: 0 }, 'times must be'],
    [{ path: '/userinfo', delayMs: -1 }, 'delayMs must be'],
    [{ path: '/userinfo', status: 500, headers: { a: 1 } }, 'headers must be'],
    [{ path: '/userinfo', network: 'yes' }, 'network must be'],
    [{ path: '/userinfo', answerLost: 1 }, 'answerLost must be'],
    [{ path: '/userinfo', error: 'boredom' }, 'error must be one of invalidTenant'],
    [{ path: '/userinfo', stats: 500 }, 'stats is unknown'],
  ])('refuses %o: %s', async (rule, problem) => {
    const { post } = setUp();
    const { status, body } = await post('/_emulator/fail-next', rule);
    expect(status).toBe(400);
    expect(body.error).toContain(problem);
  });

  it('throws what is wrong with a rule', () => {
    const { emulator } = setUp();
    expect(() => emulator.failNext({ path: '/userinfo' })).toThrow(TypeError);
  });
});

describe('clock', () => {
  it('runs on the time it was given', () => {
    let now = 1000;
    const { clock } = createEmulator({ now: () => now });
    clock.advance(5);
    now = 2000;
    expect(clock.now()).toBe(7000);
  });

  it.each([-1, Number.NaN, Infinity])('does not move by %d seconds', (seconds) => {
    expect(() => createEmulator().clock.advance(seconds)).toThrow(RangeError);
  });
});

describe('outbox', () => {
  it('has the newest message first', async () => {
    const { emulator, start } = setUp();
    await start({ email: 'first@example.com' });
    await start({ email: 'second@example.com' });
    expect(emulator.outbox.messages().map(({ to }) => to)).toEqual([
      'second@example.com',
      'first@example.com',
    ]);
    expect(emulator.outbox.messages({ to: 'FIRST@example.com' })).toHaveLength(1);
  });

  it('tells its subscribers about news, until they stop', async () => {
    const { emulator, start } = setUp();
    const counts: number[] = [];
    const stop = emulator.outbox.subscribe(() => counts.push(emulator.outbox.messages().length));
    await start();
    emulator.reset();
    stop();
    await start();
    expect(counts).toEqual([1, 0]);
  });
});

describe('reset', () => {
  it('forgets messages, requests, faults, tries, limits, users and tokens, and rights the clock', async () => {
    const { emulator, start, token, login, codeFor, get } = setUp({ now: () => 1000 });
    const first = await login({ scope: 'openid' });
    await start();
    const otp = codeFor('ada@example.com');
    await token({ otp: otherThan(otp) });
    emulator.clock.advance(10);
    emulator.failNext({ path: '/passwordless/start', status: 500 });

    emulator.reset();

    expect(emulator.outbox.messages()).toEqual([]);
    expect(emulator.requests()).toEqual([]);
    expect(emulator.clock.now()).toBe(1000);
    expect((await token({ otp })).status).toBe(403);
    const bearer = { authorization: `Bearer ${String(first.body.access_token)}` };
    expect((await get('/userinfo', bearer)).status).toBe(401);
    const again = await start();
    expect(again.status).toBe(200);
    expect(again.headers.get('x-ratelimit-remaining')).toBe('49');
  });

  it('forgets the users of tokens that need no memory', async () => {
    const { emulator, login, get } = setUp();
    const { body } = await login({ audience: 'https://api.example.com/', scope: 'openid' });
    const bearer = { authorization: `Bearer ${String(body.access_token)}` };
    expect((await get('/userinfo', bearer)).status).toBe(200);
    emulator.reset();
    expect((await get('/userinfo', bearer)).status).toBe(401);
  });

  it('keeps the users of the options', async () => {
    const { emulator, start } = setUp({
      disableSignups: true,
      users: [{ email: 'ada@example.com' }, { phoneNumber: '+14155550100' }],
    });
    emulator.reset();
    expect((await start()).status).toBe(200);
  });

  it('brings late answers at once', async () => {
    const { emulator, start } = setUp();
    emulator.failNext({ path: '/passwordless/start', delayMs: 600_000 });
    const late = start();
    await expect.poll(() => emulator.outbox.messages()).toHaveLength(1);
    emulator.reset();
    expect((await late).status).toBe(200);
  });

  it('keeps out a message that is still under way', async () => {
    const underWay: (() => void)[] = [];
    const { emulator, start } = setUp({
      deliver: (message) =>
        new Promise((resolve) => {
          underWay.push(() => resolve(message));
        }),
    });
    const starting = start();
    await expect.poll(() => underWay).toHaveLength(1);
    emulator.reset();
    underWay[0]?.();
    await starting;
    expect(emulator.outbox.messages()).toEqual([]);
  });
});

describe('what was begun before a reset', () => {
  it('cannot be finished after it', async () => {
    const { emulator, post, token, login } = setUp();
    const { authorize, ticketFor } = browserOf(emulator);
    const database = 'Username-Password-Authentication';
    const session = await post('/otp/challenge', {
      client_id: 'native',
      connection: database,
      email: 'ada@example.com',
      allow_signup: true,
    });
    const otp = emulator.outbox.messages()[0]?.code;
    const { body } = await login({ scope: 'offline_access' });
    const redirect = await authorize({ login_ticket: await ticketFor() });
    const login_ticket = await ticketFor();
    const mfaCode = emulator.setUser('eve@example.com', { mfa: true }).mfaCode;
    await post('/passwordless/start', { ...ada, email: 'eve@example.com', send: 'code' });
    const stopped = await token({
      username: 'eve@example.com',
      otp: emulator.outbox.messages()[0]?.code,
    });

    emulator.reset();

    const answers = await Promise.all([
      token({ auth_session: session.body.auth_session, otp }),
      token({ grant_type: 'refresh_token', refresh_token: body.refresh_token }),
      token({
        grant_type: 'authorization_code',
        code: redirect.parameters.code,
        redirect_uri: callback,
      }),
      token({
        grant_type: 'http://auth0.com/oauth/grant-type/mfa-otp',
        mfa_token: stopped.body.mfa_token,
        otp: mfaCode,
      }),
    ]);
    expect(answers.map(({ status, body: { error } }) => [status, error])).toEqual([
      [400, 'invalid_request'],
      [403, 'invalid_grant'],
      [403, 'invalid_grant'],
      [403, 'invalid_grant'],
    ]);
    expect((await authorize({ login_ticket })).parameters.error).toBe('invalid_request');
    expect((await authorize({ prompt: 'none' })).parameters.error).toBe('login_required');
  });
});

describe('two emulators', () => {
  it('share neither refresh tokens nor sessions', async () => {
    const one = setUp();
    const other = setUp();
    const { body } = await one.login({ scope: 'offline_access' });
    const fields = { grant_type: 'refresh_token', refresh_token: body.refresh_token };
    expect((await other.token(fields)).status).toBe(403);
    const { authorize, ticketFor } = browserOf(one.emulator);
    await authorize({ login_ticket: await ticketFor() });
    const silent = await browserOf(other.emulator).authorize({ prompt: 'none' });
    expect(silent.parameters.error).toBe('login_required');
  });

  it('share neither codes nor messages nor keys', async () => {
    const one = setUp();
    const other = setUp();
    await one.start();
    expect(other.emulator.outbox.messages()).toEqual([]);
    expect((await other.token({ otp: one.codeFor('ada@example.com') })).status).toBe(403);
    const keys = await Promise.all([one, other].map(({ get }) => get('/.well-known/jwks.json')));
    expect(keys[0]?.body).not.toEqual(keys[1]?.body);
  });
});

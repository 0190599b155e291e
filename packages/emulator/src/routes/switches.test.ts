import { describe, expect, it } from 'vitest';
import { createEmulator } from '../createEmulator.ts';
import { callerOf, phone } from '../testing/caller.ts';

function setUp(options?: Parameters<typeof createEmulator>[0]) {
  const emulator = createEmulator(options);
  const caller = callerOf(emulator);
  const answer = async (pending: ReturnType<typeof caller.start>) => {
    const { status, body } = await pending;
    return [status, body.error, body.error_description];
  };
  return { emulator, ...caller, answer };
}
const sms = { ...phone, email: undefined };

describe('PUT /_emulator/tenant', () => {
  it('changes settings and shows them all', async () => {
    const { emulator, put, get, start, codeFor } = setUp();
    const { status, body } = await put('/_emulator/tenant', { codeLength: 8 });
    expect([status, body.codeLength, body.codeLifetimeSeconds]).toEqual([200, 8, 180]);
    expect((await get('/_emulator/tenant')).body).toEqual(body);
    await start();
    expect(codeFor('ada@example.com')).toMatch(/^\d{8}$/);
    emulator.reset();
    await start();
    expect(codeFor('ada@example.com')).toMatch(/^\d{6}$/);
  });

  it('goes back to the options with a reset', async () => {
    const { emulator, get } = setUp({ codeLength: 4, disableSignups: true });
    emulator.setTenant({ codeLength: 9, disableSignups: false, captcha: 'x' });
    emulator.reset();
    const { body } = await get('/_emulator/tenant');
    expect([body.codeLength, body.disableSignups, body.captcha]).toEqual([4, true, null]);
  });

  it.each([
    [{ codeLength: 3 }, 'codeLength must be a whole number, 4 to 40'],
    [{ codeLifetimeSeconds: 59 }, 'codeLifetimeSeconds must be a whole number, 60 or more'],
    [{ disableSignup: true }, 'disableSignup is unknown'],
    [{ captcha: 1 }, 'captcha must be a text, or null'],
    [{ smsFailure: 'storm' }, 'smsFailure must be one of invalidNumber,'],
    [{ disabledConnections: ['fax'] }, 'disabledConnections must be'],
    [{ tokenFaults: { idToken: 1 } }, 'tokenFaults must be'],
  ])('refuses %o, whole', async (changes, problem) => {
    const { put, get } = setUp();
    const before = (await get('/_emulator/tenant')).body;
    const { status, body } = await put('/_emulator/tenant', { codeLength: 7, ...changes });
    expect([status, body.error]).toEqual([400, expect.stringContaining(problem)]);
    expect((await get('/_emulator/tenant')).body).toEqual(before);
  });

  it('needs a JSON object', async () => {
    expect((await setUp().put('/_emulator/tenant', [])).status).toBe(400);
  });

  it('is there in the process as well', async () => {
    const { emulator } = setUp();
    expect(() => emulator.setTenant({ codeLength: 1 })).toThrow(RangeError);
    expect(() => createEmulator({ smsFailure: null })).not.toThrow();
  });

  it('belongs to one emulator', async () => {
    const { emulator } = setUp();
    emulator.setTenant({ disabledConnections: ['email'] });
    expect((await setUp().start()).status).toBe(200);
  });

  it('switches connections off', async () => {
    const { emulator, start, answer } = setUp();
    emulator.setTenant({ disabledConnections: ['email'] });
    expect(await answer(start())).toEqual([400, 'bad.connection', 'Connection is disabled']);
    expect((await start(sms)).status).toBe(200);
  });

  it('disables sign-ups, also between a start and its exchange', async () => {
    const { emulator, start, token, codeFor, login } = setUp();
    await start();
    emulator.setTenant({ disableSignups: true });
    expect((await token({ otp: codeFor('ada@example.com') })).status).toBe(400);
    expect((await start()).body.error_description).toBe('Public signup is disabled');
    emulator.setTenant({ disableSignups: false });
    await login();
    emulator.setTenant({ disableSignups: true });
    expect((await login()).status).toBe(200);
  });

  it.each([
    ['invalidNumber', "The 'To' number +14155550100 is not a valid phone number. (Code: 21211)"],
    [
      'regionNotPermitted',
      "Permission to send an SMS has not been enabled for the region indicated by the 'To' number: +14155550100. (Code: 21408)",
    ],
    ['gatewayAnswer', 'Unexpected response while calling the SMS gateway: 500'],
    ['gatewayAuthentication', 'Authentication failed while calling the SMS gateway: 401'],
    ['gatewayTimeout', 'Timeout while calling the SMS gateway: ESOCKETTIMEDOUT'],
  ] as const)('lets SMS fail: %s', async (smsFailure, sentence) => {
    const { emulator, start, answer } = setUp();
    emulator.setTenant({ smsFailure });
    expect(await answer(start(sms))).toEqual([400, 'sms_provider_error', sentence]);
    expect(emulator.outbox.messages()).toEqual([]);
    expect((await start()).status).toBe(200);
  });

  it('lets mail fail', async () => {
    const { emulator, start, answer } = setUp();
    emulator.setTenant({ mailFails: true });
    expect(await answer(start())).toEqual([500, 'server_error', 'IdP Error']);
    expect((await start(sms)).status).toBe(200);
  });

  it('asks for a captcha', async () => {
    const { emulator, start, post } = setUp();
    expect((await post('/passwordless/challenge', {})).body).toEqual({ required: false });
    emulator.setTenant({ captcha: 'x7&k' });
    expect((await start()).body.error).toBe('invalid_captcha');
    expect((await start({ captcha: 'wrong' })).body.error).toBe('invalid_captcha');
    expect((await start({ captcha: 'x7&k' })).status).toBe(200);
    const { body } = await post('/passwordless/challenge', {});
    expect(body).toMatchObject({ required: true, type: 'code' });
    expect(decodeURIComponent(String(body.image))).toContain('x7&amp;k');
  });

  it('suspects bots', async () => {
    const { emulator, start, token } = setUp();
    emulator.setTenant({ suspectsBots: true });
    expect((await start()).body.error).toBe('requires_verification');
    expect((await token({ otp: '123456' })).body.error).toBe('requires_verification');
  });

  it('lets confidential applications start without their secret', async () => {
    const { emulator, start } = setUp();
    expect((await start({ client_id: 'web' })).status).toBe(403);
    emulator.setTenant({ enforcesClientAtStart: false });
    expect((await start({ client_id: 'web' })).status).toBe(200);
    expect((await start({ client_id: 'web', client_secret: 'wrong' })).status).toBe(401);
  });

  it('shortens the lives of tokens', async () => {
    const { emulator, login, get } = setUp({ now: () => 1_700_000_000_000 });
    emulator.setTenant({ accessTokenLifetimeSeconds: 5, idTokenLifetimeSeconds: 7 });
    const { body } = await login({ scope: 'openid' });
    expect(body.expires_in).toBe(5);
    const bearer = { authorization: `Bearer ${String(body.access_token)}` };
    emulator.clock.advance(4.999);
    expect((await get('/userinfo', bearer)).status).toBe(200);
    emulator.clock.advance(0.001);
    expect((await get('/userinfo', bearer)).status).toBe(401);
  });

  it('keeps to the limits of all endpoints', async () => {
    const { emulator, get } = setUp({ now: () => 1_700_000_000_000 });
    const calls = () => Promise.all(Array.from({ length: 11 }, () => get('/userinfo')));
    expect((await calls()).map(({ status }) => status)).not.toContain(429);
    emulator.reset();
    emulator.setTenant({ enforcesRateLimits: true });
    const answers = await calls();
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
    expect(answers[0]?.headers.get('x-ratelimit-limit')).toBe('10');
  });
});

// Auth0 docs, Rate limits of free tenants.
describe('X-RateLimit headers', () => {
  it.each([
    ['/oauth/token', '30'],
    ['/co/authenticate', '5'],
    ['/oauth/revoke', '300'],
    ['/passwordless/verify', '300'],
  ])('of POST %s tell a limit of %s', async (path, limit) => {
    const { post } = setUp({ now: () => 1_700_000_000_000 });
    const { headers } = await post(path, {});
    expect(headers.get('x-ratelimit-limit')).toBe(limit);
    expect(headers.get('x-ratelimit-remaining')).toBe(String(Number(limit) - 1));
    expect(Number(headers.get('x-ratelimit-reset'))).toBeGreaterThanOrEqual(1_700_000_000);
  });
});

describe('PUT /_emulator/users/:identifier', () => {
  it('changes a user, or makes one', async () => {
    const { put, get, emulator, login } = setUp();
    const { status, body } = await put('/_emulator/users/Ada@example.com', { mfa: true });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.stringMatching(/^email\|/),
      identifier: 'ada@example.com',
      connection: 'email',
      blocked: false,
      mfa: true,
      mfaCode: expect.stringMatching(/^\d{6}$/),
    });
    expect((await login()).body.error).toBe('mfa_required');
    const changed = await put('/_emulator/users/ada@example.com', { mfaCode: '000000' });
    expect(changed.body).toEqual({ ...body, mfaCode: '000000' });
    await put('/_emulator/users/ada@example.com', { mfa: false });
    expect((await login()).status).toBe(200);
    expect(emulator.users()).toHaveLength(1);
    expect((await get('/_emulator/users')).status).toBe(200);
  });

  it('knows phone numbers', async () => {
    const { put } = setUp();
    const { body } = await put(`/_emulator/users/${encodeURIComponent('+14155550100')}`, {});
    expect(body).toMatchObject({ identifier: '+14155550100', connection: 'sms' });
  });

  it('deletes a user', async () => {
    const { emulator } = setUp({ users: [{ email: 'ada@example.com' }] });
    const remove = () =>
      emulator.fetch('http://localhost:4400/_emulator/users/ada@example.com', { method: 'DELETE' });
    expect((await remove()).status).toBe(200);
    expect((await remove()).status).toBe(404);
    emulator.reset();
    expect(emulator.users()).toHaveLength(1);
  });

  it.each([
    [{ mfa: 'yes' }, 'mfa must be true or false'],
    [{ banned: true }, 'banned is unknown'],
  ])('refuses %o', async (fields, problem) => {
    const { put, emulator } = setUp();
    const { status, body } = await put('/_emulator/users/ada@example.com', fields);
    expect([status, body.error]).toEqual([400, expect.stringContaining(problem)]);
    expect(emulator.users()).toEqual([]);
  });

  it('goes back to the options with a reset', async () => {
    const { emulator } = setUp({ users: [{ email: 'ada@example.com', blocked: true }] });
    emulator.setUser('ada@example.com', { blocked: false, mfa: true });
    emulator.setUser('bob@example.com', {});
    emulator.reset();
    expect(emulator.users()).toMatchObject([
      { identifier: 'ada@example.com', blocked: true, mfa: false },
    ]);
  });

  it('works on pages of allowed origins', async () => {
    const { put } = setUp({ origin: 'http://localhost:5173' });
    expect((await put('/_emulator/users/ada@example.com', {})).status).toBe(200);
  });
});

describe('a blocked user', () => {
  // Auth0 docs, Passwordless best practices.
  it('gets no message, and the usual answer', async () => {
    const { emulator, start } = setUp();
    const usual = await start();
    emulator.setUser('ada@example.com', { blocked: true });
    const answer = await start();
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body)).toEqual(Object.keys(usual.body));
    expect(emulator.outbox.messages()).toHaveLength(1);
  });

  it('cannot exchange a code that was sent before', async () => {
    const { emulator, start, token, codeFor, answer } = setUp();
    await start();
    emulator.setUser('ada@example.com', { blocked: true });
    const otp = codeFor('ada@example.com');
    expect(await answer(token({ otp }))).toEqual([403, 'access_denied', 'user is blocked']);
  });

  // auth0/docs _passwordless-start.md and _passwordless-verify.md.
  it('is told by older tenants', async () => {
    const { emulator, start, token, codeFor, answer } = setUp({ tellsBlockedUsers: true });
    await start();
    emulator.setUser('ada@example.com', { blocked: true });
    expect(await answer(start())).toEqual([401, 'server_error', 'user is blocked']);
    const otp = codeFor('ada@example.com');
    expect(await answer(token({ otp }))).toEqual([401, 'unauthorized', 'user is blocked']);
  });
});

describe('PUT /_emulator/applications/:client_id', () => {
  it('changes an application, and shows it', async () => {
    const { put, get, start } = setUp();
    const { body } = await put('/_emulator/applications/native', { clientSecret: 'hush' });
    expect(body).toMatchObject({ clientId: 'native', type: 'native', clientSecret: 'hush' });
    expect((await get('/_emulator/applications/native')).body).toEqual(body);
    expect((await get('/_emulator/applications/nobody')).status).toBe(404);
    expect((await start()).body.error_description).toBe('Client authentication is required');
    await put('/_emulator/applications/native', { clientSecret: null });
    expect((await start()).status).toBe(200);
  });

  it('changes type and grants', async () => {
    const { emulator, login } = setUp();
    emulator.setApplication('native', { type: 'spa' });
    expect((await login()).body.error).toBe('unauthorized_client');
    emulator.setApplication('native', { type: 'native', grantTypes: [] });
    expect((await login()).body.error).toBe('unauthorized_client');
    emulator.reset();
    expect((await login()).status).toBe(200);
  });

  it('makes one', async () => {
    const { put, start } = setUp();
    await put('/_emulator/applications/shop', { name: 'Shop', connections: ['sms'] });
    expect((await start({ ...sms, client_id: 'shop' })).status).toBe(200);
    expect((await start({ client_id: 'shop' })).body.error).toBe('bad.connection');
  });

  it('is forgotten by a reset', async () => {
    const { emulator, get } = setUp();
    emulator.setApplication('shop', {});
    emulator.setApplication('native', { name: 'Other', logoutUrls: null });
    emulator.reset();
    expect((await get('/_emulator/applications/shop')).status).toBe(404);
    expect((await get('/_emulator/applications/native')).body).toMatchObject({
      name: 'Native',
      logoutUrls: expect.any(Array),
    });
  });

  it('does not reach other emulators, though they began with the same object', () => {
    const shop = {
      clientId: 'shop',
      name: 'Shop',
      type: 'native',
      grantTypes: [],
      callbacks: [],
      allowedOrigins: [],
    } as const;
    const one = createEmulator({ applications: [shop] });
    one.setApplication('shop', { name: 'Changed' });
    expect(shop.name).toBe('Shop');
  });

  it.each([
    [{ type: 'robot' }, 'type must be native, spa or regular_web'],
    [{ callbacks: null }, 'callbacks must be a list of texts'],
    [{ refreshTokenLeewaySeconds: -1 }, 'refreshTokenLeewaySeconds must be'],
    [{ clientId: 'other' }, 'clientId is unknown'],
  ])('refuses %o', async (fields, problem) => {
    const { put, emulator } = setUp();
    const { status, body } = await put('/_emulator/applications/native', fields);
    expect([status, body.error]).toEqual([400, expect.stringContaining(problem)]);
    expect((await emulator.fetch('http://localhost:4400/_emulator/applications')).status).toBe(200);
  });
});

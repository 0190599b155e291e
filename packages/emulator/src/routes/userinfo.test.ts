import { describe, expect, it } from 'vitest';
import { createEmulator } from '../createEmulator.ts';
import { callerOf } from '../testing/caller.ts';

const bearer = (token: unknown) => ({ authorization: `Bearer ${String(token)}` });

async function setUp(fields: object) {
  const emulator = createEmulator({ now: () => 1_700_000_000_000 });
  const caller = callerOf(emulator);
  const { body } = await caller.login(fields);
  return {
    emulator,
    userinfo: (token: unknown = body.access_token) => caller.get('/userinfo', bearer(token)),
    get: caller.get,
  };
}

describe('GET /userinfo', () => {
  it.each([
    ['an opaque token', {}],
    ['a token for an API', { audience: 'https://api.example.com/' }],
  ])('tells what the scopes of %s name', async (_what, fields) => {
    const { userinfo } = await setUp({ ...fields, scope: 'openid profile email' });
    const { status, body } = await userinfo();
    expect(status).toBe(200);
    expect(body).toEqual({
      sub: expect.stringMatching(/^email\|[0-9a-f]{24}$/),
      name: 'ada@example.com',
      nickname: 'ada',
      updated_at: expect.any(String),
      email: 'ada@example.com',
      email_verified: true,
    });
  });

  it('tells the subject alone for openid alone', async () => {
    const { userinfo } = await setUp({ scope: 'openid' });
    expect(Object.keys((await userinfo()).body)).toEqual(['sub']);
  });

  it.each([
    ['an opaque token', {}],
    ['a token for an API', { audience: 'https://api.example.com/' }],
  ])('refuses %s after a day', async (_what, fields) => {
    const { emulator, userinfo } = await setUp({ ...fields, scope: 'openid' });
    emulator.clock.advance(86_399);
    expect((await userinfo()).status).toBe(200);
    emulator.clock.advance(1);
    expect((await userinfo()).status).toBe(401);
  });

  it('refuses a missing, an unknown and a forged token', async () => {
    const { userinfo, get } = await setUp({ scope: 'openid' });
    expect((await get('/userinfo')).status).toBe(401);
    expect((await userinfo('unknown')).status).toBe(401);
    const stranger = await callerOf(createEmulator()).login({
      audience: 'https://api.example.com/',
      scope: 'openid',
    });
    const { status, headers } = await userinfo(stranger.body.access_token);
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toContain('invalid_token');
  });

  it('refuses a token without the scope openid', async () => {
    const { userinfo } = await setUp({ scope: 'email' });
    const { status, body } = await userinfo();
    expect([status, body.error]).toEqual([403, 'insufficient_scope']);
  });

  it('refuses an ID token', async () => {
    const emulator = createEmulator();
    const { login, get } = callerOf(emulator);
    const { body } = await login({ scope: 'openid' });
    const answer = await get('/userinfo', bearer(body.id_token));
    expect(answer.status).toBe(401);
  });
});

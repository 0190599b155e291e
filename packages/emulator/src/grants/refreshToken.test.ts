import { describe, expect, it } from 'vitest';
import type { ApplicationChanges } from '../applicationChanges.ts';
import { createEmulator } from '../createEmulator.ts';
import { callerOf } from '../testing/caller.ts';

const api = 'https://api.example.com/';
// Auth0.swift, AuthenticationError.swift.
const unknown = { error: 'invalid_grant', error_description: 'Unknown or invalid refresh token.' };

async function setUp(changes: ApplicationChanges = {}) {
  const emulator = createEmulator({ now: () => 1_700_000_000_000 });
  emulator.setApplication('native', changes);
  const caller = callerOf(emulator);
  const refresh = async (token: unknown, fields: object = {}) => {
    const { status, body } = await caller.post('/oauth/token', {
      grant_type: 'refresh_token',
      client_id: 'native',
      refresh_token: token,
      ...fields,
    });
    return { status, body };
  };
  const { body } = await caller.login({ scope: 'openid email offline_access', audience: api });
  return { emulator, ...caller, refresh, first: body.refresh_token };
}

const revoke = (caller: Awaited<ReturnType<typeof setUp>>, token: unknown) =>
  caller.form('/oauth/revoke', { client_id: 'native', token: String(token) });

describe('POST /oauth/token with a refresh token', () => {
  it('gives the tokens of the login again, without another refresh token', async () => {
    const { refresh, first } = await setUp();
    const { status, body } = await refresh(first);
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.any(String),
      id_token: expect.any(String),
      scope: 'openid email offline_access',
      expires_in: 86_400,
      token_type: 'Bearer',
    });
    expect((await refresh(first)).status).toBe(200);
  });

  it('takes a form as well', async () => {
    const { form, first } = await setUp();
    const { status } = await form('/oauth/token', {
      grant_type: 'refresh_token',
      client_id: 'native',
      refresh_token: String(first),
    });
    expect(status).toBe(200);
  });

  it('gives less when less is asked for, and never more', async () => {
    const { refresh, first } = await setUp();
    const { body } = await refresh(first, { scope: 'email profile' });
    expect(body.scope).toBe('email');
    expect(body.id_token).toBeUndefined();
    expect((await refresh(first)).body.scope).toBe('openid email offline_access');
  });

  it.each([
    ['an unknown token', { refresh_token: 'v1.unknown' }],
    [
      'a token of another application',
      { client_id: 'web', client_secret: 'web-secret-for-local-development-only' },
    ],
  ])('refuses %s', async (_what, fields) => {
    const { refresh, first } = await setUp({ refreshTokenRotation: true });
    const answer = await refresh(first, fields);
    expect([answer.status, answer.body]).toEqual([403, unknown]);
    // It was not the owner's doing.
    expect((await refresh(first)).status).toBe(200);
  });

  it('needs the token', async () => {
    const { refresh } = await setUp();
    const { status, body } = await refresh(undefined);
    expect([status, body.error_description]).toEqual([
      400,
      'Missing required parameter: refresh_token',
    ]);
  });

  it('needs the grant', async () => {
    const { refresh, first } = await setUp();
    const { emulator, refresh: other } = await setUp();
    emulator.setApplication('native', { grantTypes: [] });
    expect((await other(first)).body.error).toBe('unauthorized_client');
    expect((await refresh(first)).status).toBe(200);
  });

  it('refuses a user who is gone', async () => {
    const { emulator, refresh, first } = await setUp();
    emulator.removeUser('ada@example.com');
    const { status, body } = await refresh(first);
    expect([status, body]).toEqual([
      403,
      {
        error: 'invalid_grant',
        error_description: "The refresh_token was generated for a user who doesn't exist anymore.",
      },
    ]);
  });

  it('refuses a blocked user', async () => {
    const { emulator, refresh, first } = await setUp();
    emulator.setUser('ada@example.com', { blocked: true });
    expect((await refresh(first)).body.error).toBe('access_denied');
  });

  it('ends when its lifetime is over', async () => {
    const { emulator, refresh, first } = await setUp({ refreshTokenLifetimeSeconds: 60 });
    emulator.clock.advance(59.999);
    expect((await refresh(first)).status).toBe(200);
    emulator.clock.advance(0.001);
    expect((await refresh(first)).body).toEqual(unknown);
  });
});

// Auth0 docs, Refresh token rotation.
describe('refresh token rotation', () => {
  it('gives another refresh token each time', async () => {
    const { refresh, first } = await setUp({ refreshTokenRotation: true });
    const second = (await refresh(first)).body.refresh_token;
    const third = (await refresh(second)).body.refresh_token;
    expect(second).toMatch(/^v1\.[0-9a-f]{64}$/);
    expect(new Set([first, second, third]).size).toBe(3);
  });

  it('takes a second use for a theft, and ends all that came of the login', async () => {
    const { refresh, first } = await setUp({ refreshTokenRotation: true });
    const second = (await refresh(first)).body.refresh_token;
    const reuse = await refresh(first);
    expect([reuse.status, reuse.body]).toEqual([403, unknown]);
    expect((await refresh(second)).body).toEqual(unknown);
  });

  it('leaves other logins of the same user alone', async () => {
    const { refresh, login, first } = await setUp({ refreshTokenRotation: true });
    const { body } = await login({ scope: 'offline_access', audience: api });
    await refresh(first);
    await refresh(first);
    expect((await refresh(body.refresh_token)).status).toBe(200);
  });

  it('lets one of two simultaneous uses win', async () => {
    const { refresh, first } = await setUp({ refreshTokenRotation: true });
    const answers = await Promise.all([refresh(first), refresh(first)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403]);
  });

  it.each([
    [9.999, 200],
    [10, 403],
  ])('with a leeway of ten seconds, a second use after %d answers %d', async (after, status) => {
    const { emulator, refresh, first } = await setUp({
      refreshTokenRotation: true,
      refreshTokenLeewaySeconds: 10,
    });
    await refresh(first);
    emulator.clock.advance(after);
    expect((await refresh(first)).status).toBe(status);
  });

  it('within the leeway, gives tokens that work each to who lost an answer', async () => {
    const { emulator, refresh, first } = await setUp({
      refreshTokenRotation: true,
      refreshTokenLeewaySeconds: 10,
    });
    emulator.failNext({ path: '/oauth/token', answerLost: true });
    await expect(refresh(first)).rejects.toThrow(TypeError);
    const again = await refresh(first);
    expect(again.status).toBe(200);
    expect((await refresh(again.body.refresh_token)).status).toBe(200);
  });

  it('counts the leeway from the first use', async () => {
    const { emulator, refresh, first } = await setUp({
      refreshTokenRotation: true,
      refreshTokenLeewaySeconds: 10,
    });
    await refresh(first);
    emulator.clock.advance(6);
    expect((await refresh(first)).status).toBe(200);
    emulator.clock.advance(6);
    expect((await refresh(first)).status).toBe(403);
  });

  it('within the leeway, takes only the token that was exchanged last', async () => {
    const { refresh, first } = await setUp({
      refreshTokenRotation: true,
      refreshTokenLeewaySeconds: 10,
    });
    const second = (await refresh(first)).body.refresh_token;
    const third = (await refresh(second)).body.refresh_token;
    expect((await refresh(first)).body).toEqual(unknown);
    expect((await refresh(third)).body).toEqual(unknown);
  });
});

describe('POST /oauth/revoke', () => {
  it.each(['form', 'post'] as const)('ends a refresh token, by %s', async (way) => {
    const caller = await setUp();
    const answer = await caller[way]('/oauth/revoke', {
      client_id: 'native',
      token: String(caller.first),
      token_type_hint: 'refresh_token',
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBeNull();
    expect((await caller.refresh(caller.first)).body).toEqual(unknown);
  });

  it('ends the whole family of a token that rotates', async () => {
    const caller = await setUp({ refreshTokenRotation: true });
    const second = (await caller.refresh(caller.first)).body.refresh_token;
    await revoke(caller, caller.first);
    expect((await caller.refresh(second)).body).toEqual(unknown);
  });

  it('leaves other logins alone, unless revocation deletes the grant', async () => {
    const caller = await setUp();
    const others = [
      (await caller.login({ scope: 'offline_access', audience: api })).body.refresh_token,
      (await caller.login({ scope: 'offline_access' })).body.refresh_token,
    ];
    await revoke(caller, caller.first);
    expect((await caller.refresh(others[0])).status).toBe(200);

    caller.emulator.setTenant({ revocationDeletesGrant: true });
    await revoke(caller, caller.first);
    expect((await caller.refresh(others[0])).status).toBe(403);
    // A grant is of one user, application and API.
    expect((await caller.refresh(others[1])).status).toBe(200);
  });

  it('says nothing about tokens that are unknown or of others', async () => {
    const caller = await setUp();
    expect((await revoke(caller, 'v1.unknown')).status).toBe(200);
    const web = { client_id: 'web', client_secret: 'web-secret-for-local-development-only' };
    const answer = await caller.form('/oauth/revoke', { ...web, token: String(caller.first) });
    expect(answer.status).toBe(200);
    expect((await caller.refresh(caller.first)).status).toBe(200);
  });

  it('needs the secret of a confidential application, and a token', async () => {
    const { post } = await setUp();
    const bare = await post('/oauth/revoke', { client_id: 'web', token: 'v1.x' });
    expect([bare.status, bare.body.error]).toEqual([401, 'invalid_client']);
    const empty = await post('/oauth/revoke', { client_id: 'native' });
    expect([empty.status, empty.body.error]).toEqual([400, 'invalid_request']);
  });
});

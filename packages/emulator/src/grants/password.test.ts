import { describe, expect, it } from 'vitest';
import type { ApplicationChanges } from '../applicationChanges.ts';
import { createEmulator } from '../createEmulator.ts';
import { callerOf } from '../testing/caller.ts';

const passwordRealm = 'http://auth0.com/oauth/grant-type/password-realm';
const ro = 'http://auth0.com/oauth/legacy/grant-type/ro';

async function setUp(changes: ApplicationChanges) {
  const emulator = createEmulator();
  emulator.setApplication('native', changes);
  const caller = callerOf(emulator);
  await caller.start();
  const password = caller.codeFor('ada@example.com');
  const exchange = async (fields: object, path = '/oauth/token') => {
    const answer = await caller.post(path, {
      client_id: 'native',
      username: 'ada@example.com',
      password,
      scope: 'openid',
      ...fields,
    });
    return { status: answer.status, body: answer.body };
  };
  return { emulator, exchange };
}

/** As an article of 2019 has it. */
const article = {
  grant_type: 'password',
  connection: 'email',
  response_token: 'token',
  sso: 'false',
};
const tokens = { access_token: expect.any(String), id_token: expect.any(String) };

describe('POST /oauth/token with the grant password', () => {
  it('is not allowed at first', async () => {
    const { exchange } = await setUp({});
    expect(await exchange(article)).toMatchObject({
      status: 403,
      body: {
        error: 'unauthorized_client',
        error_description: "Grant type 'password' not allowed for the client.",
      },
    });
  });

  // Auth0 community 114452.
  it('finds no user with the grant alone', async () => {
    const { exchange } = await setUp({ grantTypes: ['password'] });
    expect(await exchange(article)).toEqual({
      status: 500,
      body: {
        error: 'server_error',
        error_description: 'Authorization server not configured with default connection.',
      },
    });
  });

  it('takes a code for the password where that is switched on', async () => {
    const { exchange } = await setUp({ legacyPassword: true });
    expect(await exchange(article)).toMatchObject({ status: 200, body: tokens });
  });

  it('guesses the connection when none is told', async () => {
    const { exchange } = await setUp({ legacyPassword: true });
    expect((await exchange({ grant_type: 'password' })).status).toBe(200);
  });

  it('refuses a wrong code', async () => {
    const { exchange } = await setUp({ legacyPassword: true });
    expect(await exchange({ ...article, password: 'wrong' })).toMatchObject({
      status: 403,
      body: { error: 'invalid_grant' },
    });
  });
});

describe('POST /oauth/token with the grant password-realm', () => {
  const fields = { grant_type: passwordRealm, realm: 'email' };

  // Lock.swift issue #664.
  it('is not for codes, even with the grant', async () => {
    const { exchange } = await setUp({ grantTypes: [passwordRealm] });
    const { body } = await exchange(fields);
    expect(body.error_description).toBe(
      'Passwordless authentication is not allowed on this endpoint.',
    );
  });

  it('takes a code for the password where that is switched on', async () => {
    const { exchange } = await setUp({ legacyPasswordRealm: true });
    expect(await exchange(fields)).toMatchObject({ status: 200, body: tokens });
  });

  it.each([
    [undefined, 'Missing required parameter: realm'],
    ['staff', 'Unknown realm staff.'],
  ])('with the realm %s: 400', async (realm, error_description) => {
    const { exchange } = await setUp({ grantTypes: [passwordRealm] });
    expect(await exchange({ ...fields, realm })).toEqual({
      status: 400,
      body: { error: 'invalid_request', error_description },
    });
  });
});

describe('POST /oauth/ro', () => {
  const fields = { grant_type: 'password', connection: 'email' };

  // okta-graveyard/lock-passwordless issue #143.
  it('is not allowed at first', async () => {
    const { exchange } = await setUp({});
    const { status, body } = await exchange(fields, '/oauth/ro');
    expect([status, body.error_description]).toEqual([
      403,
      "Grant type 'http://auth0.com/oauth/legacy/grant-type/ro' not allowed for the client.",
    ]);
  });

  it('takes a code for the password of applications that have the grant', async () => {
    const { exchange } = await setUp({ grantTypes: [ro] });
    expect(await exchange(fields, '/oauth/ro')).toMatchObject({ status: 200, body: tokens });
    expect((await exchange(fields, '/oauth/ro')).status).toBe(403);
  });
});

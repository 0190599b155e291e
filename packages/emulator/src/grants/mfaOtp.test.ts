import { describe, expect, it } from 'vitest';
import { createEmulator } from '../createEmulator.ts';
import { callerOf } from '../testing/caller.ts';

async function setUp() {
  const emulator = createEmulator();
  const { mfaCode = '' } = emulator.setUser('ada@example.com', { mfa: true });
  const caller = callerOf(emulator);
  const first = await caller.login({ scope: 'openid email offline_access' });
  const complete = async (fields: object = {}) => {
    const { status, body } = await caller.post('/oauth/token', {
      grant_type: 'http://auth0.com/oauth/grant-type/mfa-otp',
      client_id: 'native',
      mfa_token: first.body.mfa_token,
      otp: mfaCode,
      ...fields,
    });
    return { status, body };
  };
  return { emulator, ...caller, first, complete, mfaCode };
}

describe('a login of a user with MFA', () => {
  // Auth0 docs, MFA with the resource owner password flow.
  it('stops with a token and with what is required', async () => {
    const { first, mfaCode } = await setUp();
    expect(mfaCode).toMatch(/^\d{6}$/);
    expect([first.status, first.body]).toEqual([
      403,
      {
        error: 'mfa_required',
        error_description: 'Multifactor authentication required',
        mfa_token: expect.stringMatching(/^Fe26/),
        mfa_requirements: { challenge: [{ type: 'otp' }] },
      },
    ]);
  });

  it('goes on with the code of the authenticator app, to what was asked for', async () => {
    const { complete } = await setUp();
    const { status, body } = await complete();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      scope: 'openid email offline_access',
      id_token: expect.any(String),
      refresh_token: expect.any(String),
    });
  });

  // Auth0.swift, AuthenticationError.swift.
  it('refuses a wrong code, and takes the right one then', async () => {
    const { complete } = await setUp();
    const wrong = await complete({ otp: 'wrong' });
    expect([wrong.status, wrong.body]).toEqual([
      403,
      { error: 'invalid_grant', error_description: 'Invalid otp_code.' },
    ]);
    expect((await complete()).status).toBe(200);
  });

  it('goes on once, and for the same application alone', async () => {
    const { complete } = await setUp();
    const malformed = { error: 'invalid_grant', error_description: 'Malformed mfa_token' };
    expect((await complete({ client_id: 'spa' })).body).toEqual(malformed);
    expect((await complete({ mfa_token: 'Fe26.2*unknown' })).body).toEqual(malformed);
    expect((await complete()).status).toBe(200);
    expect((await complete()).body).toEqual(malformed);
  });

  it('waits ten minutes', async () => {
    const { emulator, complete } = await setUp();
    emulator.clock.advance(600);
    const { status, body } = await complete();
    expect([status, body]).toEqual([
      401,
      { error: 'expired_token', error_description: 'mfa_token is expired' },
    ]);
  });

  it.each(['otp', 'mfa_token'])('needs %s to go on', async (name) => {
    const { complete } = await setUp();
    expect((await complete({ [name]: undefined })).body.error_description).toBe(
      `Missing required parameter: ${name}`,
    );
  });

  it('needs no MFA to refresh', async () => {
    const { complete, post } = await setUp();
    const { body } = await complete();
    const refreshed = await post('/oauth/token', {
      grant_type: 'refresh_token',
      client_id: 'native',
      refresh_token: body.refresh_token,
    });
    expect(refreshed.status).toBe(200);
  });
});

describe('POST /mfa/challenge', () => {
  it('names the authenticator app', async () => {
    const { post, first } = await setUp();
    const fields = { client_id: 'native', mfa_token: first.body.mfa_token };
    const answer = await post('/mfa/challenge', { ...fields, challenge_type: 'oob otp' });
    expect([answer.status, answer.body]).toEqual([200, { challenge_type: 'otp' }]);
    expect((await post('/mfa/challenge', fields)).status).toBe(200);
  });

  it.each([
    [{ challenge_type: 'oob' }, 'unsupported_challenge_type'],
    [{ mfa_token: 'unknown' }, 'invalid_grant'],
    [{ mfa_token: undefined }, 'invalid_request'],
    [{ client_id: 'web' }, 'invalid_client'],
  ])('with %o answers %s', async (fields, error) => {
    const { post, first } = await setUp();
    const { mfa_token } = first.body;
    const answer = await post('/mfa/challenge', { client_id: 'native', mfa_token, ...fields });
    expect(answer.body.error).toBe(error);
  });
});

import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { createEmulator } from '../createEmulator.ts';
import { browserOf, callback } from '../testing/browser.ts';
import { callerOf } from '../testing/caller.ts';

function setUp(options?: Parameters<typeof createEmulator>[0]) {
  const emulator = createEmulator(options);
  return { emulator, ...callerOf(emulator), ...browserOf(emulator) };
}

const expired = {
  error: 'unauthorized',
  error_description: 'The verification code has expired. Please try to login again.',
  state: 'mine',
};

describe('the link of a message', () => {
  // nextjs-auth0 issue #346.
  it('brings tokens back in the fragment, and no ID token, when nothing was asked for', async () => {
    const { open, linkFor } = setUp();
    const back = await open(await linkFor({ state: 'mine' }));
    expect(back).toMatchObject({ status: 302, at: callback, by: '#' });
    expect(back.parameters).toEqual({
      access_token: expect.any(String),
      expires_in: '7200',
      token_type: 'Bearer',
      state: 'mine',
    });
  });

  it('brings an ID token with the nonce of the start', async () => {
    const { open, linkFor } = setUp();
    const wanted = { response_type: 'token id_token', scope: 'openid email', nonce: 'n-1' };
    const { by, parameters } = await open(await linkFor(wanted));
    expect(by).toBe('#');
    expect(decodeJwt(parameters.id_token ?? '')).toMatchObject({
      nonce: 'n-1',
      email: 'ada@example.com',
      at_hash: expect.any(String),
    });
  });

  it('brings a code in the query, which is exchanged without PKCE', async () => {
    const { open, linkFor, post } = setUp();
    const wanted = { response_type: 'code', scope: 'openid', state: 'mine', nonce: 'n-2' };
    const { by, parameters } = await open(await linkFor(wanted));
    expect([by, parameters.state]).toEqual(['?', 'mine']);
    const exchange = {
      grant_type: 'authorization_code',
      client_id: 'native',
      redirect_uri: callback,
      code: parameters.code,
    };
    const bound = await post('/oauth/token', { ...exchange, code_verifier: 'x'.repeat(43) });
    expect(bound.body.error).toBe('invalid_grant');
    const { status, body } = await post('/oauth/token', exchange);
    expect(status).toBe(200);
    expect(decodeJwt(String(body.id_token)).nonce).toBe('n-2');
  });

  // Auth0 docs, Passwordless connection limitations.
  it('leads to no refresh token, unless the tenant allows it', async () => {
    const { emulator, open, linkFor, post } = setUp();
    const tokensOf = async () => {
      const wanted = { response_type: 'code', scope: 'offline_access' };
      const { parameters } = await open(await linkFor(wanted));
      const { body } = await post('/oauth/token', {
        grant_type: 'authorization_code',
        client_id: 'native',
        redirect_uri: callback,
        code: parameters.code,
      });
      return body;
    };
    expect((await tokensOf()).refresh_token).toBeUndefined();
    emulator.setTenant({ allowsRefreshTokensByLink: true });
    expect((await tokensOf()).refresh_token).toMatch(/^v1\./);
  });

  it('goes to the first callback when none was asked for', async () => {
    const { open, linkFor } = setUp();
    expect((await open(await linkFor({ redirect_uri: undefined }))).at).toBe(
      'http://localhost:5173/',
    );
  });

  it('begins a session at Auth0', async () => {
    const { open, linkFor, authorize } = setUp();
    await open(await linkFor());
    expect((await authorize({ prompt: 'none' })).parameters.code).toBeDefined();
  });

  // Auth0 community 140785.
  it.each([
    [
      'was used',
      (emulator: ReturnType<typeof createEmulator>, link: string) => emulator.navigate(link),
    ],
    ['is old', (emulator: ReturnType<typeof createEmulator>) => emulator.clock.advance(180)],
  ])('that %s brings an error back in the fragment', async (_what, spoil) => {
    const { emulator, open, linkFor } = setUp();
    for (const response_type of ['token', 'code']) {
      // oxlint-disable-next-line no-await-in-loop
      const link = await linkFor({ response_type, state: 'mine' });
      // oxlint-disable-next-line no-await-in-loop
      await spoil(emulator, link);
      // oxlint-disable-next-line no-await-in-loop
      const back = await open(link);
      expect([back.status, back.by, back.parameters]).toEqual([302, '#', expired]);
    }
  });

  it('that is not the newest brings an error back', async () => {
    const { open, linkFor } = setUp({ codeLength: 12 });
    const older = await linkFor({ state: 'mine' });
    const newer = await linkFor();
    expect((await open(older)).parameters).toEqual({
      ...expired,
      error_description: 'Wrong email or verification code.',
    });
    expect((await open(newer)).parameters.access_token).toBeDefined();
  });

  it('is spent by whoever opens it, a mail scanner too', async () => {
    const { emulator, open, linkFor } = setUp();
    const link = await linkFor();
    await emulator.handle(new Request(link, { method: 'HEAD' }));
    expect((await open(link)).parameters.error).toBe('unauthorized');
  });

  it('carries addresses that were not allowed nowhere', async () => {
    const { open, linkFor } = setUp();
    const answer = await open(await linkFor({ redirect_uri: 'https://evil.example/' }));
    expect([answer.status, answer.at]).toEqual([403, '']);
  });

  // Auth0 community 109529.
  it('says so in a browser that Auth0 does not know, where the tenant insists, and stays good', async () => {
    const { emulator, open, linkFor, authorize, ticketFor } = setUp();
    emulator.setTenant({ allowsLinksWithoutSession: false });
    const link = await linkFor();
    const page = await open(link);
    expect([page.status, page.at]).toEqual([400, '']);
    expect(page.html).toContain(
      'The link must be opened on the same device and browser from which you submitted your email address. Start over from this device or browser.',
    );
    await authorize({ login_ticket: await ticketFor('bob@example.com') });
    expect((await open(link)).parameters.access_token).toBeDefined();
  });

  it('makes no user of a stranger when sign-ups were disabled since', async () => {
    const { emulator, open, linkFor } = setUp();
    const link = await linkFor();
    emulator.setTenant({ disableSignups: true });
    expect((await open(link)).parameters.error_description).toBe('Public signup is disabled');
    expect(emulator.users()).toEqual([]);
  });

  it('brings a blocked user back with an error', async () => {
    const { emulator, open, linkFor } = setUp();
    const link = await linkFor();
    emulator.setUser('ada@example.com', { blocked: true });
    expect((await open(link)).parameters).toMatchObject({
      error: 'unauthorized',
      error_description: 'user is blocked',
    });
  });
});

describe('POST /passwordless/verify', () => {
  const fields = { client_id: 'native', connection: 'email', email: 'ada@example.com' };
  const documented = {
    grant_type: 'password',
    client_id: 'native',
    connection: 'email',
    username: 'ada@example.com',
    redirect_uri: callback,
  };

  it('finds a code right and leaves it good, for verify_redirect', async () => {
    const { start, codeFor, post, open } = setUp();
    await start();
    const verification_code = codeFor('ada@example.com');
    const { status, body } = await post('/passwordless/verify', { ...fields, verification_code });
    expect([status, body]).toEqual([200, {}]);
    const query = { ...fields, verification_code, redirect_uri: callback, response_type: 'token' };
    const back = await open(
      `/passwordless/verify_redirect?${new URLSearchParams(query).toString()}`,
    );
    expect(back.parameters.access_token).toBeDefined();
  });

  it('takes the documented body as well', async () => {
    const { start, codeFor, post } = setUp();
    await start();
    const password = codeFor('ada@example.com');
    expect((await post('/passwordless/verify', { ...documented, password })).status).toBe(200);
  });

  it('counts wrong tries', async () => {
    const { start, codeFor, post, token } = setUp();
    await start();
    const otp = codeFor('ada@example.com');
    const verification_code = 'wrong';
    const answer = await post('/passwordless/verify', { ...fields, verification_code });
    expect([answer.status, answer.body.error]).toEqual([401, 'invalid_user_password']);
    await post('/passwordless/verify', { ...fields, verification_code });
    await post('/passwordless/verify', { ...fields, verification_code });
    expect((await token({ otp })).body.error_description).toContain('maximum number');
  });

  it.each([
    // auth0.js issue #1199.
    [{ ...fields, client_id: undefined, verification_code: '1' }, 'client_id'],
    [{ ...fields, connection: undefined, verification_code: '1' }, 'connection'],
    [{ ...documented, username: undefined, password: '1' }, 'username'],
    [documented, 'password'],
  ])('%o: 400 without %s', async (body, name) => {
    const { post } = setUp();
    const answer = await post('/passwordless/verify', body);
    expect([answer.status, answer.body]).toEqual([
      400,
      { error: 'invalid_request', error_description: `Missing required property: ${name}` },
    ]);
  });

  it('does without a client where the tenant does', async () => {
    const { start, codeFor, post } = setUp({ enforcesClientAtVerify: false });
    await start();
    const verification_code = codeFor('ada@example.com');
    const body = { ...fields, client_id: undefined, verification_code };
    expect((await post('/passwordless/verify', body)).status).toBe(200);
  });

  it('refuses an unknown client and a blocked user', async () => {
    const { emulator, start, post } = setUp();
    const body = { ...fields, verification_code: '1' };
    const stranger = await post('/passwordless/verify', { ...body, client_id: 'nobody' });
    expect([stranger.status, stranger.body]).toEqual([
      403,
      { error: 'unauthorized_client', error_description: 'invalid client' },
    ]);
    await start();
    emulator.setUser('ada@example.com', { blocked: true });
    const blocked = await post('/passwordless/verify', body);
    expect([blocked.status, blocked.body]).toEqual([
      401,
      { error: 'unauthorized', error_description: 'user is blocked' },
    ]);
  });
});

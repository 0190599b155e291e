import { createHash } from 'node:crypto';
import { createRemoteJWKSet, customFetch, decodeJwt, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { createEmulator } from '../createEmulator.ts';
import { browserOf, callback } from '../testing/browser.ts';
import { callerOf, otpGrant } from '../testing/caller.ts';

const hash = (text: string) => createHash('sha256').update(text);
const half = (text: string) => hash(text).digest().subarray(0, 16).toString('base64url');
const verifier = 'a-verifier-of-forty-three-characters-or-more';
const pkce = {
  code_challenge: hash(verifier).digest('base64url'),
  code_challenge_method: 'S256',
};

function setUp(options?: Parameters<typeof createEmulator>[0]) {
  const emulator = createEmulator(options);
  const browser = browserOf(emulator);
  const caller = callerOf(emulator);
  const exchange = async (code: string | undefined, fields: object = {}) => {
    const { status, body } = await caller.post('/oauth/token', {
      grant_type: 'authorization_code',
      client_id: 'native',
      redirect_uri: callback,
      code,
      ...fields,
    });
    return { status, body };
  };
  const logIn = async (parameters: Record<string, string> = {}) =>
    browser.authorize({ login_ticket: await browser.ticketFor(), ...parameters });
  return { emulator, ...browser, ...caller, exchange, logIn };
}

describe('/authorize with a login ticket', () => {
  it('sends a code and the state back in the query', async () => {
    const { logIn, exchange } = setUp();
    const back = await logIn({ scope: 'openid email', nonce: 'n-1' });
    expect(back).toMatchObject({ status: 302, at: callback, by: '?' });
    expect(back.parameters).toEqual({ code: expect.any(String), state: 's t' });
    const { status, body } = await exchange(back.parameters.code);
    expect(status).toBe(200);
    expect(decodeJwt(String(body.id_token))).toMatchObject({
      aud: 'native',
      email: 'ada@example.com',
      nonce: 'n-1',
      sid: expect.any(String),
    });
  });

  it('gives a refresh token by code', async () => {
    const { logIn, exchange } = setUp();
    const { parameters } = await logIn({ scope: 'offline_access' });
    expect((await exchange(parameters.code)).body.refresh_token).toMatch(/^v1\./);
  });

  it('sends tokens back in the fragment, held together by hashes', async () => {
    const { emulator, logIn } = setUp();
    const { by, parameters } = await logIn({
      response_type: 'code token id_token',
      scope: 'openid email offline_access',
      nonce: 'n-2',
    });
    expect(by).toBe('#');
    expect(parameters).toEqual({
      access_token: expect.any(String),
      scope: 'openid email',
      expires_in: '7200',
      token_type: 'Bearer',
      id_token: expect.any(String),
      code: expect.any(String),
      state: 's t',
    });
    const keys = createRemoteJWKSet(new URL('.well-known/jwks.json', emulator.issuer), {
      [customFetch]: emulator.fetch,
    });
    const { payload } = await jwtVerify(parameters.id_token ?? '', keys);
    expect(payload).toMatchObject({
      nonce: 'n-2',
      at_hash: half(parameters.access_token ?? ''),
      c_hash: half(parameters.code ?? ''),
    });
  });

  it('takes each ticket once, for its application', async () => {
    const { authorize, ticketFor } = setUp();
    const login_ticket = await ticketFor();
    const other = await authorize({ login_ticket, client_id: 'spa' });
    // A third-party implementation that runs against a tenant.
    const unknown = {
      error: 'invalid_request',
      error_description: 'Unknown login ticket.',
      state: 's t',
    };
    expect(other.parameters).toEqual(unknown);
    expect((await authorize({ login_ticket })).parameters.code).toBeDefined();
    expect((await authorize({ login_ticket })).parameters).toEqual(unknown);
  });

  it('takes a ticket in the browser that got it alone, where the tenant insists', async () => {
    const { emulator, open, codeFor, start } = setUp({ bindsLoginTickets: true });
    emulator.setApplication('native', { crossOriginLogin: true });
    const ticketBy = async (credentials: RequestCredentials) => {
      await start();
      const answer = await emulator.fetch('http://localhost:4400/co/authenticate', {
        method: 'POST',
        credentials,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          client_id: 'native',
          username: 'ada@example.com',
          otp: codeFor('ada@example.com'),
          realm: 'email',
          credential_type: otpGrant,
        }),
      });
      const { login_ticket }: { login_ticket: string } = await answer.json();
      return `/authorize?client_id=native&response_type=code&login_ticket=${login_ticket}`;
    };
    const blocked = await open(await ticketBy('omit'));
    expect([blocked.status, blocked.at]).toEqual([401, '']);
    expect((await open(await ticketBy('include'))).parameters.code).toBeDefined();
  });

  it('refuses a ticket of long ago', async () => {
    const { emulator, authorize, ticketFor } = setUp();
    const login_ticket = await ticketFor();
    emulator.clock.advance(900);
    expect((await authorize({ login_ticket })).parameters.error).toBe('invalid_request');
  });

  it('refuses a user who was blocked since', async () => {
    const { emulator, authorize, ticketFor } = setUp();
    const login_ticket = await ticketFor();
    emulator.setUser('ada@example.com', { blocked: true });
    expect((await authorize({ login_ticket })).parameters).toMatchObject({
      error: 'unauthorized',
      error_description: 'user is blocked',
    });
  });
});

describe('/authorize', () => {
  it.each([
    ['without a client', { client_id: '' }, 400],
    ['with an unknown client', { client_id: 'nobody' }, 400],
    ['with a foreign redirect_uri', { redirect_uri: 'https://evil.example/' }, 403],
    ['with a redirect_uri that goes on', { redirect_uri: `${callback}/more` }, 403],
  ])('%s shows a page and redirects nowhere', async (_what, parameters, status) => {
    const { authorize } = setUp();
    const answer = await authorize({ ...parameters, prompt: 'none' });
    expect([answer.status, answer.at]).toEqual([status, '']);
    expect(answer.html).toContain('<!doctype html>');
  });

  it('escapes what it shows', async () => {
    const { authorize } = setUp();
    expect((await authorize({ client_id: '<script>x' })).html).toContain('&lt;script&gt;x');
  });

  it('takes the first callback when none is told', async () => {
    const { emulator, open } = setUp();
    emulator.setApplication('native', { callbacks: ['https://one.example/cb', callback] });
    const back = await open('/authorize?client_id=native&response_type=code&prompt=none');
    expect(back.at).toBe('https://one.example/cb');
  });

  it.each([
    ['https://app.shop.example/cb', 302],
    ['https://evil.example/x.shop.example/cb', 403],
    ['https://app.shop.example/other', 403],
  ])('with a wildcard callback, %s answers %d', async (redirect_uri, status) => {
    const { emulator, authorize } = setUp();
    emulator.setApplication('native', { callbacks: ['https://*.shop.example/cb'] });
    expect((await authorize({ redirect_uri, prompt: 'none' })).status).toBe(status);
  });

  it.each([
    [{ response_type: '' }, 'invalid_request', '?'],
    [{ response_type: 'device' }, 'unsupported_response_type', '#'],
    [{ response_type: 'token', response_mode: 'query' }, 'invalid_request', '?'],
    [{ response_mode: 'carrier_pigeon' }, 'invalid_request', '?'],
    [{ response_type: 'id_token', scope: 'openid' }, 'invalid_request', '#'],
    [{ audience: 'https://nowhere.example/' }, 'access_denied', '?'],
    [{ code_challenge: 'x', code_challenge_method: 'plain' }, 'invalid_request', '?'],
    [{ prompt: 'none' }, 'login_required', '?'],
  ])('with %o sends back %s', async (parameters, error, by) => {
    const { authorize } = setUp();
    const back = await authorize(parameters);
    expect([back.status, back.at, back.by]).toEqual([302, callback, by]);
    expect(back.parameters).toMatchObject({ error, state: 's t' });
  });

  it.each([
    ['token', 'implicit'],
    ['code', 'authorization_code'],
  ])('with response_type %s needs the grant %s', async (response_type, grant) => {
    const { emulator, authorize } = setUp();
    emulator.setApplication('native', { grantTypes: ['refresh_token'] });
    expect((await authorize({ response_type })).parameters).toMatchObject({
      error: 'unauthorized_client',
      error_description: `Grant type '${grant}' not allowed for the client.`,
    });
  });

  it('takes a form as well', async () => {
    const { open } = setUp();
    const fields = { client_id: 'native', response_type: 'code', prompt: 'none' };
    const back = await open('/authorize', { method: 'POST', body: new URLSearchParams(fields) });
    expect(back.parameters.error).toBe('login_required');
  });
});

describe('Auth0’s own session', () => {
  it('answers prompt=none after a login, and another application too', async () => {
    const { authorize, logIn } = setUp();
    await logIn();
    expect((await authorize({ prompt: 'none' })).parameters.code).toBeDefined();
    expect((await authorize({ client_id: 'spa', prompt: 'none' })).parameters.code).toBeDefined();
  });

  it('is asked again when a connection is named, or the login is wanted', async () => {
    const { authorize, logIn } = setUp();
    await logIn();
    const named = await authorize({ connection: 'email', prompt: 'none' });
    expect(named.parameters.error).toBe('login_required');
    expect((await authorize({ prompt: 'login' })).html).toContain('E-mail address');
  });

  it('does not begin with the passwordless grant', async () => {
    const { authorize, login } = setUp();
    await login();
    expect((await authorize({ prompt: 'none' })).parameters.error).toBe('login_required');
  });

  it('ends with its user, and with a reset', async () => {
    const { emulator, authorize, logIn } = setUp();
    await logIn();
    emulator.removeUser('ada@example.com');
    expect((await authorize({ prompt: 'none' })).parameters.error).toBe('login_required');
    await logIn();
    emulator.reset();
    expect((await authorize({ prompt: 'none' })).parameters.error).toBe('login_required');
  });
});

describe('response_mode', () => {
  it('web_message posts the answer to the page that asked, alone', async () => {
    const { authorize } = setUp();
    const { status, html } = await authorize({
      response_mode: 'web_message',
      prompt: 'none',
      state: '</script>',
    });
    expect(status).toBe(200);
    expect(html).toContain('"type":"authorization_response"');
    expect(html).toContain('"error":"login_required"');
    expect(html).toContain('"http://localhost:5173")');
    expect(html.match(/<\/script>/g)).toHaveLength(1);
  });

  it('web_message is refused for a page that is no allowed web origin', async () => {
    const { emulator, authorize } = setUp();
    emulator.setApplication('native', { webOrigins: [] });
    const { status, html } = await authorize({ response_mode: 'web_message', prompt: 'none' });
    expect(status).toBe(403);
    expect(html).not.toContain('postMessage');
  });

  it('form_post submits a form', async () => {
    const { authorize } = setUp();
    const { html } = await authorize({
      response_mode: 'form_post',
      prompt: 'none',
      state: '"><b>',
    });
    expect(html).toContain(`action="${callback}"`);
    expect(html).toContain('name="error" value="login_required"');
    expect(html).toContain('name="state" value="&quot;&gt;&lt;b&gt;"');
  });
});

describe('POST /oauth/token with an authorization code', () => {
  // go-auth0, recording of a bad authorization code.
  const invalid = { error: 'invalid_grant', error_description: 'Invalid authorization code' };

  it('takes a code once', async () => {
    const { logIn, exchange } = setUp();
    const { code } = (await logIn()).parameters;
    expect((await exchange(code)).status).toBe(200);
    const again = await exchange(code);
    expect([again.status, again.body]).toEqual([403, invalid]);
  });

  it('gives one of two simultaneous exchanges the tokens', async () => {
    const { logIn, exchange } = setUp();
    const { code } = (await logIn(pkce)).parameters;
    const answers = await Promise.all(
      [1, 2].map(() => exchange(code, { code_verifier: verifier })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403]);
  });

  it('refuses a code that is unknown, old, or of another application', async () => {
    const { emulator, logIn, exchange } = setUp();
    expect((await exchange('unknown')).body).toEqual(invalid);
    const { code } = (await logIn()).parameters;
    expect((await exchange(code, { client_id: 'spa' })).body).toEqual(invalid);
    emulator.clock.advance(600);
    expect((await exchange(code)).body).toEqual(invalid);
  });

  it('wants the redirect_uri that was used', async () => {
    const { logIn, exchange } = setUp();
    const { code } = (await logIn()).parameters;
    const { status, body } = await exchange(code, { redirect_uri: 'http://localhost:5173/' });
    expect([status, body]).toEqual([
      403,
      {
        error: 'unauthorized_client',
        error_description: `The redirect URI is wrong. You sent http://localhost:5173/, and we expected ${callback}`,
      },
    ]);
    expect((await exchange(code, { redirect_uri: undefined })).status).toBe(403);
    expect((await exchange(code)).status).toBe(200);
  });

  it('wants the verifier that belongs to the challenge', async () => {
    const { logIn, exchange } = setUp();
    const { code } = (await logIn(pkce)).parameters;
    const wrong = await exchange(code, { code_verifier: `${verifier}!` });
    // nextjs-auth0 and go-auth0 tests.
    expect([wrong.status, wrong.body]).toEqual([
      403,
      { error: 'invalid_grant', error_description: 'Failed to verify code verifier' },
    ]);
    expect((await exchange(code)).body.error).toBe('invalid_grant');
    expect((await exchange(code, { code_verifier: verifier })).status).toBe(200);
  });

  it('refuses a verifier for a code without a challenge', async () => {
    const { logIn, exchange } = setUp();
    const { code } = (await logIn()).parameters;
    const { status, body } = await exchange(code, { code_verifier: verifier });
    expect([status, body.error]).toEqual([403, 'invalid_grant']);
  });

  it('wants a code', async () => {
    const { exchange } = setUp();
    expect((await exchange(undefined)).body).toEqual({
      error: 'invalid_request',
      error_description: 'Missing required parameter: code',
    });
  });
});

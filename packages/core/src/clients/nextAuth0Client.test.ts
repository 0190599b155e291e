import { describe, expect, it, vi } from 'vitest';
import type { PasswordlessErrorCode } from '../passwordlessError.ts';
import { createNextAuth0Client, type NextAuth0ClientOptions } from './nextAuth0Client.ts';

const email = { connection: 'email', email: 'ana@example.com' } as const;
const sms = { connection: 'sms', phoneNumber: '+14155550100' } as const;

/** A client whose server always gives this answer. */
function answering(
  status: number,
  body: unknown,
  { headers = {}, ...options }: NextAuth0ClientOptions & { headers?: Record<string, string> } = {},
) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const fetch = vi.fn<typeof globalThis.fetch>(
    async () => new Response(text || null, { status, headers }),
  );
  const client = createNextAuth0Client({ fetch, now: () => 1_000_000, ...options });
  const sent = () => {
    const [url, { body: json } = {}] = fetch.mock.lastCall ?? [];
    const sentBody: unknown = JSON.parse(typeof json === 'string' ? json : '');
    return { url, body: sentBody };
  };
  return { client, fetch, sent };
}

const errorOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => new Error('The call did not fail.'),
    (error: unknown) => error,
  );

const said = (error: string, error_description: string) => ({ error, error_description });

// The login through the real SDK is in the contract tests of the package react.
describe('createNextAuth0Client', () => {
  it('starts at the route of the SDK, which insists on send for an e-mail', async () => {
    const { client, fetch, sent } = answering(204, '');
    await expect(client.start({ ...email, language: 'fr' })).resolves.toBeUndefined();
    expect(sent()).toEqual({
      url: '/auth/passwordless/start',
      body: { ...email, language: 'fr', send: 'code' },
    });
    expect(fetch.mock.lastCall?.[1]).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      keepalive: true,
    });
    await client.start({ ...email, send: undefined });
    expect(sent().body).toEqual({ ...email, send: 'code' });
    await client.start({ ...email, send: 'link' });
    expect(sent().body).toEqual({ ...email, send: 'link' });
  });

  it('names the code as the SDK does, and gives null for it', async () => {
    const { client, sent } = answering(200, { success: true });
    await expect(client.exchangeCode({ ...sms, code: '123456' })).resolves.toBeNull();
    expect(sent()).toEqual({
      url: '/auth/passwordless/verify',
      body: { ...sms, verificationCode: '123456' },
    });
  });

  it('calls elsewhere when told so', async () => {
    const { client, sent } = answering(204, '', { baseUrl: '/shop/login' });
    await client.start(email);
    expect(sent().url).toBe('/shop/login/start');
    await client.exchangeCode({ ...email, code: '123456' });
    expect(sent().url).toBe('/shop/login/verify');
  });

  // All that `handlePasswordlessStart` of 4.30 can answer: 400 with Auth0's words, or with the SDK's own, or 500.
  it.each<[body: object, PasswordlessErrorCode, status?: number]>([
    [
      said('bad.email', 'error in email - email format validation failed: food'),
      'invalid_identifier',
    ],
    [
      said('bad.phone_number', 'String does not match pattern: ^\\+[0-9]{1,15}$'),
      'invalid_identifier',
    ],
    [said('sms_provider_error', 'The number is not valid. (Code: 21211)'), 'invalid_identifier'],
    [said('sms_provider_error', 'Timeout while calling the SMS gateway: 504'), 'delivery_failed'],
    [said('bad.connection', 'Connection is disabled'), 'misconfigured'],
    [said('bad.connection', 'Public signup is disabled'), 'signup_disabled'],
    [said('bad.request', 'the following properties are not allowed: x'), 'misconfigured'],
    [said('server_error', 'error resolving client'), 'misconfigured'],
    [said('server_error', 'user is blocked'), 'blocked'],
    [said('server_error', 'IdP Error'), 'provider_down'],
    [said('unauthorized_client', 'Client authentication is required'), 'misconfigured'],
    [said('requires_verification', 'Verification is required'), 'captcha_required'],
    [said('invalid_captcha', 'Failed to start passwordless flow'), 'captcha_required'],
    // A 429 of Auth0 whose status and headers the SDK drops.
    [said('too_many_requests', 'Rate limit exceeded.'), 'rate_limited'],
    [said('Too Many Requests', 'Failed to start passwordless flow'), 'rate_limited'],
    [said('too_many_attempts', 'Your account has been blocked.'), 'blocked'],
    [said('temporarily_unavailable', 'Failed to start passwordless flow'), 'provider_down'],
    // Auth0 sent a page, or JSON without a name.
    [said('unknown_error', 'Failed to start passwordless flow'), 'provider_down'],
    // Of the SDK itself.
    [said('invalid_connection', "connection must be 'email' or 'sms'"), 'misconfigured'],
    [said('invalid_request', 'Invalid JSON in request body'), 'misconfigured'],
    [said('invalid_request', 'Missing or invalid send'), 'misconfigured'],
    [said('invalid_configuration', 'APP_BASE_URL must use http or https.'), 'misconfigured'],
    [said('domain_resolution_error', 'Domain resolver threw an error.'), 'misconfigured'],
    [said('domain_validation_error', 'The domain is not valid.'), 'misconfigured'],
    // Auth0 did not answer it (`unexpected_error`), or anything else was thrown.
    [said('server_error', 'Internal server error'), 'provider_down', 500],
  ])('start: takes %j for %s', async (body, code, status = 400) => {
    const { client } = answering(status, body);
    expect(await errorOf(client.start(email))).toMatchObject({ code, status, retryAt: undefined });
  });

  // All that `handlePasswordlessVerify` can answer.
  it.each<[body: object, PasswordlessErrorCode, status?: number]>([
    [said('invalid_grant', 'Wrong email or verification code.'), 'wrong_code'],
    [said('invalid_grant', 'Wrong phone number or verification code.'), 'wrong_code'],
    [said('invalid_grant', 'The verification code has expired.'), 'expired_code'],
    [
      said(
        'invalid_grant',
        "You've reached the maximum number of attempts. Please try to login again.",
      ),
      'too_many_attempts',
    ],
    [said('access_denied', 'Not today.'), 'access_denied'],
    [said('access_denied', 'Service not found: https://api.example.com/'), 'misconfigured'],
    [said('unauthorized', 'user is blocked'), 'blocked'],
    [said('too_many_attempts', 'Your account has been blocked.'), 'blocked'],
    [said('too_many_requests', 'Global limit has been reached'), 'rate_limited'],
    [said('unauthorized_client', "Grant type '…' not allowed for the client."), 'misconfigured'],
    [said('invalid_client', 'Client authentication failed'), 'misconfigured'],
    [said('server_error', 'IdP Error'), 'provider_down'],
    // Without a token the SDK cannot go on with it, and neither can the app.
    [said('mfa_required', 'Multifactor authentication required'), 'mfa_required'],
    // Auth0 sent a page, a header in the place of a body, a broken token, or nothing.
    [
      said(
        'unknown_error',
        '"response" is not a conform Token Endpoint response (unexpected HTTP status code)',
      ),
      'provider_down',
    ],
    [said('unknown_error', 'fetch failed'), 'provider_down'],
    [said('unknown_error', 'The operation was aborted due to timeout'), 'provider_down'],
    [said('unknown_error', 'Passwordless verification failed'), 'provider_down'],
    [
      said('invalid_issuer', 'ID token issuer mismatch. Check AUTH0_DOMAIN configuration.'),
      'misconfigured',
    ],
    [
      said('invalid_audience', 'ID token audience mismatch. Check AUTH0_CLIENT_ID configuration.'),
      'misconfigured',
    ],
    [
      said(
        'missing_id_token',
        "No id_token in passwordless verify response. Ensure 'openid' scope is requested.",
      ),
      'misconfigured',
    ],
    [said('invalid_connection', "connection must be 'email' or 'sms'"), 'misconfigured', 400],
    [said('invalid_request', 'Missing or invalid verificationCode'), 'misconfigured', 400],
    [said('dpop_configuration_error', 'DPoP is not set up.'), 'misconfigured', 400],
    [said('mtls_endpoint_aliases_missing', 'useMtls is enabled but …'), 'misconfigured', 400],
    [said('domain_resolution_error', 'Domain resolver threw an error.'), 'misconfigured', 400],
    // `discovery_error`, `unexpected_error`, or anything else was thrown.
    [said('server_error', 'Internal server error'), 'provider_down', 500],
  ])('exchangeCode: takes %j for %s', async (body, code, status = 403) => {
    const { client } = answering(status, body);
    const error = await errorOf(client.exchangeCode({ ...email, code: '123456' }));
    expect(error).toMatchObject({ code, status, retryAt: undefined });
  });

  it('reads the bare object of a second factor', async () => {
    const { client } = answering(403, {
      ...said('mfa_required', 'Multifactor authentication required'),
      mfa_token: 'encrypted',
      mfa_requirements: { challenge: [{ type: 'otp' }, { type: 'phone' }] },
    });
    const error = await errorOf(client.exchangeCode({ ...email, code: '123456' }));
    expect(error).toMatchObject({
      code: 'mfa_required',
      mfa: { token: 'encrypted', factors: ['otp', 'phone'] },
    });
    expect(JSON.stringify(error)).not.toContain('encrypted');
  });

  it('tells the developer where the SDK is not set up right, in its own words', async () => {
    const words = said('missing_id_token', "Ensure 'openid' scope is requested.");
    const { client } = answering(403, words);
    const error = await errorOf(client.exchangeCode({ ...email, code: '123456' }));
    expect(error).toMatchObject({
      setupHint: { setting: expect.stringContaining('`Auth0Client`') },
      message: expect.stringContaining("missing_id_token: Ensure 'openid' scope is requested."),
    });
  });

  it('says Auth0’s words to developers, without the code', async () => {
    const { client } = answering(403, said('invalid_grant', 'Wrong code 123456.'));
    const error = String(await errorOf(client.exchangeCode({ ...email, code: '123456' })));
    expect(error).toContain('invalid_grant: Wrong code •••.');
  });

  it.each<[string, number, unknown, PasswordlessErrorCode]>([
    ['no middleware, or an SDK before 4.27', 404, '<h1>Not found</h1>', 'misconfigured'],
    ['a static host', 405, '', 'misconfigured'],
    ['a proxy whose server is down', 502, '<h1>Bad gateway</h1>', 'provider_down'],
    ['a firewall', 403, '<h1>Forbidden</h1>', 'unexpected_response'],
    ['an error of somebody else', 400, { error: { code: 'E_OTHER' } }, 'unexpected_response'],
  ])('takes %s for what it is', async (_, status, body, code) => {
    const { client } = answering(status, body);
    expect(await errorOf(client.start(email))).toMatchObject({ code, status });
  });

  it('says when to try again where a proxy before the SDK does', async () => {
    const { client } = answering(429, 'Slow down', { headers: { 'retry-after': '90' } });
    expect(await errorOf(client.start(email))).toMatchObject({
      code: 'rate_limited',
      retryAt: 1_090_000,
    });
  });

  it('asks the developer whether the login is mounted', async () => {
    const { client } = answering(404, '');
    expect(String(await errorOf(client.start(email)))).toContain(
      '/auth/passwordless/start answered 404. Is the login mounted there?',
    );
  });
});

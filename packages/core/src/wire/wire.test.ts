import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { StartRequest } from '../clients/passwordlessClient.ts';
import type { PasswordlessErrorCode } from '../passwordlessError.ts';
import { setupHint, type SetupProblem } from '../setupHint.ts';
import { readTokens } from './answers.ts';
import { challengedCodeMeanings, crossOriginMeanings, readFailure } from './failures.ts';
import { exchangeInit, startInit } from './requests.ts';

const at = Date.UTC(2026, 10, 23, 12);
const email = { connection: 'email', email: 'ana@example.com' } as const;
const sms = { connection: 'sms', phoneNumber: '+14155550100' } as const;

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
  response: new Response(null, { status, headers }),
  text: typeof body === 'string' ? body : JSON.stringify(body),
});

const failure = (status: number, body: unknown, headers?: Record<string, string>) =>
  readFailure(answer(status, body, headers), at);

/** Everything of an error that ends in a log. */
const logged = (error: Error) =>
  [error.message, error.stack, JSON.stringify(error), inspect(error, { depth: 9 })].join('\n');

const html =
  '<!doctype html><html><head><title>Client Error</title></head><p>secret-page</p></html>';

describe('start', () => {
  const bodyOf = (request: StartRequest): unknown => {
    const { body } = startInit('my-client', request);
    return JSON.parse(typeof body === 'string' ? body : '');
  };

  it.each<[string, StartRequest, unknown]>([
    [
      'e-mail',
      email,
      { client_id: 'my-client', connection: 'email', email: 'ana@example.com', send: 'code' },
    ],
    [
      'an e-mail code',
      { ...email, send: 'code' },
      { client_id: 'my-client', connection: 'email', email: 'ana@example.com', send: 'code' },
    ],
    [
      'an e-mail link',
      { ...email, send: 'link' },
      { client_id: 'my-client', connection: 'email', email: 'ana@example.com', send: 'link' },
    ],
    [
      'SMS',
      sms,
      { client_id: 'my-client', connection: 'sms', phone_number: '+14155550100', send: 'code' },
    ],
  ])(
    'sends for %s exactly the keys that Auth0 allows, `send` always among them',
    (_, request, body) => {
      expect(bodyOf(request)).toStrictEqual(body);
    },
  );

  it('sends a code by SMS, even if a link got past the types', () => {
    const request = JSON.parse(JSON.stringify({ ...sms, send: 'link' })) as StartRequest;
    expect(bodyOf(request)).toHaveProperty('send', 'code');
  });

  it('leaves out every key that Auth0 would refuse', () => {
    const request = { ...email, language: 'fr-CA', type: 'code', clientSecret: 'x' };
    expect(Object.keys(Object(bodyOf(request)))).toEqual([
      'client_id',
      'connection',
      'email',
      'send',
    ]);
  });

  it('passes on a captcha and what a link is to carry', () => {
    const authParams = { redirect_uri: 'https://app.example/', state: 'abc' };
    expect(bodyOf({ ...email, send: 'link', authParams, captcha: 'x' })).toEqual({
      client_id: 'my-client',
      connection: 'email',
      email: 'ana@example.com',
      send: 'link',
      authParams,
      captcha: 'x',
    });
  });

  it('puts the language into a header', () => {
    const { headers } = startInit('my-client', { ...sms, language: 'fr-CA' });
    expect(headers).toStrictEqual({
      'content-type': 'application/json',
      'x-request-language': 'fr-CA',
    });
  });

  it.each([undefined, ''])('sends no language header for the language %j', (language) => {
    expect(startInit('my-client', { ...email, language }).headers).toStrictEqual({
      'content-type': 'application/json',
    });
  });

  it('is a POST that outlives the page', () => {
    expect(startInit('my-client', email)).toMatchObject({ method: 'POST', keepalive: true });
  });
});

describe('exchange', () => {
  const formOf = (...request: Parameters<typeof exchangeInit>) => {
    const { body } = exchangeInit(...request);
    return body instanceof URLSearchParams ? Object.fromEntries(body) : body;
  };

  it.each([
    ['e-mail', email, 'email', 'ana@example.com'],
    ['SMS', sms, 'sms', '+14155550100'],
  ] as const)(
    'sends for %s the passwordless grant and nothing else',
    (_, identifier, realm, username) => {
      const request = { ...identifier, code: '001234', language: 'fr' };
      expect(formOf('my-client', request, { scope: 'openid email' })).toStrictEqual({
        grant_type: 'http://auth0.com/oauth/grant-type/passwordless/otp',
        client_id: 'my-client',
        realm,
        username,
        otp: '001234',
        scope: 'openid email',
      });
    },
  );

  it('sends the audience when there is one', () => {
    const options = { scope: 'openid', audience: 'https://api.example.com/' };
    expect(formOf('my-client', { ...email, code: '123456' }, options)).toHaveProperty(
      'audience',
      'https://api.example.com/',
    );
  });

  it('is an encoded form without headers, so that a browser asks no preflight', async () => {
    const init = exchangeInit('my-client', { ...sms, code: '012345' }, { scope: 'openid email' });
    const request = new Request('https://example.com', init);
    expect(init.headers).toBeUndefined();
    expect(request.method).toBe('POST');
    expect(request.headers.get('content-type')).toMatch(/^application\/x-www-form-urlencoded/);
    expect(await request.text()).toContain(
      'realm=sms&otp=012345&username=%2B14155550100&client_id=my-client&scope=openid+email',
    );
  });

  it('does not outlive the page: its answer would be lost, and the try with it', () => {
    expect(exchangeInit('c', { ...sms, code: '012345' }, { scope: '' })).not.toHaveProperty(
      'keepalive',
    );
  });
});

describe('tokens', () => {
  it('come with the instant they end at', () => {
    const body = {
      access_token: 'access',
      refresh_token: 'refresh',
      id_token: 'id',
      token_type: 'DPoP',
      expires_in: 86_400,
      scope: 'openid email offline_access',
    };
    expect(readTokens(answer(200, body), at, 'openid')).toStrictEqual({
      accessToken: 'access',
      refreshToken: 'refresh',
      idToken: 'id',
      tokenType: 'DPoP',
      expiresAt: at + 86_400_000,
      scope: 'openid email offline_access',
    });
  });

  it('need no more than an access token', () => {
    expect(readTokens(answer(200, { access_token: 'access' }), at, 'openid')).toStrictEqual({
      accessToken: 'access',
      refreshToken: undefined,
      idToken: undefined,
      tokenType: 'Bearer',
      expiresAt: null,
      scope: 'openid',
    });
  });

  it.each([
    ['60', at + 60_000],
    [0, null],
    [-1, null],
    ['soon', null],
    [null, null],
    [{}, null],
  ])('with an expires_in of %j end at %j', (expires_in, expiresAt) => {
    const body = { access_token: 'access', expires_in };
    expect(readTokens(answer(200, body), at, '').expiresAt).toBe(expiresAt);
  });

  it.each([
    ['an HTML page', 200, html],
    ['an empty body', 200, ''],
    ['no content', 204, ''],
    ['broken JSON', 200, '{"access_token":"secret-page'],
    ['an array', 200, ['secret-page']],
    ['null', 200, 'null'],
    ['a string', 200, '"secret-page"'],
    ['a number', 200, '1'],
    ['another object', 200, { token: 'secret-page' }],
    ['an access token that is no text', 200, { access_token: { a: 'secret-page' } }],
    ['an empty access token', 200, { access_token: '', id_token: 'secret-page' }],
  ])(
    'in %s are unexpected_response, and the message shows nothing of the body',
    (_, status, body) => {
      let error: unknown;
      try {
        readTokens(answer(status, body), at, '');
      } catch (caught) {
        error = caught;
      }
      expect(error).toMatchObject({ code: 'unexpected_response', status });
      expect(logged(Object(error))).not.toContain('secret-page');
    },
  );
});

/** A body of Auth0: `error` and `error_description`. */
const auth0 = (error: string, error_description?: string) => ({ error, error_description });
type FailureRow = [status: number, body: unknown, code: PasswordlessErrorCode, SetupProblem?];

const startFailures: FailureRow[] = [
  [
    400,
    auth0('bad.tenant', 'error in tenant - tenant validation failed: invalid_tenant'),
    'misconfigured',
    'domain',
  ],
  [
    400,
    auth0('bad.tenant', 'error in tenant - could not find tenant in params'),
    'misconfigured',
    'domain',
  ],
  [
    400,
    auth0('bad.client_id', 'Missing required property: client_id'),
    'misconfigured',
    'clientId',
  ],
  [
    400,
    auth0('bad.connection', 'Missing required property: connection'),
    'misconfigured',
    'connection',
  ],
  [400, auth0('bad.connection', 'Connection does not exist'), 'misconfigured', 'connection'],
  [400, auth0('bad.connection', 'Connection is disabled'), 'misconfigured', 'connection'],
  [
    400,
    auth0(
      'bad.connection',
      'Invalid connection strategy. It must either be a passwordless connection',
    ),
    'misconfigured',
    'connection',
  ],
  [400, auth0('bad.connection', 'Unknown error'), 'misconfigured', 'connection'],
  [400, auth0('bad.connection', 'Public signup is disabled'), 'signup_disabled'],
  [
    400,
    auth0('bad.email', 'error in email - email format validation failed: food'),
    'invalid_identifier',
  ],
  [400, auth0('bad.phone_number', 'Missing required property: phone_number'), 'invalid_identifier'],
  [
    400,
    auth0('bad.phone_number', 'String does not match pattern: ^\\+[0-9]{1,15}$'),
    'invalid_identifier',
  ],
  [
    400,
    auth0('bad.authParams', 'error in authParams - invalid type: string (expected object)'),
    'misconfigured',
    'request',
  ],
  [400, auth0('bad.send'), 'misconfigured', 'request'],
  [
    400,
    auth0('bad.request', 'the following properties are not allowed: type'),
    'misconfigured',
    'request',
  ],
  [
    400,
    auth0('sms_provider_error', "The 'To' number +1… is not a valid phone number. (Code: 21211)"),
    'invalid_identifier',
  ],
  [
    400,
    auth0('sms_provider_error', 'Permission has not been enabled for the region (Code: 21408)'),
    'delivery_failed',
  ],
  [
    400,
    auth0('sms_provider_error', 'Unexpected response while calling the SMS gateway: 502'),
    'delivery_failed',
  ],
  [
    400,
    auth0('sms_provider_error', 'Authentication failed while calling the SMS gateway: 401'),
    'delivery_failed',
  ],
  [
    400,
    auth0('sms_provider_error', 'Timeout while calling the SMS gateway: 504'),
    'delivery_failed',
  ],
  [400, auth0('sms_provider_error', "The client's trial has expired"), 'delivery_failed'],
  [
    400,
    auth0('invalid_request', 'Expected `auth0-forwarded-for` header to be a valid IP address.'),
    'misconfigured',
    'request',
  ],
  [
    400,
    auth0(
      'invalid_request',
      'The client_id in the authentication header does not match the client_id in the payload',
    ),
    'misconfigured',
    'clientId',
  ],
  [400, auth0('server_error', 'error resolving client'), 'misconfigured', 'clientId'],
  [401, auth0('server_error', 'user is blocked'), 'blocked'],
  [401, 'Unauthorized. Invalid client credentials.', 'misconfigured', 'clientAuthentication'],
  [
    403,
    auth0('unauthorized_client', 'Client authentication is required'),
    'misconfigured',
    'clientAuthentication',
  ],
  [403, 'Origin https://test.app is not allowed.', 'misconfigured', 'origin'],
  [400, auth0('invalid_captcha'), 'captcha_required'],
  [401, auth0('requires_verification'), 'captcha_required'],
  [
    429,
    auth0('too_many_requests', 'Rate limit exceeded. Please retry after some time.'),
    'rate_limited',
  ],
  [429, auth0('too_many_requests', 'Rate limit exceeded.'), 'rate_limited'],
  [
    429,
    auth0(
      'too_many_requests',
      'Too many requests. Check the X-RateLimit-Limit, X-RateLimit-Remaining and X-RateLimit-Reset headers.',
    ),
    'rate_limited',
  ],
  [429, auth0('too_many_attempts'), 'blocked'],
  [500, auth0('server_error', 'IdP Error'), 'provider_down'],
  [503, auth0('temporarily_unavailable'), 'provider_down'],
  [421, {}, 'misconfigured', 'domain'],
];

const tokenFailures: FailureRow[] = [
  [403, auth0('invalid_grant', 'Wrong email or verification code.'), 'wrong_code'],
  [403, auth0('invalid_grant', 'Wrong phone number or verification code.'), 'wrong_code'],
  [400, auth0('invalid_grant'), 'wrong_code'],
  [
    403,
    auth0('invalid_grant', 'The verification code has expired. Please try to login again.'),
    'expired_code',
  ],
  [400, auth0('invalid_grant', 'Your code expired.'), 'expired_code'],
  [
    403,
    auth0(
      'invalid_grant',
      "You've reached the maximum number of attempts. Please try to login again.",
    ),
    'too_many_attempts',
  ],
  [
    403,
    {
      ...auth0(
        'unauthorized_client',
        "Grant type 'http://auth0.com/oauth/grant-type/passwordless/otp' not allowed for the client.",
      ),
      error_uri: 'https://auth0.com/docs/clients/client-grant-types',
    },
    'misconfigured',
    'grant',
  ],
  [403, auth0('mfa_required', 'Multifactor authentication required'), 'mfa_required'],
  [401, auth0('mfa_required', 'Multifactor authentication required'), 'mfa_required'],
  [403, auth0('access_denied', 'Your trial has expired'), 'access_denied'],
  [403, auth0('access_denied', 'Ask the grant office for a client account.'), 'access_denied'],
  [403, auth0('access_denied', 'Maximum number of attempts'), 'access_denied'],
  [403, auth0('access_denied'), 'access_denied'],
  [403, auth0('access_denied', 'user is blocked'), 'blocked'],
  [
    403,
    auth0('access_denied', 'Service not found: https://api.example.com'),
    'misconfigured',
    'audience',
  ],
  [401, auth0('unauthorized', 'user is blocked'), 'blocked'],
  [401, auth0('unauthorized', 'Clients of this plan may not log in.'), 'access_denied'],
  [
    429,
    auth0(
      'too_many_attempts',
      "Your account has been blocked after multiple consecutive login attempts. We've sent you an email with instructions on how to unblock it.",
    ),
    'blocked',
  ],
  [
    429,
    auth0(
      'too_many_attempts',
      "Your account has been blocked after multiple consecutive login attempts. We've sent you a notification via your preferred contact method with instructions on how to unblock it.",
    ),
    'blocked',
  ],
  [400, auth0('invalid_request', 'Missing required parameter: code'), 'misconfigured', 'request'],
  [400, auth0('unsupported_grant_type', 'Grant type not supported'), 'misconfigured', 'grant'],
  [400, auth0('invalid_scope'), 'misconfigured', 'request'],
  [
    401,
    auth0('invalid_client', 'Client authentication failed'),
    'misconfigured',
    'clientAuthentication',
  ],
  [404, auth0('endpoint_disabled'), 'misconfigured', 'request'],
  [405, auth0('method_not_allowed'), 'misconfigured', 'request'],
  [501, auth0('unsupported_response_type'), 'misconfigured', 'request'],
];

const otherShapes: FailureRow[] = [
  [
    403,
    {
      name: 'Error',
      code: 'invalid_grant',
      description: 'The verification code has expired. Please try to login again.',
      statusCode: 403,
    },
    'expired_code',
  ],
  [400, { code: 'bad.email', description: 'email format validation failed' }, 'invalid_identifier'],
  [400, { code: 'invalid_captcha' }, 'captcha_required'],
  [400, { code: 400, error: 'bad.email' }, 'invalid_identifier'],
  [403, { error: 'Wrong email or verification code.' }, 'wrong_code'],
  [403, { error: 'The verification code has expired. Please try again.' }, 'expired_code'],
  [403, { error: "You've reached the maximum number of attempts." }, 'too_many_attempts'],
  [403, { error: 'Client authentication is required' }, 'misconfigured', 'clientAuthentication'],
  [
    400,
    { statusCode: 400, error: 'Bad Request', message: 'user is blocked', errorCode: 'any' },
    'blocked',
  ],
  [
    400,
    { statusCode: 400, error: 'Bad Request', message: 'Nope', errorCode: 'invalid_scope' },
    'misconfigured',
    'request',
  ],
  [400, { statusCode: 400, error: 'Bad Request', message: 'Nope' }, 'unexpected_response'],
  [400, 'Something went wrong', 'unexpected_response'],
  [400, html, 'unexpected_response'],
  [400, '', 'unexpected_response'],
  [404, 'null', 'unexpected_response'],
  [403, '[]', 'unexpected_response'],
  [403, '"text"', 'unexpected_response'],
  [403, '{"error":', 'unexpected_response'],
  [400, { error: 'constructor' }, 'unexpected_response'],
  [400, { error: '__proto__', error_description: 'toString' }, 'unexpected_response'],
  [400, { error: {} }, 'unexpected_response'],
  [400, { error: ['invalid_grant'] }, 'unexpected_response'],
  [302, '', 'unexpected_response'],
  [429, html, 'rate_limited'],
  [429, '', 'rate_limited'],
  [500, html, 'provider_down'],
  [502, 'Bad gateway', 'provider_down'],
  [503, '', 'provider_down'],
  [599, {}, 'provider_down'],
  [500, auth0('server_error', 'The client went away'), 'provider_down'],
];

describe('failure', () => {
  it.each([...startFailures, ...tokenFailures, ...otherShapes])(
    '%d %j is %s',
    (status, body, code, problem) => {
      const error = failure(status, body);
      expect(error).toMatchObject({ code, status });
      expect(error.setupHint).toEqual(problem && setupHint(problem));
      expect(error.message).toMatch(`Auth0 Passwordless: ${code}.`);
    },
  );

  it('counts the word before the status', () => {
    expect(failure(500, auth0('invalid_grant')).code).toBe('wrong_code');
    expect(failure(429, auth0('access_denied')).code).toBe('access_denied');
    expect(failure(403, auth0('too_many_requests')).code).toBe('rate_limited');
  });

  it('keeps status, error and error_description of an answer that it does not know', () => {
    const { message } = failure(418, auth0('teapot', 'Short and stout.'));
    expect(message).toBe(
      'Auth0 Passwordless: unexpected_response. Auth0 answered 418 teapot: Short and stout.',
    );
  });

  it.each([
    ['HTML', html],
    ['text', 'secret-page'],
    ['broken JSON', '{"error":"secret-page'],
  ])('shows nothing of a body of %s', (_, body) => {
    const error = failure(500, body);
    expect(error.message).toBe('Auth0 Passwordless: provider_down. Auth0 answered 500');
    expect(logged(error)).not.toContain('secret-page');
  });

  it('never shows the code, though Auth0 repeats it', () => {
    const body = auth0('invalid_grant', 'The code 123456 is wrong: "123456"');
    const error = readFailure(answer(403, { ...body, code: undefined }), at, '123456');
    expect(error.code).toBe('wrong_code');
    expect(error.message).toContain('The code ••• is wrong: "•••"');
    expect(logged(error)).not.toContain('123456');
  });
});

describe('retryAt', () => {
  const limited = (headers: Record<string, string>, error = 'too_many_requests') =>
    failure(429, { error }, headers).retryAt;

  it.each([
    ['seconds', { 'retry-after': '30' }, at + 30_000],
    ['an HTTP date', { 'retry-after': new Date(at + 90_000).toUTCString() }, at + 90_000],
    ['epoch seconds', { 'x-ratelimit-reset': String(at / 1000 + 60) }, at + 60_000],
    [
      'Retry-After before the other',
      { 'retry-after': '5', 'x-ratelimit-reset': String(at / 1000 + 60) },
      at + 5000,
    ],
    [
      'the other when Retry-After has passed',
      {
        'retry-after': new Date(at - 1000).toUTCString(),
        'x-ratelimit-reset': String(at / 1000 + 60),
      },
      at + 60_000,
    ],
  ])('reads %s', (_, headers, retryAt) => {
    expect(limited(headers)).toBe(retryAt);
  });

  it.each<Record<string, string>>([
    {},
    { 'retry-after': '0' },
    { 'retry-after': '-5' },
    { 'retry-after': 'soon' },
    { 'retry-after': '' },
    { 'retry-after': new Date(at).toUTCString() },
    { 'x-ratelimit-reset': String(at / 1000) },
    { 'x-ratelimit-reset': 'soon' },
  ])('stays open with the headers %j', (headers) => {
    expect(limited(headers)).toBeUndefined();
  });

  it('is told of a blocked account too', () => {
    expect(limited({ 'retry-after': '60' }, 'too_many_attempts')).toBe(at + 60_000);
  });

  it('is told of limits only', () => {
    expect(limited({ 'retry-after': '60' }, 'invalid_grant')).toBeUndefined();
    expect(failure(503, '', { 'retry-after': '60' }).retryAt).toBeUndefined();
  });
});

describe('mfa', () => {
  const required = (mfa_requirements?: unknown, mfa_token: unknown = 'Fe26.secret') =>
    failure(403, {
      ...auth0('mfa_required', 'Multifactor authentication required'),
      mfa_token,
      mfa_requirements,
    });

  it.each([
    [
      'the classic grant',
      { challenge: [{ type: 'otp' }, { type: 'phone' }], enroll: [{ type: 'recovery-code' }] },
      ['otp', 'phone', 'recovery-code'],
    ],
    [
      'the database connection',
      { challenge_types: ['otp', 'push-notification'] },
      ['otp', 'push-notification'],
    ],
    ['an answer without any', undefined, []],
    [
      'an answer that makes no sense',
      { challenge: [1, null, {}, { type: 2 }, ''], x: 'otp' },
      ['otp'],
    ],
    ['null', null, []],
  ])('has the token and the factors of %s', (_, requirements, factors) => {
    expect(required(requirements).mfa).toEqual({ token: 'Fe26.secret', factors });
  });

  it.each([[''], [null], [1]])('is absent when the token is %j', (token) => {
    expect(required({}, token)).toMatchObject({ code: 'mfa_required', mfa: undefined });
  });

  it('is absent from every other error', () => {
    const body = { error: 'invalid_grant', mfa_token: 'Fe26.secret' };
    expect(failure(403, body).mfa).toBeUndefined();
  });

  it('never shows the token in a log', () => {
    const error = required({ challenge: [{ type: 'otp' }] });
    expect(error.mfa?.token).toBe('Fe26.secret');
    expect(logged(error)).not.toContain('Fe26');
  });
});

describe('failures of one endpoint', () => {
  it.each([
    [
      400,
      'invalid_request',
      'All and only of client_id, credential_type … are required.',
      'misconfigured',
    ],
    [400, 'unsupported_credential_type', 'Unknown credential type parameter.', 'misconfigured'],
    [400, 'invalid_request', 'Unknown realm non-existent-connection.', 'misconfigured'],
    [401, 'unauthorized_client', 'Cross origin login not allowed.', 'misconfigured'],
    [401, 'password_leaked', 'This login has been blocked', 'blocked'],
    [403, 'access_denied', 'Wrong email or password.', 'wrong_code'],
    [403, 'access_denied', 'Authentication error', 'wrong_code'],
    [403, 'access_denied', 'Your trial has expired', 'access_denied'],
    [403, 'blocked_user', 'Blocked user', 'blocked'],
    [429, 'too_many_attempts', 'Your account has been blocked', 'blocked'],
  ])('/co/authenticate: %i %s "%s" is %s', (status, error, description, code) => {
    const body = { error, error_description: description };
    expect(readFailure(answer(status, body), at, undefined, crossOriginMeanings).code).toBe(code);
  });

  it('/co/authenticate: names the switch, the connection and the origin', () => {
    const setting = (status: number, body: unknown) =>
      readFailure(answer(status, body), at, undefined, crossOriginMeanings).setupHint?.setting;
    expect(
      setting(401, {
        error: 'unauthorized_client',
        error_description: 'Cross origin login not allowed.',
      }),
    ).toBe(setupHint('crossOrigin')?.setting);
    expect(
      setting(400, { error: 'invalid_request', error_description: 'Unknown realm nothing.' }),
    ).toBe(setupHint('connection')?.setting);
    expect(setting(403, 'Origin https://test.app is not allowed.')).toBe(
      setupHint('origin')?.setting,
    );
  });

  it.each([
    [400, 'invalid_request', 'wrong_code'],
    [401, 'invalid_client', 'misconfigured'],
    [403, 'access_denied', 'access_denied'],
    [403, 'mfa_required', 'mfa_required'],
    [429, 'too_many_requests', 'rate_limited'],
    [500, 'server_error', 'provider_down'],
  ])('exchange of a challenged code: %i %s is %s', (status, error, code) => {
    expect(readFailure(answer(status, { error }), at, undefined, challengedCodeMeanings).code).toBe(
      code,
    );
  });

  it.each([
    [400, 'invalid_request', 'misconfigured'],
    [400, 'invalid_connection', 'misconfigured'],
    [401, 'invalid_client', 'misconfigured'],
    [403, 'unauthorized_client', 'misconfigured'],
    [429, 'too_many_requests', 'rate_limited'],
  ])('/otp/challenge: %i %s is %s', (status, error, code) => {
    const body = { error, validation_errors: [{ field: 'email', message: 'missing' }] };
    expect(readFailure(answer(status, body), at).code).toBe(code);
  });
});

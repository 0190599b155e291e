import { auth0Error, type Auth0Error } from './auth0Error.ts';

/* POST /passwordless/start.
   Source, unless another is named: auth0/docs, articles/api/authentication/errors/_passwordless-start.md. */

export const missingClientId = auth0Error(
  400,
  'bad.client_id',
  'Missing required property: client_id',
);
export const unknownClient = auth0Error(400, 'server_error', 'error resolving client');
export const clientIdMismatch = auth0Error(
  400,
  'invalid_request',
  'The client_id in the authentication header does not match the client_id in the payload',
);
/** Also auth0.js issues #1249 and #1260. */
export const clientAuthenticationRequired = auth0Error(
  403,
  'unauthorized_client',
  'Client authentication is required',
);
export const missingConnection = auth0Error(
  400,
  'bad.connection',
  'Missing required property: connection',
);
export const unknownConnection = auth0Error(400, 'bad.connection', 'Connection does not exist');
export const disabledConnection = auth0Error(400, 'bad.connection', 'Connection is disabled');
export const signupDisabled = auth0Error(400, 'bad.connection', 'Public signup is disabled');
/** auth0.js issue #1236. */
export const badEmail = (email: string) =>
  auth0Error(400, 'bad.email', `error in email - email format validation failed: ${email}`);
export const missingPhoneNumber = auth0Error(
  400,
  'bad.phone_number',
  'Missing required property: phone_number',
);
export const badPhoneNumber = auth0Error(
  400,
  'bad.phone_number',
  'String does not match pattern: ^\\+[0-9]{1,15}$',
);
export const badAuthParams = (type: string) =>
  auth0Error(
    400,
    'bad.authParams',
    `error in authParams - invalid type: ${type} (expected object)`,
  );
/** Also auth0.js issue #314. */
export const unknownProperties = (names: readonly string[]) =>
  auth0Error(400, 'bad.request', `the following properties are not allowed: ${names.join(', ')}`);
export const badForwardedFor = auth0Error(
  400,
  'invalid_request',
  'Expected `auth0-forwarded-for` header to be a valid IP address.',
);
/** Best practices say instead that nothing is sent and nothing is told; `tellsBlockedUsers` chooses. */
export const blockedAtStart = auth0Error(401, 'server_error', 'user is blocked');
export const smsNotSent = (reason: string) => auth0Error(400, 'sms_provider_error', reason);
/** Auth0's OpenAPI file, TooManyRequests. */
export const tooManyRequests = auth0Error(
  429,
  'too_many_requests',
  'Rate limit exceeded. Please retry after some time.',
);

/* POST /oauth/token. */

/** Auth0's OpenAPI file, whose example is the parameter `code`. */
export const missingParameter = (name: string) =>
  auth0Error(400, 'invalid_request', `Missing required parameter: ${name}`);
/** Auth0's OpenAPI file. */
export const unsupportedGrantType = auth0Error(
  400,
  'unsupported_grant_type',
  'Grant type not supported',
);
/** Auth0's OpenAPI file. */
export const clientAuthenticationFailed = auth0Error(
  401,
  'invalid_client',
  'Client authentication failed',
);
/** The sentence is quoted, for other grants, in ruby-auth0 issue #190. */
export const grantNotAllowed = (grantType: string): Auth0Error => ({
  ...auth0Error(
    403,
    'unauthorized_client',
    `Grant type '${grantType}' not allowed for the client.`,
  ),
  uri: 'https://auth0.com/docs/clients/client-grant-types',
});
/** Auth0.swift, AuthenticationError.swift; Auth0 answers 403 where RFC 6749 wants 400. */
export const wrongCode = {
  email: auth0Error(403, 'invalid_grant', 'Wrong email or verification code.'),
  sms: auth0Error(403, 'invalid_grant', 'Wrong phone number or verification code.'),
};
/** Auth0 community 56087 and 140785. */
export const expiredCode = auth0Error(
  403,
  'invalid_grant',
  'The verification code has expired. Please try to login again.',
);
/** Auth0 community 56087, and the support article on the maximum of passwordless login attempts. */
export const tooManyTries = auth0Error(
  403,
  'invalid_grant',
  "You've reached the maximum number of attempts. Please try to login again.",
);

/** Auth0 docs, multi-factor authentication with the resource owner password flow; Auth0's OpenAPI file has 401. */
export const mfaRequired = (
  mfaToken: string,
  requirements: Readonly<Record<string, unknown>>,
): Auth0Error => ({
  ...auth0Error(403, 'mfa_required', 'Multifactor authentication required'),
  extra: { mfa_token: mfaToken, mfa_requirements: requirements },
});
/** Auth0's OpenAPI file for the code, auth0/docs _errors.md for the sentence. */
export const blockedUser = auth0Error(403, 'access_denied', 'user is blocked');
/** auth0/docs _passwordless-verify.md: older tenants. */
export const blockedUserOfOldTenant = auth0Error(401, 'unauthorized', 'user is blocked');
/** Auth0.swift, AuthenticationError.swift. */
export const unknownRefreshToken = auth0Error(
  403,
  'invalid_grant',
  'Unknown or invalid refresh token.',
);
/** Auth0.swift, AuthenticationError.swift. */
export const refreshTokenOfNobody = auth0Error(
  403,
  'invalid_grant',
  "The refresh_token was generated for a user who doesn't exist anymore.",
);
/** go-auth0, recording of a bad authorization code. */
export const invalidAuthorizationCode = auth0Error(
  403,
  'invalid_grant',
  'Invalid authorization code',
);
/** nextjs-auth0 and go-auth0 tests. */
export const wrongCodeVerifier = auth0Error(403, 'invalid_grant', 'Failed to verify code verifier');
/** Quoted by many users, such as Auth.js on callback errors; the status is a guess. */
export const wrongRedirectUri = (sent: string | undefined, expected: string) =>
  auth0Error(
    403,
    'unauthorized_client',
    `The redirect URI is wrong. You sent ${sent ?? 'null'}, and we expected ${expected}`,
  );
/** Auth0 community 114452: the `password` grant without a Default Directory. */
export const noDefaultConnection = auth0Error(
  500,
  'server_error',
  'Authorization server not configured with default connection.',
);
/** Auth0.swift, isMultifactorCodeInvalid. */
export const wrongMfaCode = auth0Error(403, 'invalid_grant', 'Invalid otp_code.');
/** Auth0.swift, isMultifactorTokenInvalid; auth0-server-python has the status. */
export const expiredMfaToken = auth0Error(401, 'expired_token', 'mfa_token is expired');

/** Auth0.swift, isMultifactorTokenInvalid. */
export const malformedMfaToken = auth0Error(403, 'invalid_grant', 'Malformed mfa_token');

/* POST /co/authenticate. Source: Auth0 docs, Set up CORS. */

export const notAllAndOnly = auth0Error(
  400,
  'invalid_request',
  'Invalid request body. All and only of client_id, credential_type, username, otp, realm are required.',
);
export const unknownCredentialType = auth0Error(
  400,
  'unsupported_credential_type',
  'Unknown credential type parameter.',
);
export const unknownRealm = (realm: string) =>
  auth0Error(400, 'invalid_request', `Unknown realm ${realm}.`);
export const crossOriginNotAllowed = auth0Error(
  401,
  'unauthorized_client',
  'Cross origin login not allowed.',
);
export const blockedAtCrossOrigin = auth0Error(403, 'blocked_user', 'Blocked user');

/* POST /otp/challenge and its exchange. Source: Auth0 docs, Authentication API passwordless database connections. */

export const invalidChallenge = (field: string, message: string): Auth0Error => ({
  ...auth0Error(400, 'invalid_request', message),
  extra: { validation_errors: [{ field, message }] },
});
export const noEmailOrPhone = 'Either email or phone_number must be provided';

/* POST /passwordless/verify. Source: auth0/docs _passwordless-verify.md. */

/** auth0.js issue #1199, where the property is `client_id`. */
export const missingProperty = (name: string) =>
  auth0Error(400, 'invalid_request', `Missing required property: ${name}`);
export const invalidClient = auth0Error(403, 'unauthorized_client', 'invalid client');

/* GET /authorize and the pages behind links. */

export const loginRequired = auth0Error(400, 'login_required', 'Login required');
/** Told by an application that runs against a tenant; see also Auth0 docs, Set up CORS. */
export const unknownLoginTicket = auth0Error(400, 'invalid_request', 'Unknown login ticket.');
/** Auth0 community 140785. */
export const expiredLink = auth0Error(
  401,
  'unauthorized',
  'The verification code has expired. Please try to login again.',
);
/** Auth0 community 109529. */
export const otherBrowser =
  'The link must be opened on the same device and browser from which you submitted your email address. Start over from this device or browser.';

import { answerJson } from './answerJson.ts';

/** An error answer of Auth0. Its sentence is for people and may change: Auth0 says not to parse it. */
export interface Auth0Error {
  status: number;
  error: string;
  description?: string;
  uri?: string;
}

const auth0Error = (status: number, error: string, description?: string): Auth0Error => ({
  status,
  error,
  ...(description !== undefined && { description }),
});

export const isAuth0Error = (outcome: object): outcome is Auth0Error =>
  'error' in outcome && 'status' in outcome;

/** The answer that carries an error. */
export function refuse(
  { status, error, description, uri }: Auth0Error,
  headers?: Record<string, string>,
): Response {
  return answerJson(status, { error, error_description: description, error_uri: uri }, headers);
}

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

/* Guesses: Auth0 documents no body for these. Nothing should depend on more than the error code. */

export const unreadableBody = auth0Error(
  400,
  'invalid_request',
  'The request body could not be read.',
);
export const missingEmail = auth0Error(400, 'bad.email', 'Missing required property: email');
/** The code `bad.send` is known from an old dictionary of Lock; its sentence is not. */
export const badSend = auth0Error(400, 'bad.send', 'send must be one of: link, code');
export const emailNotSent = auth0Error(500, 'server_error', 'IdP Error');
/** The sentence is documented for `/co/authenticate` (Auth0 docs: Set up CORS). */
export const unknownRealm = (realm: string) =>
  auth0Error(400, 'invalid_request', `Unknown realm ${realm}.`);
export const unknownAudience = (audience: string) =>
  auth0Error(403, 'access_denied', `Service not found: ${audience}`);
export const invalidAccessToken = auth0Error(
  401,
  'invalid_token',
  'The access token is missing, unknown or expired.',
);
export const insufficientScope = auth0Error(
  403,
  'insufficient_scope',
  'The access token lacks the scope openid.',
);
export const notFound = auth0Error(404, 'not_found', 'No endpoint of the emulator has this path.');

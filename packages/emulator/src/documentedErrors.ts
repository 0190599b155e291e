import { auth0Error, type Auth0Error } from './auth0Error.ts';

const oneOf = <Name extends string>(errors: Record<Name, Auth0Error>) => errors;

/**
 * Documented errors that no conduct of a client brings about here: they tell of the tenant, of attacks or of a bad day.
 * `failNext` answers with them by name.
 *
 * Source, unless another is named: auth0/docs, articles/api/authentication/errors.
 */
export const documentedErrors = oneOf({
  invalidTenant: auth0Error(
    400,
    'bad.tenant',
    'error in tenant - tenant validation failed: invalid_tenant',
  ),
  missingTenant: auth0Error(400, 'bad.tenant', 'error in tenant - could not find tenant in params'),
  connectionStrategy: auth0Error(
    400,
    'bad.connection',
    'Invalid connection strategy. It must either be a passwordless connection',
  ),
  connectionUnknownError: auth0Error(400, 'bad.connection', 'Unknown error'),
  idpError: auth0Error(500, 'server_error', 'IdP Error'),
  temporarilyUnavailable: auth0Error(503, 'temporarily_unavailable'),
  endpointDisabled: auth0Error(404, 'endpoint_disabled'),
  methodNotAllowed: auth0Error(405, 'method_not_allowed'),
  invalidScope: auth0Error(400, 'invalid_scope'),
  /** Also Auth0.swift; sent to everybody who tries an account under attack. */
  accountUnderAttack: auth0Error(
    429,
    'too_many_attempts',
    "Your account has been blocked after multiple consecutive login attempts. We've sent you an email with instructions on how to unblock it.",
  ),
  /** Auth0.swift: the newer sentence. */
  accountUnderAttackNotified: auth0Error(
    429,
    'too_many_attempts',
    "Your account has been blocked after multiple consecutive login attempts. We've sent you a notification via your preferred contact method with instructions on how to unblock it.",
  ),
  tooManyLogins: auth0Error(429, 'too_many_logins'),
  passwordLeaked: auth0Error(401, 'password_leaked'),
  /** Auth0 docs, Set up CORS. */
  wrongPassword: auth0Error(403, 'access_denied', 'Wrong email or password.'),
  /** Auth0 docs, Set up CORS. */
  authenticationError: auth0Error(403, 'access_denied', 'Authentication error'),
  /** Auth0 docs, Authentication API. */
  tooManyRequestsByHeaders: auth0Error(
    429,
    'too_many_requests',
    'Too many requests. Check the X-RateLimit-Limit, X-RateLimit-Remaining and X-RateLimit-Reset headers.',
  ),
  /** Auth0 docs, Custom rate limit policies. */
  customRateLimit: auth0Error(429, 'too_many_requests', 'Rate limit exceeded.'),
});

/** The name of an error that `failNext` can answer with. */
export type DocumentedErrorName = keyof typeof documentedErrors;

export const isDocumentedErrorName = (name: unknown): name is DocumentedErrorName =>
  typeof name === 'string' && Object.hasOwn(documentedErrors, name);

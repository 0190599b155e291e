import { auth0Error } from './auth0Error.ts';

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
/** The code is the one at which Lock asks for another captcha. */
export const wrongCaptcha = auth0Error(400, 'invalid_captcha', 'Invalid captcha value');
/** The code is one Auth0.swift and Auth0.Android know; the way out is Universal Login. */
export const botSuspected = auth0Error(
  401,
  'requires_verification',
  'Suspicious request requires verification',
);
/** Lock.swift issue #664 has the sentence alone. */
export const passwordlessNotAllowed = auth0Error(
  403,
  'unauthorized_client',
  'Passwordless authentication is not allowed on this endpoint.',
);
/** Documented is `access_denied` with a sentence about passwords. */
export const deniedAtCrossOrigin = (description: string | undefined) =>
  auth0Error(403, 'access_denied', description);
export const unknownDatabase = auth0Error(
  400,
  'invalid_connection',
  'The connection does not exist or has no one-time codes.',
);
/** One answer to a wrong, an expired and a used code, and to one for nobody: documented to be the same. */
export const wrongAuthSession = auth0Error(
  400,
  'invalid_request',
  'The auth_session or otp is invalid or expired.',
);
export const verifyRefused = (description: string | undefined) =>
  auth0Error(401, 'invalid_user_password', description);
export const unsupportedResponseType = (type: string) =>
  auth0Error(400, 'unsupported_response_type', `Unsupported response type: ${type}`);
export const unsupportedResponseMode = (mode: string) =>
  auth0Error(400, 'invalid_request', `Unsupported response mode: ${mode}`);
export const unsupportedChallengeMethod = auth0Error(
  400,
  'invalid_request',
  'code_challenge_method must be S256',
);
/** The code is known to Auth0's SDKs; the sentence is that of the token endpoint. */
export const mfaNeedsInteraction = auth0Error(
  400,
  'mfa_required',
  'Multifactor authentication required',
);
export const codeWithoutVerifier = auth0Error(
  403,
  'invalid_grant',
  "Parameter 'code_verifier' is required",
);
export const unsupportedChallengeType = auth0Error(
  400,
  'unsupported_challenge_type',
  'The user has no authenticator of this type.',
);
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

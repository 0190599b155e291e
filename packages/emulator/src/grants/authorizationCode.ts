import {
  invalidAuthorizationCode,
  missingParameter,
  wrongCodeVerifier,
  wrongRedirectUri,
} from '../auth0Errors.ts';
import { codeWithoutVerifier } from '../guessedErrors.ts';
import { textField } from '../requestBody.ts';
import { sha256 } from '../sha256.ts';
import type { GrantHandler } from './grantHandler.ts';

/**
 * The grant `authorization_code`. A code of `/authorize` may be bound by PKCE; one of a link never is, because the start of a
 * link has no place for a challenge, and a verifier that comes with it is refused.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc7636#section-4.6 RFC 7636 §4.6}
 */
export const authorizationCode: GrantHandler = async (tenant, { application, fields }) => {
  const { authorizationCodes, store } = tenant;
  const code = textField(fields, 'code');
  if (code === undefined) return missingParameter('code');
  const verifier = textField(fields, 'code_verifier');
  const challenge = verifier === undefined ? undefined : await sha256(verifier);

  // From here on nothing waits: of two requests with one code, one succeeds.
  const issued = authorizationCodes.peek(code);
  if (issued?.grant.clientId !== application.clientId) return invalidAuthorizationCode;
  const redirectUri = textField(fields, 'redirect_uri');
  if (redirectUri !== issued.redirectUri) return wrongRedirectUri(redirectUri, issued.redirectUri);
  if (issued.codeChallenge !== undefined && challenge === undefined) return codeWithoutVerifier;
  if (issued.codeChallenge !== challenge) return wrongCodeVerifier;
  authorizationCodes.take(code);

  const { grant, nonce, sid } = issued;
  const user = store.user(grant.userId);
  return user ? { user, grant, nonce, sid } : invalidAuthorizationCode;
};

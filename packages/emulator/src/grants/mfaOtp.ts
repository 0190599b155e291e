import { isAuth0Error } from '../auth0Error.ts';
import { missingParameter, wrongMfaCode } from '../auth0Errors.ts';
import { pendingLoginOf } from '../pendingLoginOf.ts';
import { textField } from '../requestBody.ts';
import type { GrantHandler } from './grantHandler.ts';

/**
 * The grant `mfa-otp`: the code of the authenticator app completes a login that `mfa_required` stopped. The emulator's app
 * always shows the same code: the control route of the user tells it.
 *
 * @see {@link https://auth0.com/docs/api/authentication/muti-factor-authentication/verify-mfa-with-otp Auth0 docs: Verify with one-time password}
 */
export const mfaOtp: GrantHandler = (tenant, { application, fields }) => {
  const otp = textField(fields, 'otp');
  if (otp === undefined) return missingParameter('otp');
  const token = textField(fields, 'mfa_token');
  if (token === undefined) return missingParameter('mfa_token');
  const login = pendingLoginOf(tenant, application, token);
  if (isAuth0Error(login)) return login;
  if (otp !== login.user.mfaCode) return wrongMfaCode;
  tenant.mfaTokens.take(token);
  return login;
};

import { answerJson } from '../answerJson.ts';
import { passwordlessOtpGrant } from '../applications.ts';
import { isAuth0Error, refuse } from '../auth0Error.ts';
import { grantNotAllowed, missingParameter, unsupportedGrantType } from '../auth0Errors.ts';
import { identifyClient } from '../clientAuthentication.ts';
import type { Endpoint } from '../endpoint.ts';
import { authorizationCode } from '../grants/authorizationCode.ts';
import type { GrantHandler, TokenRequest } from '../grants/grantHandler.ts';
import { mfaOtp } from '../grants/mfaOtp.ts';
import { password } from '../grants/password.ts';
import { passwordlessOtp } from '../grants/passwordlessOtp.ts';
import { passwordRealm } from '../grants/passwordRealm.ts';
import { refreshToken } from '../grants/refreshToken.ts';
import { unreadableBody } from '../guessedErrors.ts';
import { textField, type RequestBody } from '../requestBody.ts';
import type { Tenant } from '../tenant.ts';
import { tokenAnswer } from '../tokenAnswer.ts';

const mfaOtpGrant = 'http://auth0.com/oauth/grant-type/mfa-otp';
const passwordRealmGrant = 'http://auth0.com/oauth/grant-type/password-realm';

const grants = new Map<string, GrantHandler>([
  ['authorization_code', authorizationCode],
  ['refresh_token', refreshToken],
  ['password', password],
  [passwordlessOtpGrant, passwordlessOtp],
  [passwordRealmGrant, passwordRealm],
  [mfaOtpGrant, mfaOtp],
]);

const noStore = { 'cache-control': 'no-store', pragma: 'no-cache' };

/** The emulator's switches for what was never official stand for the grant as well. */
function isAllowed(grantType: string, { application }: TokenRequest): boolean {
  const { grantTypes, legacyPassword, legacyPasswordRealm, type } = application;
  if (grantType === passwordlessOtpGrant && type === 'spa') return false;
  // Whoever got an mfa_token has been let in by another grant.
  if (grantType === mfaOtpGrant) return true;
  if (grantType === 'password' && legacyPassword) return true;
  if (grantType === passwordRealmGrant && legacyPasswordRealm) return true;
  return grantTypes.includes(grantType);
}

/**
 * `POST /oauth/token`: takes JSON and form bodies alike, as Auth0 does.
 *
 * @see {@link https://auth0.com/docs/api/authentication/passwordless/authenticate-user Auth0 docs: Authenticate user}
 */
export function token(tenant: Tenant): Endpoint {
  const exchange = async (authorization: string | undefined, body: RequestBody) => {
    if (body.kind === 'unreadable') return unreadableBody;
    const { fields } = body;
    const grantType = textField(fields, 'grant_type');
    if (grantType === undefined) return missingParameter('grant_type');
    const application = identifyClient(tenant, authorization, fields);
    if (isAuth0Error(application)) return application;

    const grant = grants.get(grantType);
    if (!grant) return unsupportedGrantType;
    const request = { application, fields };
    return isAllowed(grantType, request) ? grant(tenant, request) : grantNotAllowed(grantType);
  };

  return async (c) => {
    const outcome = await exchange(c.req.header('authorization'), c.get('body'));
    if (isAuth0Error(outcome)) return refuse(outcome, noStore);
    const { status = 200 } = tenant.settings.tokenFaults;
    return answerJson(status, await tokenAnswer(tenant, outcome), noStore);
  };
}

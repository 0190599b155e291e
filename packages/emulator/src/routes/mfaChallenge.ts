import { answerJson } from '../answerJson.ts';
import { isAuth0Error, refuse } from '../auth0Error.ts';
import { missingParameter } from '../auth0Errors.ts';
import { identifyClient } from '../clientAuthentication.ts';
import type { Endpoint } from '../endpoint.ts';
import { unsupportedChallengeType } from '../guessedErrors.ts';
import { pendingLoginOf } from '../pendingLoginOf.ts';
import { textField } from '../requestBody.ts';
import type { Tenant } from '../tenant.ts';

/**
 * `POST /mfa/challenge`: says how the second factor goes on. Users of the emulator have an authenticator app, so that
 * nothing has to be sent.
 *
 * @see {@link https://auth0.com/docs/api/authentication/muti-factor-authentication/request-mfa-challenge Auth0 docs: Request MFA challenge}
 */
export function mfaChallenge(tenant: Tenant): Endpoint {
  return (c) => {
    const { fields } = c.get('body');
    const application = identifyClient(tenant, c.req.header('authorization'), fields);
    if (isAuth0Error(application)) return refuse(application);
    const token = textField(fields, 'mfa_token');
    if (token === undefined) return refuse(missingParameter('mfa_token'));
    const login = pendingLoginOf(tenant, application, token);
    if (isAuth0Error(login)) return refuse(login);
    const types = textField(fields, 'challenge_type')?.split(' ') ?? ['otp'];
    if (!types.includes('otp')) return refuse(unsupportedChallengeType);
    return answerJson(200, { challenge_type: 'otp' });
  };
}

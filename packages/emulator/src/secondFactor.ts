import type { Auth0Error } from './auth0Error.ts';
import { mfaRequired } from './auth0Errors.ts';
import type { Tenant } from './tenant.ts';
import type { GrantOutcome } from './tokenAnswer.ts';

/** The requirements as most grants word them; those of an `auth_session` are worded differently. */
const challengeByType = { challenge: [{ type: 'otp' }] };
export const challengeTypes = { challenge_types: ['otp', 'oob'] };

/**
 * Lets a login through, or asks for the code of the authenticator app.
 *
 * @see {@link https://auth0.com/docs/secure/multi-factor-authentication/authenticate-using-ropg-flow-with-mfa Auth0 docs: MFA with the resource owner password flow}
 */
export function secondFactor(
  { mfaTokens }: Tenant,
  login: GrantOutcome,
  requirements: Readonly<Record<string, unknown>> = challengeByType,
): GrantOutcome | Auth0Error {
  if (login.user.mfaCode === undefined) return login;
  return mfaRequired(mfaTokens.issue(login), requirements);
}

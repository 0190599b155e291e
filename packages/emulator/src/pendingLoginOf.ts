import type { Application } from './applications.ts';
import type { Auth0Error } from './auth0Error.ts';
import { expiredMfaToken, malformedMfaToken } from './auth0Errors.ts';
import type { Tenant } from './tenant.ts';
import type { GrantOutcome } from './tokenAnswer.ts';

/** The login that an `mfa_token` of the application stands for. */
export function pendingLoginOf(
  { mfaTokens }: Tenant,
  { clientId }: Application,
  token: string,
): GrantOutcome | Auth0Error {
  if (mfaTokens.isExpired(token)) return expiredMfaToken;
  const login = mfaTokens.peek(token);
  return login?.grant.clientId === clientId ? login : malformedMfaToken;
}

import type { Auth0Error } from './auth0Error.ts';
import {
  blockedUser,
  blockedUserOfOldTenant,
  expiredCode,
  signupDisabled,
  tooManyTries,
  wrongCode,
} from './auth0Errors.ts';
import type { CodeTry } from './codes.ts';
import { identifierKey, type Identifier } from './identifier.ts';
import type { User } from './store.ts';
import type { Tenant } from './tenant.ts';

/** What Auth0 says to a code that was not accepted: the three cases have one `error`, told apart by their sentence alone. */
export function codeError({ connection }: Identifier, outcome: CodeTry): Auth0Error | undefined {
  if (outcome === 'accepted') return undefined;
  if (outcome === 'expired') return expiredCode;
  if (outcome === 'tooManyTries') return tooManyTries;
  return wrongCode[connection];
}

/** Why a user may not log in at all. */
export function blockedError(user: User | undefined, { settings }: Tenant): Auth0Error | undefined {
  if (!user?.isBlocked) return undefined;
  return settings.tellsBlockedUsers ? blockedUserOfOldTenant : blockedUser;
}

/** Uses up a code of a passwordless connection, and makes its owner a user at the first login. */
export function redeemCode(tenant: Tenant, from: Identifier, code: string): User | Auth0Error {
  const { clock, codes, settings, store } = tenant;
  const refused = codeError(from, codes.try(identifierKey(from), code));
  if (refused) return refused;
  const known = store.userOf(from);
  const blocked = blockedError(known, tenant);
  if (blocked) return blocked;
  // Switched off between the start and the exchange.
  if (settings.disableSignups && !known) return signupDisabled;
  return store.signIn(from, clock.now());
}

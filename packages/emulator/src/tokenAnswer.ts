import type { Grant, User } from './store.ts';
import type { Tenant } from './tenant.ts';
import { withFaults } from './tokenFaults.ts';

/** What a grant at `/oauth/token` came to: whose tokens to make, and for what. */
export interface GrantOutcome {
  user: User;
  grant: Grant;
  /** For an ID token that belongs to a redirect. */
  nonce?: string | undefined;
  sid?: string | undefined;
  /** A refresh gives the next refresh token, or none. Any other grant begins a family. */
  refresh?: { next?: string };
}

/** The success body of `/oauth/token`, as on the wire, with whatever is wrong with it by order. */
export async function tokenAnswer(
  { tokens, refreshTokens, settings }: Tenant,
  { user, grant, nonce, sid, refresh }: GrantOutcome,
): Promise<Record<string, unknown>> {
  const { scopes } = grant;
  const begin = () => (scopes.includes('offline_access') ? refreshTokens.begin(grant) : undefined);
  const refreshToken = refresh ? refresh.next : begin();
  const lifetimeSeconds = settings.accessTokenLifetimeSeconds;
  const answer = {
    access_token: await tokens.accessToken(grant, lifetimeSeconds),
    ...(refreshToken !== undefined && { refresh_token: refreshToken }),
    ...(scopes.includes('openid') && {
      id_token: await tokens.idToken(user, grant, { nonce, sid }),
    }),
    ...(scopes.length > 0 && { scope: scopes.join(' ') }),
    expires_in: lifetimeSeconds,
    token_type: 'Bearer',
  };
  return withFaults(answer, settings.tokenFaults.answer);
}

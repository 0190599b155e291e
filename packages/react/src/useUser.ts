'use client';

import type { PasswordlessError, UserInfo } from '@auth0-passwordless/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useProvidedSession } from './SessionProvider.tsx';
import { userQuery } from './userQuery.ts';
import { useSession } from './useSession.ts';

/**
 * Name, e-mail address, phone number and claims of who is signed in, from Auth0's `/userinfo`.
 *
 * One request for all components that ask, at most every five minutes; nothing is asked while nobody is signed
 * in. Needs the scope `openid`, and `profile`, `email` or `phone` for what they name. The query's key holds the
 * user's ID and no token; its entry is removed from the cache when the session ends.
 *
 * @returns A React Query result. `data` is `undefined` until Auth0 has answered and while nobody is signed in; `error` is
 *   a `PasswordlessError`. `network`, `timeout` and `provider_down` are tried twice more; a refused token
 *   (`access_denied`) and a limit (`rate_limited`) are not.
 *
 * @throws When no `SessionProvider` is above the component. Request failures are never thrown.
 *
 * @example
 * ```tsx
 * import { useUser } from '@auth0-passwordless/react'
 *
 * function Greeting() {
 *   const { data: user } = useUser()
 *   return <p>Hello {user?.name ?? user?.email ?? 'there'}</p>
 * }
 * ```
 *
 * @see {@link https://auth0.com/docs/api/authentication/user-profile/get-user-info Auth0: GET /userinfo}
 */
export function useUser(): UseQueryResult<UserInfo | null, PasswordlessError> {
  const session = useProvidedSession();
  const state = useSession();
  const isSignedIn = state.status === 'signedIn';
  return useQuery({
    ...userQuery(session, isSignedIn ? state.userId : null),
    enabled: isSignedIn,
  });
}

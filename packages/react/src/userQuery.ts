import type { PasswordlessError, Session, UserInfo } from '@auth0-passwordless/core';
import type { UseQueryOptions } from '@tanstack/react-query';

/** Where user info is in the query cache, whoever it is about. */
export const userQueryKey = ['auth0-passwordless', 'user'];

/** Failures that another try may mend; a refused token or a limit stays what it is. */
const passing = new Set(['network', 'timeout', 'provider_down']);

export function userQuery(
  session: Session,
  userId: string | null,
): UseQueryOptions<UserInfo | null, PasswordlessError> {
  return {
    queryKey: [...userQueryKey, userId],
    queryFn: ({ signal }) => session.getUser({ signal }),
    // Auth0 answers five of these a minute; what it says hardly changes.
    staleTime: 5 * 60_000,
    gcTime: 5 * 60_000,
    retry: (failureCount, { code }) => failureCount < 2 && passing.has(code),
  };
}

'use client';

import type { Session } from '@auth0-passwordless/core';
import { QueryClient, QueryClientContext, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { userQueryKey } from './userQuery.ts';

const SessionContext = createContext<Session | null>(null);

export interface SessionProviderProps {
  /** The session of the page, from `createSession`. Make it once, outside of components. */
  session: Session;
  children?: ReactNode;
}

/**
 * Hands a session down to {@link useSession} and {@link useUser}, and forgets user info when it ends.
 *
 * Separate from `PasswordlessProvider`, so that an app whose session is a cookie of its server does not carry
 * this one. Either may be inside the other. Uses the React Query client of the app, if there is one above, and
 * makes its own if not. Renders no element and sends nothing.
 */
export function SessionProvider({ session, children }: SessionProviderProps): ReactNode {
  const appQueryClient = useContext(QueryClientContext);
  const [ownQueryClient] = useState(() => new QueryClient());
  const queryClient = appQueryClient ?? ownQueryClient;

  useEffect(
    () =>
      session.subscribe(() => {
        if (session.getSnapshot().status === 'signedOut') {
          queryClient.removeQueries({ queryKey: userQueryKey });
        }
      }),
    [session, queryClient],
  );

  return (
    <QueryClientProvider client={queryClient}>
      {/* `.Provider`: React 18 does not know a context as an element. */}
      <SessionContext.Provider value={session}>{children}</SessionContext.Provider>
    </QueryClientProvider>
  );
}

/**
 * The session that the provider above was given.
 *
 * @throws When there is no `SessionProvider` above.
 */
export function useProvidedSession(): Session {
  const session = useContext(SessionContext);
  if (!session) {
    throw new Error(
      'Auth0 Passwordless: no SessionProvider above this component, so nobody can be signed in. ' +
        'Wrap the app in <SessionProvider session={createSession({ … })}>.',
    );
  }
  return session;
}

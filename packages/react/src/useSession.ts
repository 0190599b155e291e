'use client';

import type { Session, SessionState } from '@auth0-passwordless/core';
import { useMemo, useSyncExternalStore } from 'react';
import { useProvidedSession } from './SessionProvider.tsx';

/** On a server, and until the page has taken over what it rendered: only the browser knows. */
export interface UnknownSession {
  readonly status: 'unknown';
}

export type SessionActions = Pick<Session, 'signIn' | 'getAccessToken' | 'logout' | 'logoutUrl'>;

export type SessionView = (SessionState | UnknownSession) & SessionActions;

const unknown: UnknownSession = { status: 'unknown' };

/**
 * Who is signed in, and what can be done about it. Renders again when that changes, in this tab or another.
 *
 * Switch on `status`: `userId`, `scope` and `expiresAt` (epoch milliseconds) exist when it is `signedIn`, `reason` when
 * it is `signedOut`. On a server it is `unknown`, and so it is for the first render of a page that comes from one,
 * so that both agree. Rendering sends no request, and no token is in the returned object.
 *
 * @returns The state, and the session's functions, the same ones at each render:
 *   - `signIn(tokens)` begins a session; call it in `onAuthenticated`.
 *   - `getAccessToken()` gives a token that has not expired, or `null`; call it in event handlers and query functions.
 *   - `logout()` ends the session in all tabs and revokes the refresh token.
 *   - `logoutUrl(returnTo)` is where a session at Auth0 ends, after a login by redirect.
 *
 * @throws When no `SessionProvider` is above the component.
 *
 * @example
 * ```tsx
 * import { PasswordlessLogin, useSession } from '@auth0-passwordless/react'
 *
 * function App() {
 *   const session = useSession()
 *   switch (session.status) {
 *     case 'unknown':
 *       return null
 *     case 'signedOut':
 *       return (
 *         <PasswordlessLogin onAuthenticated={({ tokens }) => tokens && session.signIn(tokens)} />
 *       )
 *     case 'signedIn':
 *       return <button onClick={() => session.logout()}>Sign out</button>
 *   }
 * }
 * ```
 */
export function useSession(): SessionView {
  const session = useProvidedSession();
  const state = useSyncExternalStore<SessionState | UnknownSession>(
    session.subscribe,
    session.getSnapshot,
    () => unknown,
  );
  return useMemo(() => {
    const { signIn, getAccessToken, logout, logoutUrl } = session;
    return { ...state, signIn, getAccessToken, logout, logoutUrl };
  }, [state, session]);
}

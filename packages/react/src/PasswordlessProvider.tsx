'use client';

import { defaultPolicy, type LoginPolicy, type PasswordlessClient } from '@auth0-passwordless/core';
import { QueryClient, QueryClientContext, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Language } from './messages/partMessages.ts';

/** What every login below a provider shares. */
export interface PasswordlessContextValue {
  readonly client: PasswordlessClient;
  readonly policy: LoginPolicy;
  readonly messages: Partial<Language> | undefined;
  readonly now: () => number;
}

/** Looked up at each call: a test may replace the clock after the first render. */
export const systemNow = () => Date.now();

const PasswordlessContext = createContext<PasswordlessContextValue | null>(null);

export interface PasswordlessProviderProps {
  /** The way to Auth0, such as `createAuth0Client({ domain, clientId })`. Make it once, outside of components. */
  client: PasswordlessClient;
  /** Where the tenant differs from a new Auth0 connection: code length, lifetime, resend delays. */
  policy?: Partial<LoginPolicy> | undefined;
  /** Texts that differ from the English ones: a language, such as `messages/de`, or single texts. */
  messages?: Partial<Language> | undefined;
  /** Epoch milliseconds now, for tests. Defaults to `Date.now`. */
  now?: (() => number) | undefined;
  children?: ReactNode;
}

/**
 * Hands the client, the tenant's policy and the texts to every login below it.
 *
 * Uses the React Query client of the app, if there is one above, and makes its own if not. Renders
 * no element and sends nothing.
 */
export function PasswordlessProvider(props: PasswordlessProviderProps): ReactNode {
  const { client, policy, messages, now = systemNow, children } = props;
  const appQueryClient = useContext(QueryClientContext);
  const [ownQueryClient] = useState(() => new QueryClient());
  const value = useMemo(
    () => ({
      client,
      policy: { ...defaultPolicy, ...policy },
      messages,
      now,
    }),
    [client, policy, messages, now],
  );
  return (
    <QueryClientProvider client={appQueryClient ?? ownQueryClient}>
      {/* `.Provider`: React 18 does not know a context as an element. */}
      <PasswordlessContext.Provider value={value}>{children}</PasswordlessContext.Provider>
    </QueryClientProvider>
  );
}

/**
 * What the provider above hands down.
 *
 * @throws When there is no `PasswordlessProvider` above.
 */
export function usePasswordless(): PasswordlessContextValue {
  const value = useContext(PasswordlessContext);
  if (!value) {
    throw new Error('Auth0 Passwordless: wrap the app in <PasswordlessProvider client={client}>.');
  }
  return value;
}

/**
 * The client that the provider above was given.
 *
 * @throws When there is no `PasswordlessProvider` above.
 */
export function usePasswordlessClient(): PasswordlessClient {
  return usePasswordless().client;
}

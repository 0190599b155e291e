import { createAuth0Client, type TokenSet } from '@auth0-passwordless/core';
import { createEmulator, type Emulator, type TenantOptions } from '@auth0-passwordless/emulator';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Fragment, type ReactNode, StrictMode, useSyncExternalStore } from 'react';
import type { Messages } from '../messages/messages.ts';
import { PasswordlessProvider } from '../PasswordlessProvider.tsx';
import { throughNetwork } from './emulatedNetwork.ts';

/** How a story's Auth0 differs from a new tenant. */
export interface EmulatedAuth0Options {
  readonly tenant?: TenantOptions;
  readonly messages?: Partial<Messages>;
}

/** An Auth0 of its own for one story, in the page. */
export interface EmulatedAuth0 {
  readonly emulator: Emulator;
  /** For the prop of that name: what another story left behind is not this one's. Another one after `restart`. */
  readonly storageKey: string;
  /** The newest code sent to a person, or to anybody. */
  readonly code: (to?: string) => string;
  /** A code of the same length that Auth0 refuses. */
  readonly wrongCode: (to?: string) => string;
  /** Epoch milliseconds from which the newest code works no more. */
  readonly expiresAt: () => number | null;
  /** Tokens, as the second factor of a story returns them. */
  readonly tokens: TokenSet;
  /** Mounts everything below `Provider` anew, as a reload of the page does. */
  readonly reload: () => void;
  /** Begins again: an Auth0 where nothing has happened, and a page that remembers nothing. */
  readonly restart: () => void;
  readonly Provider: (props: { children: ReactNode }) => ReactNode;
}

export function createEmulatedAuth0({
  tenant,
  messages,
}: EmulatedAuth0Options = {}): EmulatedAuth0 {
  const emulator = createEmulator({ issuer: 'http://localhost:4400/', ...tenant });
  const { fetch, clock, outbox } = emulator;
  const client = createAuth0Client({
    domain: 'http://localhost:4400',
    clientId: 'native',
    fetch: throughNetwork(fetch),
    now: clock.now,
  });
  const { codeLength = 6, codeLifetimeSeconds = 180 } = tenant ?? {};
  const policy = { codeLength, codeLifetimeSeconds };
  const queryClient = new QueryClient();
  const newest = (to?: string) => outbox.messages(to ? { to } : {})[0];
  const code = (to?: string) => newest(to)?.code ?? '';

  // No two logins, in other tabs neither, share a storage entry, a lock or a channel.
  const newKey = () => `story ${crypto.randomUUID()}`;
  let storageKey = newKey();
  let loads = 0;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const reload = () => {
    loads += 1;
    for (const listener of listeners) listener();
  };

  return {
    emulator,
    get storageKey() {
      return storageKey;
    },
    code,
    wrongCode: (to) => code(to).replace(/^\d/, (digit) => String((Number(digit) + 1) % 10)),
    expiresAt() {
      const message = newest();
      return message ? message.sentAt + codeLifetimeSeconds * 1000 : null;
    },
    tokens: { accessToken: 'opaque', tokenType: 'Bearer', expiresAt: null, scope: 'openid' },
    reload,
    restart() {
      emulator.reset();
      sessionStorage.removeItem(storageKey);
      storageKey = newKey();
      reload();
    },
    Provider: ({ children }) => (
      <StrictMode>
        <QueryClientProvider client={queryClient}>
          <PasswordlessProvider client={client} policy={policy} messages={messages} now={clock.now}>
            <Fragment key={useSyncExternalStore(subscribe, () => loads)}>{children}</Fragment>
          </PasswordlessProvider>
        </QueryClientProvider>
      </StrictMode>
    ),
  };
}

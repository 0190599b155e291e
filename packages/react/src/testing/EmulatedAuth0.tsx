import { createAuth0Client, type TokenSet } from '@auth0-passwordless/core';
import { createEmulator, type Emulator } from '@auth0-passwordless/emulator';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import { PasswordlessProvider } from '../PasswordlessProvider.tsx';

/** An Auth0 of its own for one story, in the page. */
export interface EmulatedAuth0 {
  readonly emulator: Emulator;
  /** The newest code sent to a person. */
  readonly code: (to: string) => string;
  /** A code of the same length that Auth0 refuses. */
  readonly wrongCode: (to: string) => string;
  /** Tokens, as the second factor of a story returns them. */
  readonly tokens: TokenSet;
  readonly Provider: (props: { children: ReactNode }) => ReactNode;
}

export function createEmulatedAuth0(): EmulatedAuth0 {
  const emulator = createEmulator({ issuer: 'http://localhost:4400/' });
  const { fetch, clock, outbox } = emulator;
  const client = createAuth0Client({
    domain: 'http://localhost:4400',
    clientId: 'native',
    fetch,
    now: clock.now,
  });
  const queryClient = new QueryClient();
  const code = (to: string) => outbox.messages({ to })[0]?.code ?? '';
  return {
    emulator,
    code,
    wrongCode: (to) => code(to).replace(/^\d/, (digit) => String((Number(digit) + 1) % 10)),
    tokens: { accessToken: 'opaque', tokenType: 'Bearer', expiresAt: null, scope: 'openid' },
    Provider: ({ children }) => (
      <StrictMode>
        <QueryClientProvider client={queryClient}>
          <PasswordlessProvider client={client} now={clock.now}>
            {children}
          </PasswordlessProvider>
        </QueryClientProvider>
      </StrictMode>
    ),
  };
}

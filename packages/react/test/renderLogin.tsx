import { createAuth0Client, type PasswordlessClient } from '@auth0-passwordless/core';
import { createEmulator, type Emulator } from '@auth0-passwordless/emulator';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, StrictMode } from 'react';
import { vi } from 'vitest';
import { PasswordlessProvider, type PasswordlessProviderProps } from '../src/index.ts';

export const email = 'ana@example.com';

/** A client whose Auth0 is an emulator in this process. */
export function emulatedClient(emulator: Emulator, clientId = 'native'): PasswordlessClient {
  return createAuth0Client({
    domain: 'http://localhost:4400',
    clientId,
    fetch: emulator.fetch,
    now: emulator.clock.now,
  });
}

/** What an app puts around a login, and a look into its mutation cache. */
export function createWorld(props: Partial<PasswordlessProviderProps> = {}) {
  const emulator = createEmulator();
  const queryClient = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <PasswordlessProvider client={emulatedClient(emulator)} now={emulator.clock.now} {...props}>
          {children}
        </PasswordlessProvider>
      </QueryClientProvider>
    </StrictMode>
  );
  return {
    emulator,
    queryClient,
    wrapper,
    /** The newest code sent to a person. */
    code: (to = email) => emulator.outbox.messages({ to })[0]?.code ?? '',
    /** A code of the same length that is not the right one. */
    wrongCode: (to = email) =>
      emulator.outbox.messages({ to })[0]?.code === '000000' ? '111111' : '000000',
    /** Requests to Auth0, without preflights, in order. */
    calls: () =>
      emulator
        .requests()
        .filter(({ method }) => method !== 'OPTIONS')
        .map(({ path }) => path),
  };
}

/** Renders a login under `StrictMode` against an emulator of its own. */
export function renderLogin(login: ReactNode, props: Partial<PasswordlessProviderProps> = {}) {
  const world = createWorld(props);
  const user = userEvent.setup();
  const view = render(login, { wrapper: world.wrapper });
  return {
    ...world,
    ...view,
    user,
    /** From the first step to the code field. */
    async askForCode() {
      // What the page loads by itself: a person takes longer to type.
      await act(() => vi.dynamicImportSettled());
      await user.type(screen.getByLabelText('Email address'), email);
      await user.keyboard('{Enter}');
      return screen.findByLabelText<HTMLInputElement>('Verification code');
    },
  };
}

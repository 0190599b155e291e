import { createAuth0Client } from '@auth0-passwordless/core';
import { createEmulator } from '@auth0-passwordless/emulator';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { emulatedClient } from '../test/renderLogin.tsx';
import { PasswordlessLogin } from './PasswordlessLogin.tsx';
import { PasswordlessProvider, usePasswordlessClient } from './PasswordlessProvider.tsx';

it('works without a React Query client of the app', async () => {
  const emulator = createEmulator();
  render(
    <PasswordlessProvider client={emulatedClient(emulator)}>
      <PasswordlessLogin />
    </PasswordlessProvider>,
  );
  await userEvent.type(screen.getByLabelText('Email address'), 'ana@example.com{Enter}');
  expect(await screen.findByLabelText('Verification code')).toBeInTheDocument();
});

it('hands its client down', () => {
  const client = createAuth0Client({ domain: 'example.eu.auth0.com', clientId: 'id' });
  function Probe() {
    return <output>{String(usePasswordlessClient() === client)}</output>;
  }
  render(
    <PasswordlessProvider client={client}>
      <Probe />
    </PasswordlessProvider>,
  );
  expect(screen.getByText('true')).toBeInTheDocument();
});

it('is asked for by name where it is missing', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(() => render(<PasswordlessLogin />)).toThrow(/wrap the app in <PasswordlessProvider/);
});

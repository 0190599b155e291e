import { createAuth0Client } from '@auth0-passwordless/core';
import {
  createTestAuth0,
  rateLimited,
  smsProviderDown,
  wrongCode,
} from '@auth0-passwordless/emulator/testing';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { PasswordlessLogin } from './PasswordlessLogin.tsx';
import { PasswordlessProvider } from './PasswordlessProvider.tsx';

// The example of the emulator's README: how an app tests its login.
const auth0 = createTestAuth0();

afterEach(() => {
  auth0.assertAllPlayed();
  auth0.reset();
});

/** The app under test. In yours, only the client's options differ from what you ship. */
function App({ onSignedIn }: { onSignedIn: () => void }) {
  const client = createAuth0Client({
    domain: auth0.domain,
    clientId: auth0.clientId,
    fetch: auth0.fetch,
    now: auth0.clock.now,
  });
  return (
    <QueryClientProvider client={new QueryClient()}>
      <PasswordlessProvider client={client} now={auth0.clock.now}>
        <PasswordlessLogin onAuthenticated={onSignedIn} />
      </PasswordlessProvider>
    </QueryClientProvider>
  );
}

const email = 'ana@example.com';

async function askForCode() {
  const user = userEvent.setup();
  const onSignedIn = vi.fn<() => void>();
  render(<App onSignedIn={onSignedIn} />);
  await user.type(screen.getByLabelText('Email address'), `${email}{Enter}`);
  return { user, onSignedIn };
}

it('signs Ana in with the code she gets by e-mail', async () => {
  const { user, onSignedIn } = await askForCode();
  await user.type(await screen.findByLabelText('Verification code'), await auth0.codeFor(email));
  expect(await screen.findByText('You’re signed in')).toBeVisible();
  expect(onSignedIn).toHaveBeenCalledTimes(1);
});

it('tells Ana how many tries are left', async () => {
  auth0.script([wrongCode(2)]);
  const { user, onSignedIn } = await askForCode();
  const field = await screen.findByLabelText('Verification code');
  await user.type(field, '111111');
  expect((await screen.findAllByText(/2 tries left/)).length).toBeGreaterThan(0);
  await user.clear(field);
  await user.type(field, '222222');
  expect((await screen.findAllByText(/1 try left/)).length).toBeGreaterThan(0);
  expect(onSignedIn).not.toHaveBeenCalled();
});

it('lets Ana ask again when her code is too old', async () => {
  const { user, onSignedIn } = await askForCode();
  const field = await screen.findByLabelText('Verification code');
  const old = await auth0.codeFor(email);
  auth0.clock.advance(181);
  await user.type(field, old);
  await user.click(await screen.findByRole('button', { name: 'Send a new code' }));
  const code = await auth0.codeFor(email);
  await user.clear(field);
  await user.type(field, code);
  expect(await screen.findByText('You’re signed in')).toBeVisible();
  expect(onSignedIn).toHaveBeenCalledTimes(1);
});

it.each([rateLimited(30), smsProviderDown()])('keeps the address after $name', async (scenario) => {
  auth0.script([scenario]);
  await askForCode();
  const alert = await screen.findByRole('alert');
  await expect.poll(() => alert).not.toBeEmptyDOMElement();
  expect(screen.getByLabelText('Email address')).toHaveValue(email);
});

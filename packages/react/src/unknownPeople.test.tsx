import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { email, renderLogin } from '../test/renderLogin.tsx';
import { PasswordlessLogin } from './PasswordlessLogin.tsx';

/** What Auth0 says to somebody it does not know, where sign-ups are disabled. */
const refusal = {
  path: '/passwordless/start',
  status: 400,
  body: { error: 'bad.connection', error_description: 'Public signup is disabled' },
};

it('a person without an account sees what everybody sees, and no code comes', async () => {
  const { askForCode, container, emulator, unmount } = renderLogin(<PasswordlessLogin />);
  await askForCode();
  const known = container.textContent;
  unmount();
  sessionStorage.clear();

  const stranger = renderLogin(<PasswordlessLogin />);
  stranger.emulator.failNext(refusal);
  const field = await stranger.askForCode();
  expect(stranger.container.textContent).toBe(known);
  expect([emulator, stranger.emulator].map(({ outbox }) => outbox.messages().length)).toEqual([
    1, 0,
  ]);
  await stranger.user.type(field, '123456');
  expect(await screen.findByText(/^That code isn’t right/)).toBeVisible();
});

it('a person without an account is told so where the app wants it', async () => {
  const { emulator, user } = renderLogin(<PasswordlessLogin revealsUnknown />);
  emulator.failNext(refusal);
  await user.type(screen.getByLabelText('Email address'), `${email}{Enter}`);
  expect(await screen.findByText('New accounts can’t be created here.')).toBeVisible();
});

import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useState } from 'react';
import { email, renderLogin } from '../test/renderLogin.tsx';
import { PasswordlessLogin } from './index.ts';

it('fields, terms and help stand in the default markup, with the form of their step', async () => {
  const { askForCode } = renderLogin(
    <PasswordlessLogin
      slots={{
        fields: ({ form }) => <input aria-label="Name" {...form.register('name')} />,
        terms: () => <p>By going on you agree.</p>,
        help: ({ identifier }) => (
          <a href="https://mail.example.com">Open {identifier.connection}</a>
        ),
      }}
    />,
  );
  const name = screen.getByLabelText('Name');
  expect(name.closest('form')).toBe(screen.getByLabelText('Email address').closest('form'));
  expect(screen.getByText('By going on you agree.')).toBeVisible();
  await askForCode();
  expect(screen.queryByText('By going on you agree.')).toBeNull();
  expect(screen.getByRole('link', { name: 'Open email' })).toBeVisible();
});

function LoginWithCaptcha() {
  const [captcha, setCaptcha] = useState<string>();
  return (
    <PasswordlessLogin
      captcha={captcha}
      slots={{
        // oxlint-disable-next-line react/no-unstable-nested-components -- a slot is called, not mounted
        captcha: () => (
          <button type="button" onClick={() => setCaptcha('I am human')}>
            Confirm you are human
          </button>
        ),
      }}
    />
  );
}

it('a captcha is asked for when Auth0 does, has the focus, and its answer is sent', async () => {
  const { emulator, user } = renderLogin(<LoginWithCaptcha />);
  expect(screen.queryByRole('button', { name: 'Confirm you are human' })).toBeNull();
  emulator.failNext({
    path: '/passwordless/start',
    status: 400,
    body: { error: 'invalid_captcha', error_description: 'Captcha required' },
  });
  await user.type(screen.getByLabelText('Email address'), `${email}{Enter}`);
  const widget = await screen.findByRole('button', { name: 'Confirm you are human' });
  await waitFor(() => expect(widget).toHaveFocus());
  await user.click(widget);
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  await screen.findByLabelText('Verification code');
  const [, second] = emulator.requests().filter(({ method }) => method === 'POST');
  expect(second?.body).toMatchObject({ captcha: 'I am human' });
});

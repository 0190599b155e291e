import { screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { email, renderLogin } from '../test/renderLogin.tsx';
import { PasswordlessLogin } from './PasswordlessLogin.tsx';
import { useErrorText } from './useErrorText.ts';

const alert = () => screen.getByRole('alert').textContent;

it('logs in with an e-mailed code by keyboard alone', async () => {
  const onAuthenticated = vi.fn<(login: { tokens: { scope: string } | null }) => void>();
  const { calls, code, user } = renderLogin(
    <PasswordlessLogin onAuthenticated={onAuthenticated} />,
  );
  await user.tab();
  await user.keyboard(`${email}{Enter}`);
  await waitFor(() => expect(screen.getByLabelText('Verification code')).toHaveFocus());
  await user.keyboard(code());
  expect(await screen.findByRole('heading', { name: 'You’re signed in' })).toHaveFocus();
  expect(onAuthenticated).toHaveBeenCalledTimes(1);
  expect(onAuthenticated.mock.lastCall?.[0].tokens?.scope).toBe('openid profile email');
  expect(calls()).toEqual(['/passwordless/start', '/oauth/token']);
});

it('says what is wrong with an address, keeps it, and takes it back while typing', async () => {
  const { user } = renderLogin(<PasswordlessLogin />);
  const field = screen.getByLabelText('Email address');
  await user.type(field, 'ana{Enter}');
  expect(field).toHaveAccessibleDescription(/^Enter an email address like name@example.com/);
  expect(field).toHaveAttribute('aria-invalid', 'true');
  expect(field).toHaveFocus();
  await user.type(field, '@example.com');
  expect(field).toHaveValue(email);
  expect(field).toHaveAttribute('aria-invalid', 'false');
});

it('announces a wrong code in the alert region and selects it in the field', async () => {
  const { askForCode, user, wrongCode } = renderLogin(<PasswordlessLogin />);
  const field = await askForCode();
  await user.type(field, wrongCode());
  await waitFor(() => expect(alert()).toBe('That code isn’t right. 2 tries left.'));
  expect(field).toHaveFocus();
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, 6]);
  expect(field).toHaveAccessibleDescription(/^That code isn’t right. 2 tries left./);
});

it('lets a person go on typing a code that lacks a digit', async () => {
  const { askForCode, calls, user } = renderLogin(<PasswordlessLogin />);
  const field = await askForCode();
  await user.type(field, '12345{Enter}');
  await waitFor(() => expect(alert()).toBe('Enter all 6 digits'));
  await user.keyboard('6');
  expect(field).toHaveValue('123456');
  await waitFor(() => expect(calls()).toContain('/oauth/token'));
});

it('announces the sent code in the status region', async () => {
  const { askForCode } = renderLogin(<PasswordlessLogin />);
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
  await askForCode();
  await waitFor(() =>
    expect(screen.getByRole('status')).toHaveTextContent(`Code sent to ${email}`),
  );
});

it('locks the field after the third wrong code and leads to a new one', async () => {
  const { askForCode, calls, user, wrongCode } = renderLogin(<PasswordlessLogin />);
  const field = await askForCode();
  const first = Number(wrongCode());
  for (const offset of [0, 1, 2]) {
    await user.clear(field);
    await user.type(field, String(first + offset).padStart(6, '0'));
    await waitFor(() => expect(field).toHaveAttribute('aria-invalid', 'true'));
  }
  await waitFor(() => expect(alert()).toMatch(/^Too many tries with this code/));
  expect(field).toHaveAttribute('readonly');
  expect(field).toHaveValue('');
  const resend = screen.getByRole('button', { name: 'Send a new code' });
  expect(resend).toHaveFocus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(field).toHaveFocus());
  expect(field).not.toHaveAttribute('readonly');
  expect(calls().filter((path) => path === '/passwordless/start')).toHaveLength(2);
});

it('submits a code that is pasted within a whole message, anywhere in the form', async () => {
  const { askForCode, calls, code, user } = renderLogin(<PasswordlessLogin />);
  const field = await askForCode();
  await user.click(field);
  await user.paste(`2026-11-23 Acme: ${code()} is your code.\n\n@example.com #${code()}`);
  expect(field).toHaveValue(code());
  await screen.findByRole('heading', { name: 'You’re signed in' });
  expect(calls()).toEqual(['/passwordless/start', '/oauth/token']);
});

it('fills and submits nothing when a pasted text has two candidates, and says so', async () => {
  const { askForCode, calls, user } = renderLogin(<PasswordlessLogin />);
  const field = await askForCode();
  await user.click(field);
  await user.paste('Use 123456 or 654321 to sign in.');
  expect(field).toHaveValue('');
  await waitFor(() => expect(alert()).toBe('We couldn’t find one 6-digit code in that text.'));
  expect(calls()).toEqual(['/passwordless/start']);
});

it('leaves a complete code to the button when autoSubmit is off', async () => {
  const { askForCode, calls, code, user } = renderLogin(<PasswordlessLogin autoSubmit={false} />);
  await user.type(await askForCode(), code());
  expect(calls()).toEqual(['/passwordless/start']);
  await user.click(screen.getByRole('button', { name: 'Verify' }));
  await screen.findByRole('heading', { name: 'You’re signed in' });
});

it('code field: has the attributes that phones and password managers look for', async () => {
  const { askForCode, container } = renderLogin(<PasswordlessLogin />);
  const field = await askForCode();
  expect(field).toHaveAttribute('autocomplete', 'one-time-code');
  expect(field).toHaveAttribute('inputmode', 'numeric');
  expect(field).toHaveAttribute('type', 'text');
  expect(field).not.toHaveAttribute('maxlength');
  expect(container.querySelector('[autocomplete=username]')).toHaveValue(email);
});

it('code field: is a new element that does not show the address', async () => {
  const { askForCode } = renderLogin(<PasswordlessLogin />);
  const identifier = screen.getByLabelText('Email address');
  const field = await askForCode();
  expect(field).not.toBe(identifier);
  expect(field).toHaveValue('');
});

it('is not remounted while a new code is sent, and is empty and focused afterwards', async () => {
  const { askForCode, emulator, user } = renderLogin(<PasswordlessLogin />);
  const field = await askForCode();
  await user.type(field, '123');
  emulator.clock.advance(31);
  await user.click(screen.getByRole('button', { name: 'Send a new code' }));
  await waitFor(() => expect(field).toHaveFocus());
  expect(field).toBeInTheDocument();
  expect(field).toHaveValue('');
  expect(screen.getByText(/^We sent a new code at/)).toBeInTheDocument();
});

it('goes back to the address, selected, without sending', async () => {
  const { askForCode, calls, user } = renderLogin(<PasswordlessLogin />);
  await askForCode();
  await user.click(screen.getByRole('button', { name: 'Use a different email' }));
  const field = screen.getByLabelText('Email address');
  expect(field).toHaveFocus();
  expect(field).toHaveValue(email);
  await user.keyboard('bob@example.com');
  expect(field).toHaveValue('bob@example.com');
  expect(calls()).toEqual(['/passwordless/start']);
});

it('counts down while Auth0 takes no more requests, without a request before the time', async () => {
  const { calls, emulator, user } = renderLogin(<PasswordlessLogin />);
  const headers = { 'retry-after': '52' };
  const body = { error: 'too_many_requests' };
  emulator.failNext({ path: '/passwordless/start', status: 429, headers, body });
  await user.type(screen.getByLabelText('Email address'), `${email}{Enter}`);
  await screen.findByText('You’ve asked for several codes. Try again in 0:52.', {
    selector: '.apl-error',
  });
  await user.keyboard('{Enter}');
  expect(calls()).toEqual(['/passwordless/start']);
});

it.each([
  ['an HTML page', { status: 502, body: '<h1>Bad gateway</h1>' }, /isn’t answering right now/],
  [
    'a wrong setup',
    { status: 403, body: { error: 'unauthorized_client' } },
    /isn’t available right now/,
  ],
  [
    'a blocked account',
    { status: 429, body: { error: 'too_many_attempts' } },
    /paused for your security/,
  ],
  ['no answer', { network: true }, /couldn’t reach the sign-in service/],
])('tells of %s in words for people', async (_, fault, text) => {
  const { emulator, user } = renderLogin(<PasswordlessLogin />);
  emulator.failNext({ path: '/passwordless/start', ...fault });
  await user.type(screen.getByLabelText('Email address'), `${email}{Enter}`);
  expect(await screen.findByText(text, { selector: '.apl-error' })).toBeInTheDocument();
  expect(screen.getByLabelText('Email address')).toHaveValue(email);
});

it('shows where a link went', async () => {
  const { user } = renderLogin(<PasswordlessLogin send="link" />);
  await user.type(screen.getByLabelText('Email address'), `${email}{Enter}`);
  expect(await screen.findByText(/We sent a sign-in link to ana@example.com/)).toBeInTheDocument();
});

it('takes a phone number where it may, and asks for its country code', async () => {
  const { code, user } = renderLogin(<PasswordlessLogin connections={['sms']} />);
  const field = screen.getByLabelText('Mobile number');
  expect(field).toHaveAttribute('type', 'tel');
  await user.type(field, '07700 900123{Enter}');
  expect(field).toHaveAccessibleDescription(/country code/);
  await user.clear(field);
  await user.type(field, '+44 7700 900123{Enter}');
  await user.type(await screen.findByLabelText('Verification code'), code('+447700900123'));
  await screen.findByRole('heading', { name: 'You’re signed in' });
});

it('takes either, with both connections', async () => {
  const { emulator, user } = renderLogin(<PasswordlessLogin connections={['email', 'sms']} />);
  await user.type(screen.getByLabelText('Email address or mobile number'), '+447700900123{Enter}');
  await screen.findByLabelText('Verification code');
  expect(emulator.outbox.messages()[0]).toMatchObject({ connection: 'sms', to: '+447700900123' });
});

it('autoFocus: focuses the first field; without it the focus stays', async () => {
  const { unmount } = renderLogin(<PasswordlessLogin />);
  expect(document.body).toHaveFocus();
  unmount();
  renderLogin(<PasswordlessLogin autoFocus />);
  expect(screen.getByLabelText('Email address')).toHaveFocus();
});

it('messages: lays the texts of the provider over the English ones', () => {
  renderLogin(<PasswordlessLogin />, { messages: { 'identifier.title': 'Welcome back' } });
  expect(screen.getByRole('heading', { name: 'Welcome back' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Continue' })).toBeInTheDocument();
});

it('policy: takes the code length of the tenant', async () => {
  const { askForCode, calls, user } = renderLogin(<PasswordlessLogin />, {
    policy: { codeLength: 8 },
  });
  const field = await askForCode();
  expect(screen.getByText(/^We sent a 8-digit code/)).toBeInTheDocument();
  await user.type(field, '123456');
  expect(calls()).toEqual(['/passwordless/start']);
  await user.type(field, '78');
  await waitFor(() => expect(calls()).toEqual(['/passwordless/start', '/oauth/token']));
});

it('children: gets the object of the hook, and the live regions stay', async () => {
  const { code, user } = renderLogin(
    <PasswordlessLogin>
      {(login) =>
        login.step === 'identifier' ? (
          <form {...login.getIdentifierFormProps()}>
            <label {...login.getLabelProps()}>E-mail</label>
            <input {...login.getIdentifierInputProps()} />
          </form>
        ) : login.step === 'code' ? (
          <form {...login.getCodeFormProps()}>
            <label {...login.getLabelProps()}>Code</label>
            <input {...login.getCodeInputProps()} />
          </form>
        ) : (
          <p>Hello</p>
        )
      }
    </PasswordlessLogin>,
  );
  await user.type(screen.getByLabelText('E-mail'), `${email}{Enter}`);
  await user.type(await screen.findByLabelText('Code'), code());
  expect(await screen.findByText('Hello')).toBeInTheDocument();
  expect(screen.getByRole('status')).toBeInTheDocument();
});

it('render props: replace their step and carry its React Hook Form', async () => {
  const { code, user } = renderLogin(
    <PasswordlessLogin
      renderIdentifier={(login) => (
        <form {...login.getIdentifierFormProps()}>
          <input aria-label="Mail" {...login.getIdentifierInputProps()} />
          <label>
            <input type="checkbox" {...login.form.register('terms', { required: true })} />
            Terms
          </label>
          <button {...login.getSubmitButtonProps()}>Go</button>
        </form>
      )}
      renderAuthenticated={(login) => <p>Scope {login.tokens?.scope}</p>}
    />,
  );
  await user.type(screen.getByLabelText('Mail'), `${email}{Enter}`);
  expect(screen.queryByLabelText('Verification code')).not.toBeInTheDocument();
  await user.click(screen.getByLabelText('Terms'));
  await user.click(screen.getByRole('button', { name: 'Go' }));
  await user.type(await screen.findByLabelText('Verification code'), code());
  expect(await screen.findByText('Scope openid profile email')).toBeInTheDocument();
});

it('useErrorText: gives the text of the error to markup of one’s own', async () => {
  function Problem({ login }: { login: Parameters<typeof useErrorText>[0] }) {
    return <output>{useErrorText(login)}</output>;
  }
  const { user } = renderLogin(
    <PasswordlessLogin>
      {(login) => (
        <form {...login.getIdentifierFormProps()}>
          <input {...login.getIdentifierInputProps()} />
          <Problem login={login} />
        </form>
      )}
    </PasswordlessLogin>,
  );
  await user.type(screen.getByRole('textbox'), 'ana{Enter}');
  expect(screen.getByText('Enter an email address like name@example.com')).toBeInTheDocument();
});

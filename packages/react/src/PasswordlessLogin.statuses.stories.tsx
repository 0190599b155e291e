import type { Meta } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { PasswordlessLogin } from './PasswordlessLogin.tsx';
import { byKeyboard } from './testing/byKeyboard.ts';
import { email, loginStatus } from './testing/traveller.ts';
import {
  auth0Of,
  callsTo,
  type LoginArgs,
  type LoginStory as Story,
  reaches,
  renderLogin,
  travel,
} from './testing/loginStory.tsx';
import './styles.css';

/**
 * Every status of a login, each reached by playing the flow against an Auth0 emulator in the page.
 * Nothing is faked: codes, tries and tokens are real, and so are the requests.
 */
const meta: Meta<LoginArgs> = {
  title: 'PasswordlessLogin/Statuses',
  component: PasswordlessLogin,
  args: { onAuthenticated: fn() },
  render: renderLogin,
};
export default meta;

/** The first screen. Nothing has been sent. */
export const EnteringIdentifier: Story = {
  play: async (context) => {
    await travel(context, 'Identifier: nothing typed');
    await expect(auth0Of(context.loaded).emulator.requests()).toEqual([]);
  },
};

/** The message is on its way. The focus stays, and another press does nothing. */
export const SendingCode: Story = {
  play: async (context) => {
    const { canvas, loaded, userEvent } = context;
    await travel(context, 'Identifier: sending');
    const button = canvas.getByRole('button', { name: 'Sending code…' });
    await byKeyboard(userEvent, button, '{Enter}');
    await waitFor(() => expect(auth0Of(loaded).emulator.outbox.messages()).toHaveLength(1));
    await expect(callsTo(context, '/passwordless/start')).toBe(1);
  },
};

/** The code was sent. The field has the focus. */
export const EnteringCode: Story = {
  play: async (context) => {
    await travel(context, 'Code: sent');
    const field = context.canvas.getByLabelText('Verification code');
    await waitFor(() => expect(field).toHaveFocus());
    await expect(context.canvas.getByText(new RegExp(`6-digit code to ${email}`))).toBeVisible();
  },
};

/** A new message is on its way. The old code step stays as it is. */
export const ResendingCode: Story = {
  play: async (context) => {
    await travel(context, 'Code: sending a new one');
    const button = context.canvas.getByRole('button', { name: 'Sending code…' });
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await expect(button).toHaveFocus();
  },
};

/** The code is being checked. It stays visible and cannot be changed meanwhile. */
export const ExchangingCode: Story = {
  play: async (context) => {
    await travel(context, 'Code: checking');
    const field = context.canvas.getByLabelText('Verification code');
    await expect(field).toHaveAttribute('readonly');
    await expect(field).toHaveValue(auth0Of(context.loaded).code());
    await expect(field).toHaveFocus();
  },
};

/** Typed without a network. The code is kept and leaves by itself, once, when the network is back. */
export const WaitingForNetwork: Story = {
  play: async (context) => {
    await travel(context, 'Code: waiting for the network');
    const field = context.canvas.getByLabelText('Verification code');
    await expect(field).toHaveValue(auth0Of(context.loaded).code());
    await expect(field).toHaveAccessibleDescription(/You’re offline/);
    await expect(callsTo(context, '/oauth/token')).toBe(0);
  },
};

/** A link was sent instead of a code. */
export const AwaitingLink: Story = {
  args: { send: 'link' },
  play: async (context) => {
    await travel(context, 'Link: sent');
    const { canvas } = context;
    await waitFor(() =>
      expect(canvas.getByRole('heading', { name: 'Check your email' })).toHaveFocus(),
    );
    await expect(auth0Of(context.loaded).emulator.outbox.messages()[0]?.send).toBe('link');
  },
};

/** Another link is on its way. */
export const ResendingLink: Story = {
  args: { send: 'link' },
  play: async (context) => {
    await travel(context, 'Link: sending a new one');
    await expect(context.canvas.getByRole('button', { name: 'Sending link…' })).toHaveFocus();
  },
};

/** Another tab of the browser has signed in. The person says whether to go on with that. */
export const SignedInElsewhere: Story = {
  play: async (context) => {
    const { args, canvas, userEvent } = context;
    await travel(context, 'Another tab has signed in');
    const button = canvas.getByRole('button', { name: 'Continue' });
    await waitFor(() => expect(button).toHaveFocus());
    await expect(args.onAuthenticated).not.toHaveBeenCalled();
    await expect(canvas.getByRole('button', { name: 'Use a different email' })).toBeVisible();
    await userEvent.tab();
    await userEvent.tab({ shift: true });
    await expect(button).toHaveFocus();
  },
};

/** The code was right and a second factor is asked for. What to show is the app’s: see the slots. */
export const MfaRequired: Story = {
  play: async (context) => {
    await travel(context, 'Second factor asked for');
    await waitFor(() =>
      expect(context.canvas.getByRole('heading', { name: 'One more step' })).toHaveFocus(),
    );
    await expect(context.args.onAuthenticated).not.toHaveBeenCalled();
  },
};

/** Signed in. Most apps show something else from here on. */
export const Authenticated: Story = {
  play: async (context) => {
    const { args, canvas, canvasElement } = context;
    await travel(context, 'Signed in');
    await waitFor(() =>
      expect(canvas.getByRole('heading', { name: 'You’re signed in' })).toHaveFocus(),
    );
    await expect(args.onAuthenticated).toHaveBeenCalledTimes(1);
    await expect(callsTo(context, '/passwordless/start')).toBe(1);
    await expect(callsTo(context, '/oauth/token')).toBe(1);
    await expect(loginStatus(canvasElement)).toBe('authenticated');
  },
};

/** Back on the first screen by "Use a different email": the address is there, selected, and nothing was sent. */
export const EnteringIdentifierAgain: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context;
    await travel(context, 'Code: sent');
    await byKeyboard(
      userEvent,
      canvas.getByRole('button', { name: 'Use a different email' }),
      '{Enter}',
    );
    await reaches(context, 'enteringIdentifier');
    const field = canvas.getByLabelText<HTMLInputElement>('Email address');
    await waitFor(() => expect(field).toHaveFocus());
    await expect([field.value, field.selectionStart, field.selectionEnd]).toEqual([
      email,
      ...(field.type === 'email' ? [null, null] : [0, email.length]),
    ]);
    await expect(callsTo(context, '/passwordless/start')).toBe(1);
  },
};

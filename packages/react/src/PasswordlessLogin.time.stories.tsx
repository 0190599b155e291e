import type { Meta } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { PasswordlessLogin } from './PasswordlessLogin.tsx';
import { byKeyboard } from './testing/byKeyboard.ts';
import { dropNetwork, restoreNetwork } from './testing/emulatedNetwork.ts';
import { email, wake } from './testing/traveller.ts';
import {
  auth0Of,
  callsTo,
  type LoginArgs,
  type LoginStory as Story,
  type PlayContext,
  reaches,
  renderLogin,
  travel,
} from './testing/loginStory.tsx';
import './styles.css';

/** Clocks, reloads, lost networks, other tabs and Back. None of them sends anything by itself. */
const meta: Meta<LoginArgs> = {
  title: 'PasswordlessLogin/Time, network and tabs',
  component: PasswordlessLogin,
  args: { onAuthenticated: fn() },
  render: renderLogin,
};
export default meta;

const codeField = ({ canvas }: PlayContext) =>
  canvas.getByLabelText<HTMLInputElement>('Verification code');

/** A new code may be asked for. */
export const ResendReady: Story = {
  play: async (context) => {
    await travel(context, 'Code: sent');
    const resend = context.canvas.getByRole('button', { name: 'Send a new code' });
    await expect(resend).toHaveAccessibleDescription(/in 0:\d\d/);
    wake(auth0Of(context.loaded), 31);
    await waitFor(() => expect(resend).not.toHaveAccessibleDescription());
    await expect(codeField(context)).toHaveFocus();
  },
};

/** After the second message: its time is told, and the field has the focus again. */
export const NewCodeSent: Story = {
  play: async (context) => {
    await travel(context, 'Code: new one sent');
    await expect(context.canvas.getByText(/We sent a new code at/)).toBeVisible();
    await waitFor(() => expect(codeField(context)).toHaveFocus());
    await expect(callsTo(context, '/passwordless/start')).toBe(2);
  },
};

/** The last minute is shown; before, only the hint says how long a code works. The focus does not move. */
export const LastMinute: Story = {
  play: async (context) => {
    await travel(context, 'Code: last minute');
    await waitFor(() => expect(context.canvas.getByRole('timer')).toHaveTextContent(/0:[34]\d/));
    await expect(codeField(context)).toHaveFocus();
  },
};

/** Time ran out while nobody typed. Said politely; the focus stays where it is. */
export const TimeIsOver: Story = {
  play: async (context) => {
    const { canvasElement } = context;
    await travel(context, 'Code: time is over');
    await waitFor(() =>
      expect(canvasElement.querySelector('.apl-notice')).toHaveTextContent(/has expired/),
    );
    await expect(codeField(context)).toHaveFocus();
  },
};

/** A reload on the code step goes on with it, without a request. */
export const Restored: Story = {
  play: async (context) => {
    const { canvas, loaded, userEvent } = context;
    await travel(context, 'Code: after a reload');
    await waitFor(() => expect(codeField(context)).toHaveFocus());
    await expect(canvas.getByText(new RegExp(`We sent a code to ${email} at`))).toBeVisible();
    await expect(callsTo(context, '/passwordless/start')).toBe(1);
    await userEvent.keyboard(auth0Of(loaded).code());
    await reaches(context, 'authenticated');
  },
};

/** A reload after the code has expired: the first step, filled in. */
export const RestoredTooLate: Story = {
  play: async (context) => {
    await travel(context, 'Identifier: expired meanwhile');
    const { canvas } = context;
    await waitFor(() => expect(canvas.getByLabelText('Email address')).toHaveValue(email));
    await expect(canvas.getByText(/That code has expired/)).toBeVisible();
    await waitFor(() =>
      expect(canvas.getByRole('status')).toHaveTextContent(/That code has expired/),
    );
  },
};

/** The network is away while the person waits for the message. */
export const Offline: Story = {
  play: async (context) => {
    const { canvas, canvasElement } = context;
    await travel(context, 'Code: offline');
    await waitFor(() =>
      expect(canvasElement.querySelector('.apl-notice')).toHaveTextContent(/You’re offline/),
    );
    const resend = canvas.getByRole('button', { name: 'Send a new code' });
    await expect(resend).toHaveAttribute('aria-disabled', 'true');
    await expect(resend).toHaveAccessibleDescription(/when you’re back online/);
    await waitFor(() => expect(canvas.getByRole('alert')).toHaveTextContent(/You’re offline/));
  },
};

/** The network comes back: the code that could not leave is sent, once. */
export const BackOnline: Story = {
  play: async (context) => {
    await travel(context, 'Code: waiting for the network');
    restoreNetwork();
    await reaches(context, 'authenticated');
    await expect(callsTo(context, '/oauth/token')).toBe(1);
    await expect(context.args.onAuthenticated).toHaveBeenCalledTimes(1);
  },
};

/** A message is never sent later by itself: only a person’s press does. */
export const OfflineAtTheStart: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context;
    dropNetwork();
    await byKeyboard(userEvent, canvas.getByLabelText('Email address'), `${email}{Enter}`);
    await expect(await canvas.findByText(/You’re offline. Try again/)).toBeVisible();
    restoreNetwork();
    await waitFor(() => expect(navigator.onLine).toBe(true));
    await expect(callsTo(context, '/passwordless/start')).toBe(0);
    await byKeyboard(userEvent, canvas.getByRole('button', { name: 'Continue' }), '{Enter}');
    await reaches(context, 'enteringCode');
    await expect(callsTo(context, '/passwordless/start')).toBe(1);
  },
};

/** Another tab signed in; Continue goes on with that. */
export const ContinuedFromAnotherTab: Story = {
  play: async (context) => {
    await travel(context, 'Another tab has signed in');
    await byKeyboard(
      context.userEvent,
      context.canvas.getByRole('button', { name: 'Continue' }),
      '{Enter}',
    );
    await reaches(context, 'authenticated');
    await expect(context.args.onAuthenticated).toHaveBeenCalledTimes(1);
    await expect(callsTo(context, '/oauth/token')).toBe(0);
  },
};

/** Back on the code step returns to the identifier and sends nothing. */
export const BackButton: Story = {
  args: { history: true },
  play: async (context) => {
    await travel(context, 'Code: sent');
    const key = auth0Of(context.loaded).storageKey;
    await waitFor(() => expect(window.history.state).toHaveProperty([key], true));
    window.history.back();
    await reaches(context, 'enteringIdentifier');
    await expect(context.canvas.getByLabelText('Email address')).toHaveValue(email);
    await expect(callsTo(context, '/passwordless/start')).toBe(1);
  },
};

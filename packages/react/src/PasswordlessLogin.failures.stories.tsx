import type { Meta } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { PasswordlessLogin } from './PasswordlessLogin.tsx';
import {
  auth0Of,
  callsTo,
  type LoginArgs,
  type LoginStory as Story,
  type PlayContext,
  renderLogin,
  travel,
} from './testing/loginStory.tsx';
import './styles.css';

/** What can go wrong, and how the person goes on. An error is never the end: the step stays, the typed text too. */
const meta: Meta<LoginArgs> = {
  title: 'PasswordlessLogin/When something fails',
  component: PasswordlessLogin,
  args: { onAuthenticated: fn() },
  render: renderLogin,
};
export default meta;

const codeField = ({ canvas }: PlayContext) =>
  canvas.getByLabelText<HTMLInputElement>('Verification code');

const says = ({ canvas }: PlayContext, text: string | RegExp) =>
  waitFor(() => expect(canvas.getByRole('alert')).toHaveTextContent(text));

/** What was typed is not an address. No request was made; the next key takes the error back. */
export const NotAnAddress: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context;
    await travel(context, 'Identifier: not an address');
    const field = canvas.getByLabelText('Email address');
    await expect(field).toHaveAccessibleDescription(/^Enter an email address/);
    await expect(field).toHaveFocus();
    await expect(auth0Of(context.loaded).emulator.requests()).toEqual([]);
    await userEvent.keyboard('.c');
    await expect(field).toHaveAttribute('aria-invalid', 'false');
    await userEvent.keyboard('{Backspace}{Backspace}{Enter}');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
  },
};

/** A wrong code: it is selected, so that typing replaces it. Two tries are left. */
export const WrongCode: Story = {
  play: async (context) => {
    await travel(context, 'Code: wrong');
    const field = codeField(context);
    await expect(field).toHaveAccessibleDescription(/^That code isn’t right. 2 tries left./);
    await waitFor(() => expect([field.selectionStart, field.selectionEnd]).toEqual([0, 6]));
    await expect(field).toHaveFocus();
    await says(context, 'That code isn’t right. 2 tries left.');
  },
};

/** The same wrong code again costs no try: it is not sent. */
export const TriedBefore: Story = {
  play: async (context) => {
    await travel(context, 'Code: tried before');
    await expect(codeField(context)).toHaveAccessibleDescription(/already tried that code/);
    await expect(callsTo(context, '/oauth/token')).toBe(1);
  },
};

/** Submitted with digits missing. Nothing is sent, and what is there stays. */
export const DigitsMissing: Story = {
  play: async (context) => {
    await travel(context, 'Code: digits missing');
    await expect(codeField(context)).toHaveValue('123');
    await expect(codeField(context)).toHaveAccessibleDescription(/^Enter all 6 digits/);
    await expect(callsTo(context, '/oauth/token')).toBe(0);
  },
};

/** The pasted text holds two codes. A guess could cost one of three tries, so nothing is filled in. */
export const TwoCodesInOneText: Story = {
  play: async (context) => {
    await travel(context, 'Code: two in one text');
    await expect(codeField(context)).toHaveValue('');
    await expect(codeField(context)).toHaveAccessibleDescription(/couldn’t find one 6-digit code/);
    await expect(callsTo(context, '/oauth/token')).toBe(0);
  },
};

/** Three wrong codes: the field is closed, and the way on has the focus. */
export const NoTriesLeft: Story = {
  play: async (context) => {
    await travel(context, 'Code: no tries left');
    const resend = context.canvas.getByRole('button', { name: 'Send a new code' });
    await waitFor(() => expect(resend).toHaveFocus());
    await expect(codeField(context)).toHaveValue('');
    await expect(codeField(context)).toHaveAttribute('readonly');
    await expect(resend).toHaveAttribute('aria-disabled', 'false');
    await says(context, /^Too many tries/);
  },
};

/** A code that came too late. The way on has the focus. */
export const SubmittedTooLate: Story = {
  play: async (context) => {
    await travel(context, 'Code: submitted too late');
    const resend = context.canvas.getByRole('button', { name: 'Send a new code' });
    await waitFor(() => expect(resend).toHaveFocus());
    await says(context, /^That code has expired/);
  },
};

/** Auth0 takes no more requests for now. The wait counts down beside the field and is read out once. */
export const RateLimited: Story = {
  play: async (context) => {
    await travel(context, 'Identifier: rate limited');
    const { canvas } = context;
    await expect(canvas.getByLabelText('Email address')).toHaveValue('ana@example.com');
    await expect(canvas.getByText(/Try again in 0:5\d/)).toBeVisible();
    await says(context, /Try again in 0:5\d/);
  },
};

/** The same on the code step: a code that is still out can be typed meanwhile. */
export const NewCodeRefusedForNow: Story = {
  play: async (context) => {
    await travel(context, 'Code: new one refused for now');
    const resend = context.canvas.getByRole('button', { name: 'Send a new code' });
    await expect(resend).toHaveAttribute('aria-disabled', 'true');
    await expect(resend).toHaveAccessibleDescription(/You can ask for a new one in 1:\d\d/);
    await expect(resend).toHaveFocus();
    await expect(codeField(context)).not.toHaveAttribute('readonly');
  },
};

/** The provider refused the text message. Nothing was sent, so nothing has to be waited for. */
export const MessageNotDelivered: Story = {
  args: { connections: ['sms'] },
  play: async (context) => {
    await travel(context, 'Identifier: message not delivered');
    await expect(context.canvas.getByText('We couldn’t send the code. Try again.')).toBeVisible();
    await expect(context.canvas.getByRole('button', { name: 'Continue' })).toBeEnabled();
  },
};

/** Where the person may have it by another way, that is offered, and has the focus. Nothing is sent before they type. */
export const AnotherWay: Story = {
  args: { connections: ['email', 'sms'] },
  play: async (context) => {
    const { canvas, userEvent } = context;
    await travel(context, 'Identifier: message not delivered');
    const button = canvas.getByRole('button', { name: 'Get the code by text message instead' });
    await waitFor(() => expect(button).toHaveFocus());
    auth0Of(context.loaded).emulator.setTenant({ smsFailure: null });
    await userEvent.keyboard('{Enter}');
    const field = canvas.getByLabelText('Email address or mobile number');
    await expect(field).toHaveFocus();
    await expect(field).toHaveValue('');
    await expect(callsTo(context, '/passwordless/start')).toBe(1);
    await userEvent.keyboard('+447700900123{Enter}');
    await canvas.findByRole('heading', { name: 'Check your phone' });
  },
};

/** Auth0 has blocked the account or the address. */
export const AccountBlocked: Story = {
  play: async (context) => {
    await travel(context, 'Code: account blocked');
    await says(context, /^Sign-in is paused for your security/);
  },
};

/** The connection accepts nobody new. */
export const NoNewAccounts: Story = {
  play: async (context) => {
    await travel(context, 'Identifier: no new accounts');
    await says(context, 'New accounts can’t be created here.');
  },
};

/** A setting of the tenant is wrong. The person reads this; the console tells the developer cause, setting and fix. */
export const Misconfigured: Story = {
  play: async (context) => {
    await travel(context, 'Identifier: misconfigured');
    await says(context, 'Sign-in isn’t available right now.');
    await expect(context.canvasElement).not.toHaveTextContent(/connection strategy/i);
  },
};

/** No answer came. Perhaps the message left, perhaps not: only the person sends again. */
export const NoAnswer: Story = {
  play: async (context) => {
    await travel(context, 'Identifier: no answer');
    await says(context, /^We couldn’t reach the sign-in service/);
    await expect(callsTo(context, '/passwordless/start')).toBe(1);
  },
};

/** Auth0 answers that it cannot serve. */
export const Auth0IsDown: Story = {
  play: async (context) => {
    await travel(context, 'Identifier: Auth0 is down');
    await says(context, /isn’t answering right now/);
  },
};

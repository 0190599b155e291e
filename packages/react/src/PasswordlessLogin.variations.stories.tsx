import type { Meta } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { PasswordlessLogin } from './PasswordlessLogin.tsx';
import { byKeyboard } from './testing/byKeyboard.ts';
import { email, phoneNumber } from './testing/traveller.ts';
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

/** What may be typed, what is sent, how it looks, and who looks at it. */
const meta: Meta<LoginArgs> = {
  title: 'PasswordlessLogin/Variations',
  component: PasswordlessLogin,
  args: { onAuthenticated: fn() },
  render: renderLogin,
};
export default meta;

const codeField = ({ canvas }: PlayContext) =>
  canvas.getByLabelText<HTMLInputElement>('Verification code');

/** What is behind the code. */
const surfaceOf = ({ canvasElement }: PlayContext) => {
  const slots = canvasElement.querySelector('.apl-slots');
  return slots && getComputedStyle(slots).backgroundColor;
};

/** Nothing sticks out of the page to the side, at any step. */
const fits = () =>
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(
    document.documentElement.clientWidth,
  );

/** From the first step to a wrong code, which has the most to show, without a scroll bar to the side. */
async function fitsAllTheWay(context: PlayContext) {
  await fits();
  await travel(context, 'Code: wrong');
  await fits();
}

/** A phone number instead of an e-mail address. */
export const Sms: Story = {
  args: { connections: ['sms'] },
  play: async (context) => {
    await travel(context, 'Code: sent');
    await expect(context.canvas.getByRole('heading', { name: 'Check your phone' })).toBeVisible();
    await expect(auth0Of(context.loaded).emulator.outbox.messages()[0]).toMatchObject({
      connection: 'sms',
      to: phoneNumber,
    });
  },
};

/** The first step of it: the keyboard of a phone, and the browser's suggestion. */
export const SmsFirstStep: Story = {
  args: { connections: ['sms'] },
  play: async ({ canvas }) => {
    const field = canvas.getByLabelText('Mobile number');
    await expect(field).toHaveAttribute('autocomplete', 'tel');
    await expect(field).toHaveAttribute('type', 'tel');
  },
};

/** Either of both in one field. What was typed decides. */
export const EmailOrSms: Story = {
  args: { connections: ['email', 'sms'] },
  play: async (context) => {
    const { canvas, userEvent } = context;
    const field = canvas.getByLabelText('Email address or mobile number');
    await byKeyboard(userEvent, field, '+44 7700 900123{Enter}');
    await reaches(context, 'enteringCode');
    await byKeyboard(
      userEvent,
      canvas.getByRole('button', { name: 'Use a different number' }),
      '{Enter}',
    );
    await userEvent.keyboard(`{Control>}a{/Control}${email}{Enter}`);
    await reaches(context, 'enteringCode');
    const { outbox } = auth0Of(context.loaded).emulator;
    await expect(outbox.messages().map(({ connection }) => connection)).toEqual(['email', 'sms']);
  },
};

/** Before a link is sent. */
export const LinkFirstStep: Story = {
  args: { send: 'link' },
  play: async ({ canvas }) => {
    await expect(canvas.getByLabelText('Email address')).toHaveAccessibleDescription(
      'We’ll email you a sign-in link.',
    );
  },
};

/** The field shows a place for each digit, by CSS alone; nothing of the code is cut. */
const withLength = (codeLength: number): Story => ({
  parameters: { auth0: { tenant: { codeLength } } },
  play: async (context) => {
    await travel(context, 'Code: checking');
    const field = codeField(context);
    await expect(field.value).toHaveLength(codeLength);
    await expect(context.canvas.getByText(new RegExp(`all ${codeLength} digits`))).toBeVisible();
    await expect(field.scrollWidth).toBeLessThanOrEqual(field.clientWidth);
    await expect(field.scrollLeft).toBe(0);
    await fits();
  },
});

export const FourDigits: Story = withLength(4);
export const EightDigits: Story = withLength(8);
export const TenDigits: Story = withLength(10);
export const TwelveDigits: Story = withLength(12);

/** The longest code that Auth0 can send. */
export const FortyDigits: Story = withLength(40);

/** It is pasted as any other. */
export const FortyDigitsPasted: Story = {
  parameters: { auth0: { tenant: { codeLength: 40 } } },
  play: async (context) => {
    await travel(context, 'Code: sent');
    codeField(context).focus();
    await context.userEvent.paste(`Your code: ${auth0Of(context.loaded).code()}`);
    await reaches(context, 'authenticated');
    await expect(callsTo(context, '/oauth/token')).toBe(1);
  },
};

/** Only a press on the button, or Enter, checks the code. */
export const AutoSubmitOff: Story = {
  args: { autoSubmit: false },
  play: async (context) => {
    const { canvas, loaded, userEvent } = context;
    await travel(context, 'Code: sent');
    await byKeyboard(userEvent, codeField(context), auth0Of(loaded).code());
    await expect(callsTo(context, '/oauth/token')).toBe(0);
    await byKeyboard(userEvent, canvas.getByRole('button', { name: 'Verify' }), '{Enter}');
    await reaches(context, 'authenticated');
  },
};

/** Where the login is what the page is for. */
export const AutoFocus: Story = {
  args: { autoFocus: true },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByLabelText('Email address')).toHaveFocus());
  },
};

/** Light, whatever the system is. */
export const Light: Story = {
  globals: { theme: 'light' },
  play: async (context) => {
    await travel(context, 'Code: wrong');
    await expect(getComputedStyle(document.documentElement).colorScheme).toBe('light');
    await expect(surfaceOf(context)).toBe('rgb(255, 255, 255)');
  },
};

/** Dark, whatever the system is. */
export const Dark: Story = {
  globals: { theme: 'dark' },
  play: async (context) => {
    await travel(context, 'Code: wrong');
    await expect(getComputedStyle(document.documentElement).colorScheme).toBe('dark');
    await expect(surfaceOf(context)).toBe('rgb(20, 22, 28)');
  },
};

/** The same in the dark, while waiting for the network. */
export const DarkOffline: Story = {
  globals: { theme: 'dark' },
  play: async (context) => {
    await travel(context, 'Code: offline');
    await waitFor(() => expect(context.canvas.getByText(/You’re offline/)).toBeVisible());
  },
};

/** The first screen in the dark. */
export const DarkFirstStep: Story = {
  globals: { theme: 'dark' },
  play: async (context) => {
    await travel(context, 'Identifier: not an address');
    await expect(context.canvas.getByText(/^Enter an email address/)).toBeVisible();
  },
};

/** A phone from 2010, or 1280 pixels at 400 %. */
export const Narrow: Story = {
  globals: { viewport: { value: 'narrow' } },
  play: fitsAllTheWay,
};

/** Ten digits find room on it, too. */
export const NarrowTenDigits: Story = {
  globals: { viewport: { value: 'narrow' } },
  parameters: { auth0: { tenant: { codeLength: 10 } } },
  play: fitsAllTheWay,
};

/** The browser's zoom at 200 %. */
export const Zoomed: Story = {
  parameters: { zoom: 'page' },
  play: fitsAllTheWay,
};

/** The text at 200 %, the page as it was. */
export const LargeText: Story = {
  parameters: { zoom: 'text' },
  play: async (context) => {
    await fitsAllTheWay(context);
    const [field, button] = [
      codeField(context),
      context.canvas.getByRole('button', { name: 'Verify' }),
    ];
    await expect(getComputedStyle(button).fontSize).toBe('32px');
    await expect(field.scrollWidth).toBeLessThanOrEqual(field.clientWidth);
  },
};

import type { Meta } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { ar } from './messages/ar.ts';
import { PasswordlessLogin } from './PasswordlessLogin.tsx';
import { byKeyboard } from './testing/byKeyboard.ts';
import {
  auth0Of,
  type LoginArgs,
  type LoginStory as Story,
  renderLogin,
  travel,
} from './testing/loginStory.tsx';
import './styles.css';

/** Languages, and the direction that their lines run in. Codes and addresses read from the left in each. */
const meta: Meta<LoginArgs> = {
  title: 'PasswordlessLogin/Languages',
  component: PasswordlessLogin,
  args: { onAuthenticated: fn() },
  render: renderLogin,
};
export default meta;

const inArabic = { auth0: { messages: ar } };

/** From right to left; the code itself from left to right. */
export const RightToLeft: Story = {
  parameters: inArabic,
  play: async (context) => {
    const { canvas, canvasElement, loaded, userEvent } = context;
    await travel(context, 'Code: wrong');
    const field = canvas.getByLabelText('رمز التحقق');
    const login = canvasElement.querySelector('.auth0-passwordless');
    await expect(login).toHaveAttribute('dir', 'rtl');
    await expect(login).toHaveAttribute('lang', 'ar');
    await expect(getComputedStyle(field).direction).toBe('ltr');
    // The sign of the error stands before its text: on the right.
    const error = canvas.getByText(/^هذا الرمز غير مطابق/, { selector: '.apl-error' });
    await expect(getComputedStyle(error).direction).toBe('rtl');
    await userEvent.clear(field);
    await userEvent.paste(auth0Of(loaded).code());
    await waitFor(() => expect(canvas.getByRole('heading')).toHaveTextContent('تم تسجيل الدخول'));
  },
};

/** Its first step. */
export const RightToLeftFirstStep: Story = {
  parameters: inArabic,
  play: async ({ canvas }) => {
    const field = canvas.getByLabelText(ar['identifier.email.label']);
    await expect(getComputedStyle(field.closest('form') ?? field).direction).toBe('rtl');
    // An address has no right-to-left form.
    await expect(getComputedStyle(field).direction).toBe('ltr');
  },
};

/** A code step with nothing in it yet, without a network. */
export const RightToLeftOffline: Story = {
  parameters: inArabic,
  play: async (context) => {
    await travel(context, 'Code: offline');
    await waitFor(() => expect(context.canvas.getByText(/أنت غير متصل/)).toBeVisible());
  },
};

/** Digits of other scripts are digits, too: on many keyboards no other are at hand. */
export const DigitsOfTheKeyboard: Story = {
  parameters: inArabic,
  play: async (context) => {
    const { canvas, loaded, userEvent } = context;
    await travel(context, 'Code: sent');
    const arabicIndic = auth0Of(loaded)
      .code()
      .replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
    await byKeyboard(userEvent, canvas.getByLabelText('رمز التحقق'), arabicIndic);
    await waitFor(() => expect(canvas.getByRole('heading')).toHaveTextContent('تم تسجيل الدخول'));
  },
};

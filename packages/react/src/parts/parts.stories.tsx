import type { Meta } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { PasswordlessLogin } from '../PasswordlessLogin.tsx';
import { byKeyboard } from '../testing/byKeyboard.ts';
import {
  callsTo,
  type LoginArgs,
  type LoginStory as Story,
  renderLogin,
  travel,
} from '../testing/loginStory.tsx';
import { MailShortcut } from './MailShortcut.tsx';
import { PhoneCountry } from './PhoneCountry.tsx';
import { TypoHint } from './TypoHint.tsx';
import '../styles.css';

/** Parts that an app adds where it wants them. Each is an entry of its own. */
const meta: Meta<LoginArgs> = {
  title: 'PasswordlessLogin/Parts',
  component: PasswordlessLogin,
  args: { onAuthenticated: fn() },
  render: renderLogin,
};
export default meta;

/** "Did you mean …?" The form can be sent as it is; the button puts the other address in. */
export const ATypo: Story = {
  args: { slots: { fields: (login) => <TypoHint login={login} /> } },
  play: async (context) => {
    const { canvas, userEvent } = context;
    const field = canvas.getByLabelText('Email address');
    await byKeyboard(userEvent, field, 'ana@gmial.com');
    await userEvent.tab();
    const hint = await canvas.findByText(/ana@gmail\.com/);
    await expect(hint).toBeVisible();
    await expect(field).toHaveValue('ana@gmial.com');
    await expect(callsTo(context, '/passwordless/start')).toBe(0);
  },
};

/** A shortcut to the mail of an address whose provider is known. */
export const OpenTheMail: Story = {
  args: { slots: { help: (login) => <MailShortcut login={login} /> } },
  play: async (context) => {
    const { canvas, userEvent } = context;
    await byKeyboard(userEvent, canvas.getByLabelText('Email address'), 'ana@gmail.com{Enter}');
    const link = await canvas.findByRole('link', { name: /Gmail/ });
    await expect(link).toHaveAttribute('rel', expect.stringContaining('noopener'));
    await expect(link.getAttribute('href')).not.toContain('ana');
  },
};

/** No shortcut where the provider is not known. */
export const NoMailToOpen: Story = {
  args: { slots: { help: (login) => <MailShortcut login={login} /> } },
  play: async (context) => {
    await travel(context, 'Code: sent');
    await expect(context.canvas.queryByRole('link')).toBeNull();
  },
};

/** A country to choose, and a number that is formatted while it is typed. */
export const APhoneNumber: Story = {
  args: {
    connections: ['sms'],
    slots: { fields: (login) => <PhoneCountry login={login} defaultCountry="GB" /> },
  },
  play: async ({ canvas, userEvent }) => {
    const field = canvas.getByLabelText('Mobile number');
    await byKeyboard(userEvent, field, '{Enter}');
    await waitFor(() => expect(canvas.getByRole('combobox')).toHaveValue('GB'));
    await byKeyboard(userEvent, field, '07700900123');
    await waitFor(() => expect(field).toHaveValue('07700 900123'));
  },
};

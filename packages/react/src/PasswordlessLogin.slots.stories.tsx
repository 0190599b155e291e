import type { Meta } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { PasswordlessLogin } from './PasswordlessLogin.tsx';
import { byKeyboard } from './testing/byKeyboard.ts';
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

/** Parts of your own inside the default markup. */
const meta: Meta<LoginArgs> = {
  title: 'PasswordlessLogin/Slots',
  component: PasswordlessLogin,
  args: { onAuthenticated: fn() },
  render: renderLogin,
};
export default meta;

/** Above the button, when Auth0 asks for it; the focus goes there. The answer is given to the prop `captcha`. */
export const Captcha: Story = {
  args: {
    slots: {
      captcha: () => (
        <label className="apl-label">
          <input type="checkbox" name="human" /> I’m human
        </label>
      ),
    },
  },
  play: async (context) => {
    await travel(context, 'Identifier: captcha asked for');
    const box = context.canvas.getByRole('checkbox', { name: 'I’m human' });
    await waitFor(() => expect(box).toHaveFocus());
    await expect(context.canvas.getByText(/^Confirm you’re human/)).toBeVisible();
  },
};

/** Asked for, answered, and sent along. */
export const CaptchaAnswered: Story = {
  args: { captcha: 'human' },
  play: async (context) => {
    auth0Of(context.loaded).emulator.setTenant({ captcha: 'human' });
    await travel(context, 'Code: sent');
    await expect(callsTo(context, '/passwordless/start')).toBe(1);
  },
};

/** A field of your own, checked and read with React Hook Form; and terms below the button. */
export const FieldsAndTerms: Story = {
  args: {
    slots: {
      fields: ({ form }) => (
        <label className="apl-hint">
          <input type="checkbox" {...form.register('terms', { required: true })} /> I accept the
          terms
          {form.formState.errors['terms'] && <strong> (needed)</strong>}
        </label>
      ),
      terms: () => (
        <p className="apl-hint">
          By continuing you accept our <a href="#terms">terms of use</a>.
        </p>
      ),
    },
  },
  play: async (context) => {
    const { canvas, userEvent } = context;
    await byKeyboard(userEvent, canvas.getByLabelText('Email address'), 'ana@example.com{Enter}');
    await expect(await canvas.findByText('(needed)')).toBeVisible();
    await expect(callsTo(context, '/passwordless/start')).toBe(0);
    await byKeyboard(userEvent, canvas.getByRole('checkbox'), ' ');
    await byKeyboard(userEvent, canvas.getByRole('button', { name: 'Continue' }), '{Enter}');
    await reaches(context, 'enteringCode');
    await expect(canvas.queryByText(/terms of use/)).toBeNull();
  },
};

/** On the code step, under what to do when no message comes. */
export const Help: Story = {
  args: {
    slots: {
      help: ({ identifier }) => (
        <p className="apl-hint">
          Still nothing? <a href="#support">Write to us</a> from another address than{' '}
          {identifier.connection === 'email' ? identifier.email : identifier.phoneNumber}.
        </p>
      ),
    },
  },
  play: async (context) => {
    await travel(context, 'Code: sent');
    await expect(context.canvas.getByRole('link', { name: 'Write to us' })).toBeVisible();
  },
};

/** The second factor is the app’s: it calls `completeMfa` with what the MFA API answered. */
export const SecondFactor: Story = {
  args: {
    renderMfa: ({ completeMfa, getHeadingProps, mfa }) => (
      <div className="apl-form">
        <h2 className="apl-title" {...getHeadingProps()}>
          Open your authenticator app
        </h2>
        <button className="apl-button" type="button" onClick={() => completeMfa(null)}>
          Approve with {mfa?.factors[0]}
        </button>
      </div>
    ),
  },
  play: async (context) => {
    const { args, canvas, userEvent } = context;
    await travel(context, 'Second factor asked for');
    await byKeyboard(
      userEvent,
      canvas.getByRole('button', { name: 'Approve with otp' }),
      '{Enter}',
    );
    await reaches(context, 'authenticated');
    await expect(args.onAuthenticated).toHaveBeenCalledTimes(1);
  },
};

/** What comes after the login, by the app. */
export const AfterTheLogin: Story = {
  args: {
    renderAuthenticated: ({ identifier, getHeadingProps }) => (
      <h2 className="apl-title" {...getHeadingProps()}>
        Welcome, {identifier?.connection === 'email' && identifier.email}
      </h2>
    ),
  },
  play: async (context) => {
    await travel(context, 'Signed in');
    await waitFor(() =>
      expect(
        context.canvas.getByRole('heading', { name: 'Welcome, ana@example.com' }),
      ).toHaveFocus(),
    );
  },
};

import type { Meta } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { PasswordlessLogin } from './PasswordlessLogin.tsx';
import { byKeyboard } from './testing/byKeyboard.ts';
import { BaseUiCode } from './testing/ownMarkup/BaseUiCode.tsx';
import { InputOtpCode } from './testing/ownMarkup/InputOtpCode.tsx';
import { MaterialCode, MaterialIdentifier } from './testing/ownMarkup/Material.tsx';
import { PlainLogin } from './testing/ownMarkup/PlainLogin.tsx';
import { UtilityLogin } from './testing/ownMarkup/UtilityLogin.tsx';
import { email } from './testing/traveller.ts';
import {
  auth0Of,
  callsTo,
  type PlayContext,
  type LoginArgs,
  type LoginStory as Story,
  reaches,
  renderLogin,
  travel,
} from './testing/loginStory.tsx';

/**
 * The same behaviour with markup of your own: `children(login)` for the whole, a render prop for a step. Each is
 * typed into, pasted into and signed in with here, and none of them loads our style sheet.
 */
const meta: Meta<LoginArgs> = {
  title: 'PasswordlessLogin/Own markup',
  component: PasswordlessLogin,
  args: { onAuthenticated: fn() },
  render: renderLogin,
};
export default meta;

const codeField = ({ canvasElement }: PlayContext) =>
  canvasElement.querySelector<HTMLInputElement>(
    'input[autocomplete=one-time-code]:not([aria-hidden=true])',
  );

/** Pasted with a blank in it: one request, signed in. */
async function logsInByPaste(context: PlayContext) {
  const code = auth0Of(context.loaded).code();
  await waitFor(() => expect(codeField(context)).toHaveFocus());
  await context.userEvent.paste(`${code.slice(0, 3)} ${code.slice(3)}`);
  await reaches(context, 'authenticated');
  await expect(callsTo(context, '/oauth/token')).toBe(1);
  await expect(context.args.onAuthenticated).toHaveBeenCalledTimes(1);
}

/** A wrong code typed digit by digit, then the whole message pasted, with a date in it. */
async function logsInAfterWrongCode(context: PlayContext) {
  const { canvas, loaded, userEvent } = context;
  const { code, wrongCode } = auth0Of(loaded);
  await travel(context, 'Code: sent');
  await waitFor(() => expect(codeField(context)).toHaveFocus());
  await userEvent.keyboard(wrongCode());
  await expect(
    await canvas.findByText(/That code isn’t right/, { ignore: '[role]' }),
  ).toBeVisible();
  await expect(callsTo(context, '/oauth/token')).toBe(1);
  await waitFor(() => expect(codeField(context)).toHaveFocus());
  await userEvent.paste(`Acme on 2026-11-23: your code is ${code()}.`);
  await reaches(context, 'authenticated');
  await expect(callsTo(context, '/oauth/token')).toBe(2);
  await expect(context.args.onAuthenticated).toHaveBeenCalledTimes(1);
}

/** A new message empties the field, whatever it is made of. */
async function startsAnewWithNewCode(context: PlayContext) {
  const { canvas, loaded, userEvent } = context;
  await travel(context, 'Code: sent');
  await waitFor(() => expect(codeField(context)).toHaveFocus());
  await userEvent.keyboard('123');
  auth0Of(loaded).emulator.clock.advance(31);
  await byKeyboard(userEvent, canvas.getByRole('button', { name: 'Send a new code' }), '{Enter}');
  await waitFor(() => expect(callsTo(context, '/passwordless/start')).toBe(2));
  await waitFor(() => expect(codeField(context)).toHaveFocus());
  const form = codeField(context)?.form;
  await waitFor(() => expect(form && new FormData(form).get('code')).toBe(''));
  await logsInByPaste(context);
}

/** The whole login in plain elements and a few lines of CSS. */
export const PlainCss: Story = {
  render: (args, { loaded }) => (
    <PasswordlessLogin
      storageKey={auth0Of(loaded).storageKey}
      history={false}
      onAuthenticated={args.onAuthenticated}
    >
      {(login) => <PlainLogin login={login} />}
    </PasswordlessLogin>
  ),
  play: async (context) => {
    await travel(context, 'Code: sent');
    await logsInByPaste(context);
  },
};

/** An error in it. */
export const PlainCssWrongCode: Story = { ...PlainCss, play: logsInAfterWrongCode };

/** Utility classes, as Tailwind has them. */
export const UtilityClasses: Story = {
  render: (args, { loaded }) => (
    <PasswordlessLogin
      storageKey={auth0Of(loaded).storageKey}
      history={false}
      onAuthenticated={args.onAuthenticated}
    >
      {(login) => <UtilityLogin login={login} />}
    </PasswordlessLogin>
  ),
  play: logsInAfterWrongCode,
};

/** Material UI: `renderIdentifier` and `renderCode` with its text fields and buttons. */
export const MaterialUi: Story = {
  args: {
    renderIdentifier: (login) => <MaterialIdentifier login={login} />,
    renderCode: (login) => <MaterialCode login={login} />,
  },
  play: async (context) => {
    const { canvas, userEvent } = context;
    const field = canvas.getByLabelText('Email address');
    await byKeyboard(userEvent, field, 'ana{Enter}');
    await expect(field).toHaveAccessibleDescription(/^Enter an email address/);
    await userEvent.clear(field);
    await logsInAfterWrongCode(context);
  },
};

/** `input-otp` as the code field. It is one input, so our props fit as they are. */
export const InputOtp: Story = {
  args: { renderCode: (login) => <InputOtpCode login={login} /> },
  play: logsInAfterWrongCode,
};

/** Its field after a new message. */
export const InputOtpNewCode: Story = { ...InputOtp, play: startsAnewWithNewCode };

/** Base UI’s field has an input a digit. It gets our name and handler, its first input the focus. */
export const BaseUi: Story = {
  args: { renderCode: (login) => <BaseUiCode login={login} /> },
  play: logsInAfterWrongCode,
};

/** Its field after a new message. */
export const BaseUiNewCode: Story = { ...BaseUi, play: startsAnewWithNewCode };

/** What stays ours in each of them: the address goes along, and the person can correct it. */
export const ChangeTheAddress: Story = {
  ...MaterialUi,
  play: async (context) => {
    const { canvas, userEvent } = context;
    await travel(context, 'Code: sent');
    await byKeyboard(
      userEvent,
      canvas.getByRole('button', { name: 'Use a different email' }),
      '{Enter}',
    );
    await waitFor(() => expect(canvas.getByLabelText('Email address')).toHaveValue(email));
    await expect(callsTo(context, '/passwordless/start')).toBe(1);
  },
};

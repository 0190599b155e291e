import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { PasswordlessLogin, type StepRenderProps } from './PasswordlessLogin.tsx';
import { createEmulatedAuth0, type EmulatedAuth0 } from './testing/EmulatedAuth0.tsx';
import type { UsePasswordlessLoginOptions } from './usePasswordlessLogin.ts';
import './styles.css';

const email = 'ana@example.com';

/** The props without `children`, which replace what these stories are about. */
type Args = UsePasswordlessLoginOptions & StepRenderProps;

/** A request that is never answered: the state in which it is in flight can be looked at. */
const forever = 3_600_000;

/**
 * Every status of a login, each reached by playing the flow against an Auth0 emulator in the page.
 * Nothing is faked: codes, tries and tokens are real, and so are the requests.
 */
const meta: Meta<Args> = {
  title: 'PasswordlessLogin/Statuses',
  component: PasswordlessLogin,
  args: { onAuthenticated: fn() },
  loaders: [() => ({ auth0: createEmulatedAuth0() })],
  decorators: [
    (Story, { loaded }) => {
      const { Provider } = auth0Of(loaded);
      return (
        <Provider>
          <Story />
        </Provider>
      );
    },
  ],
};
export default meta;

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;
type PlayContext = Parameters<Play>[0];

/** Loaded by the meta's loader; Storybook types what loaders give as `any`. */
const auth0Of = (loaded: Record<string, unknown>) => loaded['auth0'] as EmulatedAuth0;

const status = (canvasElement: HTMLElement) =>
  canvasElement.querySelector('.auth0-passwordless')?.getAttribute('data-status');

async function submitEmail({ canvas, userEvent }: PlayContext) {
  await userEvent.type(canvas.getByLabelText('Email address'), email);
  await userEvent.keyboard('{Enter}');
}

async function toCodeStep(context: PlayContext) {
  await submitEmail(context);
  return context.canvas.findByLabelText('Verification code');
}

const reaches = ({ canvasElement }: PlayContext, expected: string) =>
  waitFor(() => expect(status(canvasElement)).toBe(expected));

/** The first screen. Nothing has been sent. */
export const EnteringIdentifier: Story = {
  play: async (context) => {
    await reaches(context, 'enteringIdentifier');
    await expect(auth0Of(context.loaded).emulator.requests()).toEqual([]);
  },
};

/** What was typed is not an address. No request was made; the next key takes the error back. */
export const EnteringIdentifierRefused: Story = {
  play: async ({ canvas, loaded, userEvent }) => {
    const field = canvas.getByLabelText('Email address');
    await userEvent.type(field, 'ana@example{Enter}');
    await expect(field).toHaveAccessibleDescription(/^Enter an email address/);
    await expect(field).toHaveFocus();
    await expect(auth0Of(loaded).emulator.requests()).toEqual([]);
  },
};

/** The message is on its way. The focus stays, and another press does nothing. */
export const SendingCode: Story = {
  play: async (context) => {
    const { canvas, loaded, userEvent } = context;
    const { emulator } = auth0Of(loaded);
    emulator.failNext({ path: '/passwordless/start', delayMs: forever });
    await submitEmail(context);
    await reaches(context, 'sendingCode');
    const button = canvas.getByRole('button', { name: 'Sending code…' });
    await userEvent.click(button);
    await waitFor(() => expect(emulator.outbox.messages()).toHaveLength(1));
  },
};

/** The code was sent. The field has the focus. */
export const EnteringCode: Story = {
  play: async (context) => {
    const field = await toCodeStep(context);
    await waitFor(() => expect(field).toHaveFocus());
    await reaches(context, 'enteringCode');
  },
};

/** A wrong code: it is selected, so that typing replaces it. Two tries are left. */
export const EnteringCodeWrong: Story = {
  play: async (context) => {
    const { canvas, loaded, userEvent } = context;
    const field = await toCodeStep(context);
    await userEvent.type(field, auth0Of(loaded).wrongCode(email));
    await waitFor(() => expect(field).toHaveAccessibleDescription(/2 tries left/));
    await expect(field).toHaveFocus();
    await waitFor(() =>
      expect(canvas.getByRole('alert')).toHaveTextContent('That code isn’t right. 2 tries left.'),
    );
  },
};

/** A code that came too late. The way on has the focus. */
export const EnteringCodeExpired: Story = {
  play: async (context) => {
    const { canvas, loaded, userEvent } = context;
    const { emulator, code } = auth0Of(loaded);
    const field = await toCodeStep(context);
    emulator.clock.advance(181);
    await userEvent.type(field, code(email));
    await waitFor(() =>
      expect(canvas.getByRole('button', { name: 'Send a new code' })).toHaveFocus(),
    );
  },
};

/** A new message is on its way. The old code step stays as it is. */
export const ResendingCode: Story = {
  play: async (context) => {
    const { canvas, loaded, userEvent } = context;
    const { emulator } = auth0Of(loaded);
    await toCodeStep(context);
    emulator.clock.advance(31);
    emulator.failNext({ path: '/passwordless/start', delayMs: forever });
    await userEvent.click(canvas.getByRole('button', { name: 'Send a new code' }));
    await reaches(context, 'resendingCode');
  },
};

/** The code is being checked. It stays visible and cannot be changed meanwhile. */
export const ExchangingCode: Story = {
  play: async (context) => {
    const { loaded, userEvent } = context;
    const { emulator, code } = auth0Of(loaded);
    const field = await toCodeStep(context);
    emulator.failNext({ path: '/oauth/token', delayMs: forever });
    await userEvent.type(field, code(email));
    await reaches(context, 'exchangingCode');
    await expect(field).toHaveAttribute('readonly');
    await expect(field).toHaveValue(code(email));
  },
};

/** A link was sent instead of a code. */
export const AwaitingLink: Story = {
  args: { send: 'link' },
  play: async (context) => {
    await submitEmail(context);
    await reaches(context, 'awaitingLink');
    await waitFor(() =>
      expect(context.canvas.getByRole('heading', { name: 'Check your email' })).toHaveFocus(),
    );
  },
};

/** The code was right and a second factor is asked for. What to show is the app's. */
export const MfaRequired: Story = {
  play: async (context) => {
    const { loaded, userEvent } = context;
    const { emulator, code } = auth0Of(loaded);
    const field = await toCodeStep(context);
    emulator.failNext({
      path: '/oauth/token',
      status: 403,
      body: {
        error: 'mfa_required',
        error_description: 'Multifactor authentication required',
        mfa_token: 'Fe26.2*example',
        mfa_requirements: { challenge: [{ type: 'otp' }] },
      },
    });
    await userEvent.type(field, code(email));
    await reaches(context, 'mfaRequired');
  },
};

/** Signed in. Most apps show something else from here on. */
export const Authenticated: Story = {
  play: async (context) => {
    const { args, canvas, loaded, userEvent } = context;
    const { emulator, code } = auth0Of(loaded);
    await userEvent.type(await toCodeStep(context), code(email));
    await reaches(context, 'authenticated');
    await waitFor(() =>
      expect(canvas.getByRole('heading', { name: 'You’re signed in' })).toHaveFocus(),
    );
    await expect(args.onAuthenticated).toHaveBeenCalledTimes(1);
    await expect(emulator.requests().filter(({ method }) => method !== 'OPTIONS')).toHaveLength(2);
  },
};

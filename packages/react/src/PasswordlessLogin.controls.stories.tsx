import type { Meta } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { PasswordlessLogin } from './PasswordlessLogin.tsx';
import {
  auth0Of,
  type LoginArgs,
  type LoginStory as Story,
  renderLogin,
  travel,
} from './testing/loginStory.tsx';
import { propDocs } from './testing/propDocs.ts';
import './styles.css';

/** Every prop, to be tried out. The time machine beside the controls moves the clock and lets calls fail. */
const meta: Meta<LoginArgs> = {
  title: 'PasswordlessLogin/Controls',
  component: PasswordlessLogin,
  render: (args, context) => {
    const { autoFocus, connections, send, storage } = args;
    // What counts when a login begins begins it anew.
    return (
      <div key={JSON.stringify({ autoFocus, connections, send, storage })}>
        {renderLogin(args, context)}
      </div>
    );
  },
  args: {
    connections: ['email'],
    send: 'code',
    autoSubmit: true,
    autoFocus: false,
    storage: 'sessionStorage',
    history: false,
    followTabs: true,
    onEvent: fn(),
    onAuthenticated: fn(),
  },
  argTypes: propDocs({
    connections: { control: 'check', options: ['email', 'sms'] },
    send: { control: 'inline-radio', options: ['code', 'link'] },
    language: { control: 'text' },
    captcha: { control: 'text' },
    authParams: { control: 'object' },
    revealsUnknown: { control: 'boolean' },
    autoSubmit: { control: 'boolean' },
    autoFocus: { control: 'boolean' },
    storage: { control: 'inline-radio', options: ['sessionStorage', 'localStorage', 'memory'] },
    storageKey: { control: 'text' },
    history: { control: 'boolean' },
    followTabs: { control: 'boolean' },
    onEvent: { control: false },
    onAuthenticated: { control: false },
    slots: { control: false },
    renderIdentifier: { control: false },
    renderCode: { control: false },
    renderLinkSent: { control: false },
    renderMfa: { control: false },
    renderAuthenticated: { control: false },
    renderSignedInElsewhere: { control: false },
  }),
};
export default meta;

/** Log in, and see in the actions what `onEvent` is told: neither the address nor the code. */
export const EveryProp: Story = {
  play: async (context) => {
    const { args, argTypes, loaded } = context;
    await travel(context, 'Signed in');
    await waitFor(() =>
      expect(args.onEvent).toHaveBeenCalledWith(
        expect.objectContaining({ type: 'exchanged', tries: 1 }),
      ),
    );
    const told = JSON.stringify((args.onEvent as ReturnType<typeof fn>).mock.calls);
    await expect(told).not.toContain('ana@example.com');
    await expect(told).not.toContain(auth0Of(loaded).code());
    // Each has words of its own in the table of props.
    const undocumented = Object.values(argTypes).filter(({ description }) => !description);
    await expect(undocumented.map(({ name }) => name)).toEqual([]);
  },
};

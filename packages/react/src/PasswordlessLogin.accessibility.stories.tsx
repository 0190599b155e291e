import type { Meta } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { PasswordlessLogin } from './PasswordlessLogin.tsx';
import { email } from './testing/traveller.ts';
import {
  auth0Of,
  type LoginArgs,
  type LoginStory as Story,
  type PlayContext,
  reaches,
  renderLogin,
  travel,
} from './testing/loginStory.tsx';
import './styles.css';

/** What the table of the accessibility page promises and no other story shows. Axe runs in every story. */
const meta: Meta<LoginArgs> = {
  title: 'PasswordlessLogin/Accessibility',
  component: PasswordlessLogin,
  args: { onAuthenticated: fn() },
  render: renderLogin,
};
export default meta;

const controls = ({ canvasElement }: PlayContext) =>
  Array.from(canvasElement.querySelectorAll<HTMLElement>('button, input:not([hidden])'));

/** Everything can be reached and done by the keyboard, and the order is that of the page. */
export const KeyboardAlone: Story = {
  play: async (context) => {
    const { canvas, loaded, userEvent } = context;
    await userEvent.tab();
    await userEvent.keyboard(`${email}{Enter}`);
    await waitFor(() => expect(canvas.getByLabelText('Verification code')).toHaveFocus());
    const passed: string[] = [];
    while (passed.length < 2) {
      await userEvent.tab();
      passed.push(document.activeElement?.textContent ?? '');
    }
    await expect(passed).toEqual(['Verify', 'Send a new code']);
    await userEvent.tab({ shift: true });
    await userEvent.tab({ shift: true });
    await userEvent.keyboard(auth0Of(loaded).code());
    await reaches(context, 'authenticated');
  },
};

/** Whatever has the focus shows it: a ring of three pixels, around all places of the code. */
export const FocusRings: Story = {
  play: async (context) => {
    await travel(context, 'Code: sent');
    for (const control of controls(context)) {
      control.focus();
      await expect(control).toHaveFocus();
      const { outlineStyle, outlineWidth } = getComputedStyle(
        control.closest('.apl-slots') ?? control,
      );
      await expect([outlineStyle, outlineWidth]).toEqual(['solid', '3px']);
    }
  },
};

/** No target is lower or narrower than 24 pixels. */
export const TargetSizes: Story = {
  play: async (context) => {
    await travel(context, 'Code: sent');
    for (const control of controls(context)) {
      const { height, width } = control.getBoundingClientRect();
      await expect(Math.min(height, width)).toBeGreaterThanOrEqual(24);
    }
  },
};

/** What a browser, a phone and a password manager find the fields by. Nothing is typed twice. */
export const PurposesOfFields: Story = {
  play: async (context) => {
    const { canvas, canvasElement } = context;
    await expect(canvas.getByLabelText('Email address')).toHaveAttribute('autocomplete', 'email');
    await travel(context, 'Code: sent');
    const code = canvas.getByLabelText('Verification code');
    await expect(code).toHaveAttribute('autocomplete', 'one-time-code');
    await expect(code).toHaveAttribute('inputmode', 'numeric');
    await expect(code).not.toHaveAttribute('maxlength');
    const username = canvasElement.querySelector('input[autocomplete=username]');
    await expect(username).toHaveValue(email);
  },
};

/** Both live regions are there before anything has to be said; each speaks in turn. */
export const LiveRegions: Story = {
  play: async (context) => {
    const { canvas, canvasElement, loaded, userEvent } = context;
    const [status, alert] = [canvas.getByRole('status'), canvas.getByRole('alert')];
    await expect(status).toBeEmptyDOMElement();
    await expect(alert).toBeEmptyDOMElement();
    await travel(context, 'Code: sent');
    await waitFor(() => expect(status).toHaveTextContent(`Code sent to ${email}`));
    await userEvent.keyboard(auth0Of(loaded).wrongCode());
    await waitFor(() => expect(alert).toHaveTextContent('2 tries left'));
    await expect(canvasElement.querySelectorAll('[role=status], [role=alert]')).toHaveLength(2);
  },
};

/** The text of an error stands beside its field, is tied to it, and has a sign besides its colour. */
export const ErrorsBesideTheField: Story = {
  play: async (context) => {
    await travel(context, 'Code: wrong');
    const field = context.canvas.getByLabelText('Verification code');
    const error = context.canvasElement.querySelector('.apl-error');
    await expect(field.getAttribute('aria-describedby')?.split(' ')[0]).toBe(error?.id);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(error && getComputedStyle(error, '::before').content).toContain('!');
  },
};

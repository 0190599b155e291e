import { cleanup } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { userEvent as user } from 'vitest/browser';
import { recordTranscript } from '../test/recordTranscript.ts';
import { email, renderLogin } from '../test/renderLogin.tsx';
import { PasswordlessLogin, type PasswordlessLoginProps } from './PasswordlessLogin.tsx';

// What a login says, in order, in a real browser: the two live regions and the focus. By keyboard alone.

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  vi.useRealTimers();
});

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);
/** For what fake timers hold up: only `waitFor` moves them on while it waits. */
const patience = { timeout: 20_000 };

/** When the answer to the request in flight is there, if there is one. Not by the clock, which stands still. */
function untilAnswered(container: HTMLElement): Promise<void> {
  const isBusy = () => container.querySelector('[aria-busy=true]') !== null;
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (isBusy()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(container, { subtree: true, childList: true, attributes: true });
    if (!isBusy()) resolve();
  });
}

async function open(props: PasswordlessLoginProps = {}) {
  const world = renderLogin(<PasswordlessLogin {...props} />);
  await vi.dynamicImportSettled();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  const { lines } = recordTranscript(world.container);
  /** Until the answer is there and has been told of; too short for any countdown. */
  const settle = async () => {
    await untilAnswered(world.container);
    await seconds(0.2);
  };
  return {
    ...world,
    lines,
    settle,
    tab: () => user.tab(),
    async press(keys: string) {
      await user.keyboard(keys);
      await settle();
    },
    async paste(text: string) {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', text);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
      await settle();
    },
    /** To the next step. */
    async send(to = email) {
      await user.tab();
      await user.keyboard(`${to}{Enter}`);
      await settle();
    },
  };
}

const atCodeStep = [
  'focus: Email address',
  'focus: Verification code',
  `status: Code sent to ${email}`,
];

const signedIn = ['focus: You’re signed in', 'status: You’re signed in'];

it('a login', async () => {
  const { code, lines, press, send } = await open();
  await send();
  await press(code());
  expect(lines).toEqual([...atCodeStep, ...signedIn]);
});

it('a login with a code by text message', async () => {
  const { code, lines, press, send } = await open({ connections: ['sms'] });
  const number = '+447700900123';
  await send('+44 7700 900123');
  await press(code(number));
  expect(lines).toEqual([
    'focus: Mobile number',
    'focus: Verification code',
    `status: Code sent to ${number}`,
    ...signedIn,
  ]);
});

it('a login with a link', async () => {
  const { lines, send } = await open({ send: 'link' });
  await send();
  expect(lines).toEqual([
    'focus: Email address',
    'focus: Check your email',
    `status: We sent a sign-in link to ${email}. Open it on this device, in this browser.`,
  ]);
});

it('a text that is no address', async () => {
  const { lines, press, send } = await open();
  await send('ana@example');
  await press('.com{Enter}');
  expect(lines).toEqual([
    'focus: Email address',
    'alert: Enter an email address like name@example.com',
    'focus: Verification code',
    `status: Code sent to ${email}`,
  ]);
});

it('a slow message: a word after a second, and none before', async () => {
  const { emulator, lines } = await open();
  emulator.failNext({ path: '/passwordless/start', delayMs: 3000 });
  await user.tab();
  await user.keyboard(`${email}{Enter}`);
  await seconds(0.9);
  expect(lines).toEqual(['focus: Email address']);
  await seconds(0.2);
  expect(lines.at(-1)).toBe('status: Sending code…');
  await vi.waitFor(() => expect(lines).toHaveLength(4), { ...patience, interval: 100 });
  expect(lines.slice(2)).toEqual(['focus: Verification code', `status: Code sent to ${email}`]);
});

it('a message that Escape has ended', async () => {
  const { emulator, lines } = await open();
  emulator.failNext({ path: '/passwordless/start', delayMs: 3000 });
  await user.tab();
  await user.keyboard(`${email}{Enter}`);
  await user.keyboard('{Escape}');
  await seconds(4);
  expect(lines).toEqual(['focus: Email address']);
});

it('two wrong codes, then the right one: the field keeps the focus', async () => {
  const { code, lines, press, send, wrongCode } = await open();
  await send();
  await press(wrongCode());
  await press(wrongCode() === '000000' ? '000001' : '000002');
  await press(code());
  expect(lines).toEqual([
    ...atCodeStep,
    'alert: That code isn’t right. 2 tries left.',
    'alert: That code isn’t right. 1 try left.',
    ...signedIn,
  ]);
});

it('the same wrong code again: no request, and a word', async () => {
  const { calls, lines, press, send, wrongCode } = await open();
  await send();
  await press(wrongCode());
  await press(wrongCode());
  expect(lines.slice(3)).toEqual([
    'alert: That code isn’t right. 2 tries left.',
    'alert: You’ve already tried that code. Check the newest message.',
  ]);
  expect(calls()).toEqual(['/passwordless/start', '/oauth/token']);
});

it('the third wrong code leads to a new one', async () => {
  const { lines, press, send, wrongCode } = await open();
  await send();
  const first = Number(wrongCode());
  for (const offset of [0, 1, 2]) {
    await press(String(first + offset).padStart(6, '0'));
  }
  expect(lines.slice(5)).toEqual([
    'focus: Send a new code',
    'alert: Too many tries with this code. Send a new code to continue.',
  ]);
  await press('{Enter}');
  expect(lines.slice(7)).toEqual(['focus: Verification code', `status: Code sent to ${email}`]);
});

it('texts that hold no code: no request', async () => {
  const { calls, lines, paste, press, send } = await open();
  await send();
  await press('1234{Enter}');
  await paste('Your codes are 123456 and 654321');
  expect(lines.slice(3)).toEqual([
    'alert: Enter all 6 digits',
    'alert: We couldn’t find one 6-digit code in that text.',
  ]);
  expect(calls()).toEqual(['/passwordless/start']);
});

it('a code that runs out while the person looks for it: said in time, and no focus moves', async () => {
  const { code, lines, press, send } = await open();
  await send();
  await seconds(119);
  expect(lines).toEqual(atCodeStep);
  await seconds(61);
  expect(lines.slice(3)).toEqual([
    'status: This code works for another 60 seconds.',
    'status: This code works for another 30 seconds.',
    'status: This code works for another 10 seconds.',
    'status: That code has expired. Send a new code to continue.',
  ]);
  await press(code());
  expect(lines.slice(7)).toEqual([
    'focus: Send a new code',
    'alert: That code has expired. Send a new code to continue.',
  ]);
});

it('a new code: the field has the focus again, and the wait begins anew', async () => {
  const { code, lines, press, send } = await open();
  await send();
  await seconds(31);
  await user.tab();
  await user.tab();
  expect(lines.at(-1)).toBe('focus: Send a new code');
  await press('{Enter}');
  expect(lines.slice(-2)).toEqual(['focus: Verification code', `status: Code sent to ${email}`]);
  await press(code());
  expect(lines.slice(-2)).toEqual(signedIn);
});

it('a new code that cannot be sent: the focus stays', async () => {
  const { emulator, lines, press, send } = await open();
  await send();
  await seconds(31);
  await user.tab();
  await user.tab();
  emulator.failNext({ path: '/passwordless/start', network: true });
  await press('{Enter}');
  expect(lines.slice(-2)).toEqual([
    'focus: Send a new code',
    'alert: We couldn’t reach the sign-in service. Check your connection, then try again.',
  ]);
});

it('too many codes: the wait is said once, then at its end', async () => {
  const { emulator, lines, send } = await open();
  emulator.failNext({
    path: '/passwordless/start',
    status: 429,
    headers: { 'retry-after': '45' },
    body: { error: 'too_many_requests', error_description: 'Global limit has been reached' },
  });
  await send();
  await seconds(46);
  expect(lines).toEqual([
    'focus: Email address',
    'alert: You’ve asked for several codes. Try again in 0:45.',
    'status: You can ask for a new one in 30 seconds',
    'status: You can ask for a new one in 10 seconds',
    'status: You can ask for a new one now.',
  ]);
});

it('an address to correct: selected, and nothing is said', async () => {
  const { calls, lines, press, send } = await open();
  await send();
  await user.keyboard('{Shift>}{Tab}{/Shift}');
  await press('{Enter}');
  expect(lines.slice(3)).toEqual(['focus: Use a different email', 'focus: Email address']);
  expect(getSelection()?.toString()).toBe(email);
  expect(calls()).toEqual(['/passwordless/start']);
});

it('no network: the code is kept and checked when it is back', async () => {
  const { code, emulator, lines, press, send } = await open();
  await send();
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  window.dispatchEvent(new Event('offline'));
  await seconds(0.2);
  emulator.failNext({ path: '/oauth/token', network: true });
  await press(code());
  online.mockRestore();
  window.dispatchEvent(new Event('online'));
  await vi.waitFor(() => expect(lines.at(-1)).toBe(signedIn.at(-1)), patience);
  const offline = 'alert: You’re offline. We’ll check your code when you’re back online.';
  expect(lines).toEqual([...atCodeStep, offline, offline, ...signedIn]);
});

it('a page that comes back to the code', async () => {
  const first = await open();
  await first.send();
  cleanup();
  vi.useRealTimers();
  const { calls, lines } = await open();
  await expect.poll(() => lines).not.toEqual([]);
  expect(document.activeElement).toBe(document.querySelector('[name=code]'));
  expect(lines).toEqual([`status: Welcome back. Enter the code we sent to ${email}.`]);
  expect(calls()).toEqual([]);
});

it('a sign-in in another tab', async () => {
  const { lines, press, send } = await open();
  await send();
  const otherTab = new BroadcastChannel('auth0-passwordless:login');
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
  otherTab.postMessage('authenticated');
  await vi.waitFor(
    () => expect(lines.at(-1)).toBe('status: You’ve signed in in another tab'),
    patience,
  );
  otherTab.close();
  expect(lines.at(-2)).toBe('focus: Continue');
  await press('{Enter}');
  expect(lines.slice(-2)).toEqual(signedIn);
});

it('another address than that of a sign-in in another tab', async () => {
  const { lines, press, send } = await open();
  await send();
  const otherTab = new BroadcastChannel('auth0-passwordless:login');
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
  otherTab.postMessage('authenticated');
  await vi.waitFor(() => expect(lines).toContain('focus: Continue'), patience);
  otherTab.close();
  await user.tab();
  await press('{Enter}');
  expect(lines.slice(-2)).toEqual(['focus: Use a different email', 'focus: Email address']);
});

it('a second factor', async () => {
  const { code, emulator, lines, press, send } = await open();
  await send();
  emulator.failNext({
    path: '/oauth/token',
    status: 403,
    body: { error: 'mfa_required', mfa_token: 'Fe26.2*example' },
  });
  await press(code());
  expect(lines.slice(3)).toEqual(['focus: One more step', 'status: One more step']);
});

it('a text message that the provider refuses, where mail is another way', async () => {
  const { calls, emulator, lines, press, send } = await open({ connections: ['sms', 'email'] });
  emulator.setTenant({ smsFailure: 'gatewayAnswer' });
  await send('+447700900123');
  await press('{Enter}');
  expect(calls()).toEqual(['/passwordless/start']);
  await press(`${email}{Enter}`);
  expect(lines).toEqual([
    'focus: Email address or mobile number',
    'focus: Get the code by email instead',
    'alert: We couldn’t send the code. Try again.',
    'focus: Email address or mobile number',
    'focus: Verification code',
    `status: Code sent to ${email}`,
  ]);
});

it.each([
  [
    'a message that the provider refuses',
    { status: 400, body: { error: 'sms_provider_error', error_description: 'Bad gateway' } },
    'We couldn’t send the code. Try again.',
  ],
  [
    'a tenant that is down',
    { status: 503, body: '' },
    'Sign-in isn’t answering right now. Try again in a moment.',
  ],
  [
    'an application without the grant',
    {
      status: 403,
      body: { error: 'unauthorized_client', error_description: 'Grant type not allowed' },
    },
    'Sign-in isn’t available right now.',
  ],
])('%s: the focus stays', async (_, failure, words) => {
  const quiet = vi.spyOn(console, 'error').mockReturnValue();
  const { emulator, lines, send } = await open();
  emulator.failNext({ path: '/passwordless/start', ...failure });
  await send();
  expect(lines).toEqual(['focus: Email address', `alert: ${words}`]);
  quiet.mockRestore();
});

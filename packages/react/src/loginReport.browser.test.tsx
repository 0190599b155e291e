import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { userEvent as user } from 'vitest/browser';
import { email, renderLogin } from '../test/renderLogin.tsx';
import { type LoginReport, PasswordlessLogin, type PasswordlessLoginProps } from './index.ts';
import { writeInputValue } from './writeInputValue.ts';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

/** A login that is listened to from its first moment on. */
async function renderReported(props: PasswordlessLoginProps = {}) {
  const reports: LoginReport[] = [];
  const world = renderLogin(
    <PasswordlessLogin {...props} onEvent={(report) => reports.push(report)} />,
  );
  await vi.dynamicImportSettled();
  return {
    ...world,
    reports,
    types: () => reports.map(({ type }) => type),
    /** To the code step. */
    async send() {
      await user.fill(screen.getByLabelText('Email address'), email);
      await user.keyboard('{Enter}');
      const field = await screen.findByLabelText('Verification code');
      await waitFor(() => expect(field).toBe(document.activeElement));
      return field;
    },
  };
}

const milliseconds = expect.any(Number);
const sent = { type: 'codeSent', connection: 'email', send: 'code', sendCount: 1, milliseconds };

it('a login reports its message, how the code came, and what became of it', async () => {
  const { code, reports, send, wrongCode } = await renderReported();
  const field = await send();
  await user.keyboard(wrongCode());
  await waitFor(() => expect(reports).toHaveLength(3));
  const clipboardData = new DataTransfer();
  clipboardData.setData('text', `Your code is ${code()}.`);
  const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  field.dispatchEvent(paste);
  await waitFor(() => expect(reports).toHaveLength(5));
  expect(reports).toEqual([
    sent,
    { type: 'codeFilled', how: 'typed' },
    { type: 'exchangeFailed', error: 'wrong_code', triesLeft: 2, milliseconds },
    { type: 'codeFilled', how: 'pasted' },
    { type: 'exchanged', tries: 2, milliseconds },
  ]);
});

it('no report holds the address, a code or a token', async () => {
  const { code, reports, send, wrongCode } = await renderReported();
  await send();
  const codes = [wrongCode(), code()];
  await user.keyboard(codes[0] ?? '');
  await waitFor(() => expect(reports).toHaveLength(3));
  await user.keyboard(codes[1] ?? '');
  await waitFor(() => expect(reports).toHaveLength(5));
  for (const secret of [email, 'ana', 'eyJ', ...codes])
    expect(JSON.stringify(reports)).not.toContain(secret);
});

it('a code that WebOTP has written is reported as such', async () => {
  const { code, reports, send } = await renderReported();
  const field = await send();
  if (field instanceof HTMLInputElement) writeInputValue(field, code());
  await waitFor(() => expect(reports).toContainEqual({ type: 'codeFilled', how: 'webOtp' }));
});

it('a link is reported', async () => {
  const { reports } = await renderReported({ send: 'link' });
  await user.fill(screen.getByLabelText('Email address'), email);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(reports).toEqual([{ ...sent, type: 'linkSent', send: 'link' }]));
});

it('what goes wrong is reported by its code', async () => {
  const { emulator, reports, send } = await renderReported();
  await user.fill(screen.getByLabelText('Email address'), 'ana');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(reports).toHaveLength(1));
  emulator.failNext({ path: '/passwordless/start', status: 503 });
  await user.fill(screen.getByLabelText('Email address'), email);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(reports).toHaveLength(2));
  await send();
  await user.keyboard('123{Enter}');
  await waitFor(() => expect(reports).toHaveLength(4));
  expect(reports).toEqual([
    { type: 'inputRefused', error: 'invalid_identifier' },
    { type: 'sendFailed', error: 'provider_down', connection: 'email', send: 'code', milliseconds },
    sent,
    { type: 'inputRefused', error: 'incomplete_code' },
  ]);
});

it('a change of mind is reported, and a page that goes on', async () => {
  const first = await renderReported();
  await first.send();
  await user.click(screen.getByRole('button', { name: 'Use a different email' }));
  await first.send();
  expect(first.types()).toEqual(['codeSent', 'identifierEdited', 'codeSent']);
  first.unmount();
  const second = await renderReported();
  await waitFor(() => expect(second.reports).toEqual([{ type: 'restored', step: 'code' }]));
});

it('a second factor is reported, and its end', async () => {
  const { code, emulator, send, types } = await renderReported({
    renderMfa: (login) => <button onClick={() => login.completeMfa(null)}>Confirm</button>,
  });
  await send();
  emulator.failNext({
    path: '/oauth/token',
    status: 403,
    body: { error: 'mfa_required', mfa_token: 'Fe26.2*example' },
  });
  await user.keyboard(code());
  await user.click(await screen.findByRole('button', { name: 'Confirm' }));
  await waitFor(() =>
    expect(types()).toEqual(['codeSent', 'codeFilled', 'mfaRequired', 'authenticated']),
  );
});

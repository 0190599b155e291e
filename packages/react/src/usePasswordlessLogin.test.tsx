import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { createWorld, email } from '../test/renderLogin.tsx';
import { usePasswordlessLogin, type UsePasswordlessLoginOptions } from './usePasswordlessLogin.ts';

function renderLoginHook(options: UsePasswordlessLoginOptions = {}) {
  const world = createWorld();
  const hook = renderHook((props: UsePasswordlessLoginOptions) => usePasswordlessLogin(props), {
    wrapper: world.wrapper,
    initialProps: options,
  });
  const login = () => hook.result.current;
  const status = (expected: string) => waitFor(() => expect(login().status).toBe(expected));
  return {
    ...world,
    ...hook,
    login,
    status,
    async toCodeStep() {
      act(() => login().start(email));
      await status('enteringCode');
    },
  };
}

it('sends nothing on mount, remount or window focus', async () => {
  const { calls, unmount, rerender } = renderLoginHook();
  rerender({});
  act(() => void window.dispatchEvent(new Event('focus')));
  unmount();
  expect(calls()).toEqual([]);
});

it('logs in with exactly one start and one exchange on the wire', async () => {
  const { calls, code, login, status, toCodeStep } = renderLoginHook();
  await toCodeStep();
  act(() => login().exchange(code()));
  await status('authenticated');
  expect(calls()).toEqual(['/passwordless/start', '/oauth/token']);
});

it('start: sends one message when called twice in the same tick', async () => {
  const { calls, login, status } = renderLoginHook();
  act(() => {
    login().start(email);
    login().start(email);
  });
  await status('enteringCode');
  expect(calls()).toEqual(['/passwordless/start']);
});

it('exchange: sends one request when called three times in the same tick', async () => {
  const { calls, code, login, status, toCodeStep } = renderLoginHook();
  await toCodeStep();
  act(() => {
    login().exchange(code());
    login().exchange(code());
    login().exchange(code());
  });
  await status('authenticated');
  expect(calls().filter((path) => path === '/oauth/token')).toHaveLength(1);
});

it('start: takes a text, an identifier, and refuses what is neither without a request', async () => {
  const { calls, login, status } = renderLoginHook();
  act(() => login().start('ana'));
  expect(login().error?.code).toBe('invalid_identifier');
  expect(calls()).toEqual([]);
  act(() => login().start({ connection: 'sms', phoneNumber: '+447700900123' }));
  await status('enteringCode');
  expect(login().identifier).toEqual({ connection: 'sms', phoneNumber: '+447700900123' });
});

it('exchange: refuses too few digits and texts without one code, without a request', async () => {
  const { calls, login, toCodeStep } = renderLoginHook();
  await toCodeStep();
  act(() => login().exchange('123'));
  expect(login().error?.code).toBe('incomplete_code');
  act(() => login().exchange('123456 or 654321'));
  expect(login().error?.code).toBe('ambiguous_code');
  act(() => login().inputEdited());
  expect(login().error).toBeNull();
  expect(calls()).toEqual(['/passwordless/start']);
});

it('exchange: never sends a refused code a second time', async () => {
  const { calls, login, status, toCodeStep, wrongCode } = renderLoginHook();
  await toCodeStep();
  act(() => login().exchange(wrongCode()));
  await status('enteringCode');
  expect(login()).toMatchObject({ error: { code: 'wrong_code' }, triesLeft: 2 });
  act(() => login().exchange(wrongCode()));
  expect(login().error?.code).toBe('repeated_code');
  expect(calls()).toEqual(['/passwordless/start', '/oauth/token']);
});

it('resend: is ignored before resendAvailableAt, sends afterwards, and ends the older code', async () => {
  const { code, emulator, login, status, toCodeStep } = renderLoginHook();
  await toCodeStep();
  const first = code();
  act(() => login().resend());
  expect(login().status).toBe('enteringCode');

  emulator.clock.advance(30);
  act(() => login().resend());
  expect(login().status).toBe('resendingCode');
  await status('enteringCode');
  const state = login();
  if (state.status !== 'enteringCode') throw new Error(state.status);
  expect(state.sendCount).toBe(2);
  expect(state.resendAvailableAt - state.sentAt).toBe(60_000);
  act(() => login().exchange(first));
  await waitFor(() => expect(login().error?.code).toBe('wrong_code'));
});

it('calls the newest onAuthenticated once, after the status has changed', async () => {
  const before = vi.fn<() => void>();
  const { code, login, rerender, status, toCodeStep } = renderLoginHook({
    onAuthenticated: before,
  });
  await toCodeStep();
  const newest = vi.fn<(login: object) => void>();
  rerender({ onAuthenticated: newest });
  act(() => login().exchange(code()));
  await status('authenticated');
  expect(before).not.toHaveBeenCalled();
  expect(newest).toHaveBeenCalledTimes(1);
  expect(newest).toHaveBeenCalledWith(expect.objectContaining({ status: 'authenticated' }));
});

it('unmounting ends the request in flight and calls nobody', async () => {
  const onAuthenticated = vi.fn<() => void>();
  const { code, emulator, login, toCodeStep, unmount } = renderLoginHook({ onAuthenticated });
  await toCodeStep();
  emulator.failNext({ path: '/oauth/token', delayMs: 60_000 });
  act(() => login().exchange(code()));
  unmount();
  await expect.poll(() => login().isPending).toBe(true);
  expect(onAuthenticated).not.toHaveBeenCalled();
});

it('cancel: stays on the step, with no error', async () => {
  const { emulator, login } = renderLoginHook();
  emulator.failNext({ path: '/passwordless/start', delayMs: 60_000 });
  act(() => login().start(email));
  expect(login().status).toBe('sendingCode');
  act(() => login().cancel());
  expect(login()).toMatchObject({ status: 'enteringIdentifier', error: null });
});

it('editIdentifier: keeps the identifier, and a late answer changes nothing', async () => {
  const { code, emulator, login, toCodeStep } = renderLoginHook();
  await toCodeStep();
  emulator.failNext({ path: '/oauth/token', delayMs: 5 });
  act(() => login().exchange(code()));
  act(() => login().editIdentifier());
  expect(login()).toMatchObject({ status: 'enteringIdentifier', identifier: { email } });
});

it('fails with network and sends nothing when the network is back', async () => {
  const { calls, emulator, login } = renderLoginHook();
  emulator.failNext({ path: '/passwordless/start', network: true });
  act(() => login().start(email));
  await waitFor(() => expect(login().error?.code).toBe('network'));
  act(() => void window.dispatchEvent(new Event('online')));
  expect(calls()).toEqual(['/passwordless/start']);
  expect(login().status).toBe('enteringIdentifier');
});

it('shows the running request in the mutation cache, and leaves nothing there', async () => {
  const { code, login, queryClient, status, toCodeStep, unmount } = renderLoginHook();
  const seen: unknown[] = [];
  queryClient.getMutationCache().subscribe(({ mutation }) => {
    if (mutation) seen.push(mutation.options.mutationKey?.[1]);
  });
  await toCodeStep();
  act(() => login().exchange(code()));
  await status('authenticated');
  expect(new Set(seen)).toEqual(new Set(['start', 'exchangeCode']));
  unmount();
  await waitFor(() => expect(queryClient.getMutationCache().getAll()).toEqual([]));
});

it('returns no code, request id or list of refused codes to whoever renders', async () => {
  const { emulator, login, status, toCodeStep, wrongCode } = renderLoginHook();
  await toCodeStep();
  emulator.failNext({ path: '/oauth/token', delayMs: 5 });
  act(() => login().exchange(wrongCode()));
  expect(JSON.stringify(login())).not.toContain(wrongCode());
  await status('enteringCode');
  expect(JSON.stringify(login())).not.toContain(wrongCode());
  expect(Object.keys(login())).not.toContain('requestId');
});

it('tells a developer what to set, and the person only that it does not work', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { emulator, login } = renderLoginHook();
  emulator.failNext({
    path: '/passwordless/start',
    status: 403,
    body: { error: 'unauthorized_client', error_description: 'Client authentication is required' },
  });
  act(() => login().start(email));
  await waitFor(() => expect(login().error?.code).toBe('misconfigured'));
  expect(log).toHaveBeenCalledTimes(1);
  expect(log.mock.lastCall?.[0]).toMatch(/Application Type.*Never put the secret into the browser/);
  expect(log.mock.lastCall?.[0]).not.toContain(email);
  log.mockRestore();
});

it('keeps the actions the same from render to render', async () => {
  const { login, toCodeStep } = renderLoginHook();
  const { exchange, start } = login();
  await toCodeStep();
  expect(login().start).toBe(start);
  expect(login().exchange).toBe(exchange);
});

it('mfaRequired: hands over the challenge and goes on with completeMfa', async () => {
  const onAuthenticated = vi.fn<() => void>();
  const { code, emulator, login, status, toCodeStep } = renderLoginHook({ onAuthenticated });
  await toCodeStep();
  emulator.failNext({
    path: '/oauth/token',
    status: 403,
    body: {
      error: 'mfa_required',
      mfa_token: 'Fe26.x',
      mfa_requirements: { challenge: [{ type: 'otp' }] },
    },
  });
  act(() => login().exchange(code()));
  await status('mfaRequired');
  expect(login()).toMatchObject({ step: 'mfa', mfa: { token: 'Fe26.x', factors: ['otp'] } });
  act(() => login().completeMfa(null));
  expect(login()).toMatchObject({ status: 'authenticated', tokens: null });
  expect(onAuthenticated).toHaveBeenCalledTimes(1);
});

it('signedInElsewhere: ends the wait for a link that was opened in another tab', async () => {
  const onAuthenticated = vi.fn<() => void>();
  const { login, status } = renderLoginHook({ send: 'link', onAuthenticated });
  act(() => login().signedInElsewhere(null));
  expect(login().status).toBe('enteringIdentifier');
  act(() => login().start(email));
  await status('awaitingLink');
  act(() => login().signedInElsewhere(null));
  expect(login()).toMatchObject({ status: 'authenticated', tokens: null });
  expect(onAuthenticated).toHaveBeenCalledTimes(1);
});

it('passes the language, the captcha and what a link carries on to Auth0', async () => {
  const { emulator, login, status } = renderLoginHook({
    send: 'link',
    language: 'fr-CA',
    captcha: 'answer',
    authParams: { state: 'mine' },
  });
  act(() => login().start(email));
  await status('awaitingLink');
  const start = emulator.requests().find(({ method }) => method === 'POST');
  expect(start?.body).toMatchObject({ captcha: 'answer', authParams: { state: 'mine' } });
  expect(start?.headers['x-request-language']).toBe('fr-CA');
});

it('throws outside PasswordlessProvider and names the fix', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(() => renderHook(() => usePasswordlessLogin())).toThrow(/<PasswordlessProvider client=/);
});

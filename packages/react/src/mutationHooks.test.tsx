import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { createWorld, email } from '../test/renderLogin.tsx';
import { useCodeExchange } from './useCodeExchange.ts';
import { usePasswordlessStart } from './usePasswordlessStart.ts';

it('usePasswordlessStart: sends one message for each call and reports it as a mutation', async () => {
  const { emulator, wrapper } = createWorld();
  const { result } = renderHook(() => usePasswordlessStart(), { wrapper });
  act(() => result.current.mutate({ connection: 'email', email }));
  await waitFor(() => expect(result.current.isSuccess).toBe(true));
  expect(emulator.outbox.messages({ to: email })).toHaveLength(1);
});

it('usePasswordlessStart: rejects with our error and does not retry', async () => {
  const { calls, emulator, wrapper } = createWorld();
  emulator.failNext({ path: '/passwordless/start', status: 503, times: 3 });
  const { result } = renderHook(() => usePasswordlessStart(), { wrapper });
  act(() => result.current.mutate({ connection: 'email', email }));
  await waitFor(() => expect(result.current.error?.code).toBe('provider_down'));
  expect(calls()).toHaveLength(1);
});

it('usePasswordlessStart: a call made offline fails and is not sent later', async () => {
  const { calls, emulator, wrapper } = createWorld();
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  window.dispatchEvent(new Event('offline'));
  emulator.failNext({ path: '/passwordless/start', network: true });
  const { result } = renderHook(() => usePasswordlessStart(), { wrapper });
  act(() => result.current.mutate({ connection: 'email', email }));
  await waitFor(() => expect(result.current.error?.code).toBe('offline'));
  vi.restoreAllMocks();
  act(() => void window.dispatchEvent(new Event('online')));
  expect(calls()).toHaveLength(1);
});

it('useCodeExchange: gives the tokens, and nothing stays once the component is gone', async () => {
  const { code, queryClient, wrapper } = createWorld();
  const { result, unmount } = renderHook(
    () => ({ start: usePasswordlessStart(), exchange: useCodeExchange() }),
    { wrapper },
  );
  await act(() => result.current.start.mutateAsync({ connection: 'email', email }));
  act(() => result.current.exchange.mutate({ connection: 'email', email, code: code() }));
  await waitFor(() => expect(result.current.exchange.data?.tokenType).toBe('Bearer'));
  unmount();
  await waitFor(() => expect(queryClient.getMutationCache().getAll()).toEqual([]));
});

it('useCodeExchange: ends with the signal it was given', async () => {
  const { emulator, wrapper } = createWorld();
  emulator.failNext({ path: '/oauth/token', delayMs: 60_000 });
  const { result } = renderHook(() => useCodeExchange(), { wrapper });
  const controller = new AbortController();
  const { signal } = controller;
  act(() => result.current.mutate({ connection: 'email', email, code: '123456', signal }));
  act(() => controller.abort());
  await waitFor(() => expect(result.current.error?.code).toBe('aborted'));
});

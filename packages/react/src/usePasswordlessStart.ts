'use client';

import type { PasswordlessError } from '@auth0-passwordless/core';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { type StartVariables, startMutation } from './mutations.ts';
import { usePasswordlessClient } from './PasswordlessProvider.tsx';

/**
 * The first step alone: asks Auth0 to send a code or a link. For forms that keep their own state;
 * {@link usePasswordlessLogin} joins both steps and their rules.
 *
 * @returns A React Query mutation. `mutate({ connection: 'email', email })` sends one message; a
 *   call while one is in flight sends another, so guard it with `isPending`. `error` is a
 *   `PasswordlessError`. Never retried, never queued while offline, and nothing stays in the mutation
 *   cache once the component is gone.
 *
 * @throws When no `PasswordlessProvider` is above the component.
 *
 * @example
 * ```tsx
 * import { usePasswordlessStart } from '@auth0-passwordless/react'
 *
 * function SendCode({ email }: { email: string }) {
 *   const start = usePasswordlessStart()
 *   return (
 *     <button disabled={start.isPending} onClick={() => start.mutate({ connection: 'email', email })}>
 *       {start.isSuccess ? 'Sent' : 'Send me a code'}
 *     </button>
 *   )
 * }
 * ```
 *
 * @see {@link https://auth0.com/docs/api/authentication/passwordless/get-code-or-link Auth0: POST /passwordless/start}
 */
export function usePasswordlessStart(): UseMutationResult<void, PasswordlessError, StartVariables> {
  return useMutation(startMutation(usePasswordlessClient()));
}

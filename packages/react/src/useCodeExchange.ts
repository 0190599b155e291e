'use client';

import type { PasswordlessError, TokenSet } from '@auth0-passwordless/core';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { type ExchangeCodeVariables, exchangeCodeMutation } from './mutations.ts';
import { usePasswordlessClient } from './PasswordlessProvider.tsx';

/**
 * The second step alone: trades a code for tokens. For forms that keep their own state;
 * {@link usePasswordlessLogin} joins both steps and their rules.
 *
 * @returns A React Query mutation. `data` is the token set, or `null` when the client keeps the session
 *   in a cookie; `error` is a `PasswordlessError`. Each call is one of the three tries a code has, so
 *   guard it with `isPending`. Never retried, never queued while offline. The code and the tokens are
 *   in the result while the component is mounted and nowhere once it is gone.
 *
 * @throws When no `PasswordlessProvider` is above the component.
 *
 * @example
 * ```tsx
 * import { useCodeExchange } from '@auth0-passwordless/react'
 *
 * function CheckCode({ email, code }: { email: string; code: string }) {
 *   const exchange = useCodeExchange()
 *   return (
 *     <button disabled={exchange.isPending} onClick={() => exchange.mutate({ connection: 'email', email, code })}>
 *       {exchange.error?.code === 'wrong_code' ? 'Try again' : 'Sign in'}
 *     </button>
 *   )
 * }
 * ```
 *
 * @see {@link https://auth0.com/docs/api/authentication/passwordless/authenticate-user Auth0: POST /oauth/token}
 */
export function useCodeExchange(): UseMutationResult<
  TokenSet | null,
  PasswordlessError,
  ExchangeCodeVariables
> {
  return useMutation(exchangeCodeMutation(usePasswordlessClient()));
}

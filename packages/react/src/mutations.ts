import type {
  ExchangeCodeRequest,
  PasswordlessClient,
  PasswordlessError,
  RequestOptions,
  StartRequest,
  TokenSet,
} from '@auth0-passwordless/core';
import { MutationObserver, type MutationOptions, type QueryClient } from '@tanstack/react-query';

/** Whom to send a message, and optionally the signal that ends the request. */
export type StartVariables = StartRequest & RequestOptions;

/** Who typed which code, and optionally the signal that ends the request. */
export type ExchangeCodeVariables = ExchangeCodeRequest & RequestOptions;

/**
 * A login must not use what React Query offers other mutations. Queued while offline, a message would
 * go out by itself later; cached, the code would reach persisters and devtools after its use; retried,
 * it would burn a try.
 */
const once = { networkMode: 'always', gcTime: 0, retry: 0, throwOnError: false } as const;

export function startMutation(
  client: PasswordlessClient,
): MutationOptions<void, PasswordlessError, StartVariables> {
  return {
    ...once,
    mutationKey: ['auth0-passwordless', 'start'],
    mutationFn: ({ signal, ...request }) => client.start(request, { signal }),
  };
}

export function exchangeCodeMutation(
  client: PasswordlessClient,
): MutationOptions<TokenSet | null, PasswordlessError, ExchangeCodeVariables> {
  return {
    ...once,
    mutationKey: ['auth0-passwordless', 'exchangeCode'],
    mutationFn: ({ signal, ...request }) => client.exchangeCode(request, { signal }),
  };
}

/**
 * Runs a mutation without rendering anything for it, so that it shows in the mutation cache (devtools,
 * `useIsMutating`, global callbacks) while it runs, and leaves nothing there.
 */
export async function runMutation<Data, Variables>(
  queryClient: QueryClient,
  options: MutationOptions<Data, PasswordlessError, Variables>,
  variables: Variables,
): Promise<Data> {
  const observer = new MutationObserver(queryClient, options);
  try {
    return await observer.mutate(variables);
  } finally {
    observer.reset();
  }
}

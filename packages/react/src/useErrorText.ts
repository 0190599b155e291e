'use client';

import { errorText } from './errorText.ts';
import type { PasswordlessLoginState } from './loginView.ts';
import { useCatalogue } from './messages/useCatalogue.ts';
import { useSecondsUntil } from './useSecondsUntil.ts';

/**
 * What to tell the person about `login.error`, in the language of the messages; empty when there is no
 * error. Counts down once a second while Auth0 takes no more requests, so use it in a leaf.
 */
export function useErrorText(login: PasswordlessLoginState): string {
  const { messages, policy, now } = useCatalogue();
  return errorText(login, messages, policy, useSecondsUntil(login.retryAt, now));
}

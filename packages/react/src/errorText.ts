import type { LoginPolicy } from '@auth0-passwordless/core';
import { identifierKind } from './identifierKind.ts';
import type { PasswordlessLoginState } from './loginView.ts';
import type { Messages } from './messages/messages.ts';
import { countdown } from './useSecondsUntil.ts';

/**
 * What a person is told about the error of a login: what happened, then what to do. Never Auth0's own
 * words, and the same whether or not an account exists. Empty when there is no error.
 *
 * @param secondsLeft - Until another try makes sense, for `rate_limited`.
 */
export function errorText(
  login: PasswordlessLoginState,
  messages: Messages,
  policy: LoginPolicy,
  secondsLeft: number,
): string {
  if (login.status === 'waitingForNetwork') return messages['code.offline'];
  const text = login.error && messages[login.error.code];
  if (typeof text !== 'function') return text ?? '';
  return text({
    length: policy.codeLength,
    triesLeft: 'triesLeft' in login ? login.triesLeft : 0,
    time: secondsLeft > 0 ? countdown(secondsLeft) : '',
    kind: identifierKind(login.connections),
  });
}

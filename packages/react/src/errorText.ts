import type { LoginPolicy, PasswordlessErrorCode } from '@auth0-passwordless/core';
import { identifierKind } from './identifierKind.ts';
import type { PasswordlessLoginState } from './loginView.ts';
import type { Messages } from './messages/messages.ts';
import { countdown } from './useSecondsUntil.ts';

/** Errors whose text depends on nothing else. */
const keys: Partial<Record<PasswordlessErrorCode, TextKey>> = {
  repeated_code: 'code.repeat',
  expired_code: 'code.expired',
  too_many_attempts: 'code.locked',
  blocked: 'blocked',
  signup_disabled: 'signup.disabled',
  captcha_required: 'captcha',
  delivery_failed: 'delivery.failed',
  mfa_required: 'mfa.title',
  access_denied: 'access.denied',
  misconfigured: 'misconfigured',
  offline: 'offline',
  network: 'network',
};

type TextKey = { [K in keyof Messages]: Messages[K] extends string ? K : never }[keyof Messages];

/**
 * What a person is told about the error of a login: what happened, then what to do. Never Auth0's own
 * words, and the same whether or not an account exists. Empty when there is no error.
 *
 * @param secondsLeft - Until another try makes sense, for `rate_limited`.
 */
export function errorText(
  login: PasswordlessLoginState,
  messages: Messages,
  { codeLength: length }: LoginPolicy,
  secondsLeft: number,
): string {
  const { connections, error } = login;
  if (!error) return '';
  if (error.code === 'invalid_identifier')
    return messages[`identifier.${identifierKind(connections)}.invalid`];
  if (error.code === 'incomplete_code') return messages['code.incomplete']({ length });
  if (error.code === 'ambiguous_code') return messages['code.ambiguous']({ length });
  if (error.code === 'wrong_code' && 'triesLeft' in login) return messages['code.wrong'](login);
  if (error.code === 'rate_limited' && secondsLeft > 0)
    return messages.limit({ time: countdown(secondsLeft) });
  return messages[keys[error.code] ?? 'busy'];
}

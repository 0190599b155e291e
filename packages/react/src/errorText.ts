import {
  type Connection,
  type Identifier,
  type LoginPolicy,
  type PasswordlessError,
} from '@auth0-passwordless/core';
import type { Messages } from './messages/messages.ts';
import { countdown } from './useSecondsUntil.ts';

export interface ErrorTextValues {
  readonly connections: readonly Connection[];
  readonly identifier: Identifier | null;
  readonly policy: LoginPolicy;
  readonly triesLeft: number;
  /** Until another message may be asked for. */
  readonly secondsLeft: number;
}

/**
 * What a person is told about an error: what happened, then what to do. Never Auth0's own words, and
 * the same whether or not an account exists.
 */
export function errorText(
  error: PasswordlessError | null,
  messages: Messages,
  { connections, identifier, policy, triesLeft, secondsLeft }: ErrorTextValues,
): string {
  if (!error) return '';
  const length = policy.codeLength;
  const connection = identifier?.connection ?? connections[0] ?? 'email';
  switch (error.code) {
    case 'invalid_identifier':
      return messages['identifier.invalid']({ connections });
    case 'incomplete_code':
      return messages['code.incomplete']({ length });
    case 'ambiguous_code':
      return messages['code.ambiguous']({ length });
    case 'repeated_code':
      return messages['code.repeat'];
    case 'wrong_code':
      return messages['code.wrong']({ triesLeft });
    case 'expired_code':
      return messages['code.expired'];
    case 'too_many_attempts':
      return messages['code.locked'];
    case 'rate_limited':
      return secondsLeft > 0
        ? messages.limit({ time: countdown(secondsLeft) })
        : messages['provider.down'];
    case 'blocked':
      return messages.blocked;
    case 'signup_disabled':
      return messages['signup.disabled'];
    case 'captcha_required':
      return messages.captcha;
    case 'delivery_failed':
      return messages['delivery.failed']({ connection });
    case 'access_denied':
      return messages['access.denied'];
    case 'misconfigured':
      return messages.misconfigured;
    case 'offline':
      return messages.offline;
    case 'network':
      return messages.network;
    case 'timeout':
      return messages.timeout;
    case 'provider_down':
      return messages['provider.down'];
    case 'mfa_required':
      return messages['mfa.hint'];
    case 'aborted':
      return '';
    case 'unexpected_response':
      return messages.unexpected;
  }
}

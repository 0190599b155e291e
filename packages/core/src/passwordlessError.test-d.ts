import { expectTypeOf, it } from 'vitest';
import {
  type MfaChallenge,
  PasswordlessError,
  type PasswordlessErrorCode,
  type PasswordlessErrorField,
  type SetupHint,
} from './passwordlessError.ts';

it('PasswordlessErrorCode is a closed union and is not any', () => {
  expectTypeOf<PasswordlessErrorCode>().not.toBeAny();
  expectTypeOf<PasswordlessErrorCode>().toEqualTypeOf<
    | 'invalid_identifier'
    | 'incomplete_code'
    | 'ambiguous_code'
    | 'repeated_code'
    | 'wrong_code'
    | 'expired_code'
    | 'too_many_attempts'
    | 'rate_limited'
    | 'blocked'
    | 'signup_disabled'
    | 'captcha_required'
    | 'delivery_failed'
    | 'mfa_required'
    | 'access_denied'
    | 'misconfigured'
    | 'offline'
    | 'network'
    | 'timeout'
    | 'aborted'
    | 'provider_down'
    | 'unexpected_response'
  >();
  // @ts-expect-error no other word is a code
  void new PasswordlessError('oops');
});

it('members may be undefined, and cannot be changed', () => {
  const error = new PasswordlessError('offline');
  expectTypeOf(error.code).toEqualTypeOf<PasswordlessErrorCode>();
  expectTypeOf(error.status).toEqualTypeOf<number | undefined>();
  expectTypeOf(error.retryAt).toEqualTypeOf<number | undefined>();
  expectTypeOf(error.field).toEqualTypeOf<PasswordlessErrorField | undefined>();
  expectTypeOf(error.setupHint).toEqualTypeOf<SetupHint | undefined>();
  expectTypeOf(error.mfa).toEqualTypeOf<MfaChallenge | undefined>();
  // @ts-expect-error the code is read-only
  error.code = 'timeout';
});

it('optional members accept undefined', () => {
  void new PasswordlessError('misconfigured', {
    detail: undefined,
    status: undefined,
    retryAt: undefined,
    setupHint: undefined,
    mfa: undefined,
    cause: undefined,
  });
});

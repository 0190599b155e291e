import type { PasswordlessErrorCode, TokenSet } from '@auth0-passwordless/core';
import { expectTypeOf, it } from 'vitest';
import {
  type LoginAt,
  PasswordlessLogin,
  type PasswordlessLoginProps,
  type PasswordlessLoginState,
  PasswordlessProvider,
  type UsePasswordlessLoginOptions,
} from './index.ts';

declare const login: PasswordlessLoginState;

it('tokens exist only when the status is authenticated', () => {
  // @ts-expect-error any other status has no tokens
  void login.tokens;
  if (login.status === 'authenticated') expectTypeOf(login.tokens).toEqualTypeOf<TokenSet | null>();
});

it('deadlines exist only once a message was sent', () => {
  // @ts-expect-error nothing was sent on the identifier step
  void login.resendAvailableAt;
  if (login.step === 'code') expectTypeOf(login.resendAvailableAt).toEqualTypeOf<number>();
  if (login.step === 'link') expectTypeOf(login.expiresAt).toEqualTypeOf<number>();
});

it('the step narrows the status, and the status the step', () => {
  if (login.step === 'identifier')
    expectTypeOf(login.status).toEqualTypeOf<'enteringIdentifier' | 'sendingCode'>();
  if (login.status === 'exchangingCode') expectTypeOf(login.step).toEqualTypeOf<'code'>();
});

it('isPending is known from the status', () => {
  if (login.status === 'sendingCode') expectTypeOf(login.isPending).toEqualTypeOf<true>();
  if (login.status === 'enteringCode') expectTypeOf(login.isPending).toEqualTypeOf<false>();
});

it('what the machine keeps to itself is not there', () => {
  if (login.status === 'exchangingCode') {
    // @ts-expect-error the code on its way is nobody's business
    void login.code;
    // @ts-expect-error the codes that were refused neither
    void login.rejectedCodes;
  }
});

it('an error has a closed code', () => {
  expectTypeOf<
    NonNullable<PasswordlessLoginState['error']>['code']
  >().toEqualTypeOf<PasswordlessErrorCode>();
  expectTypeOf<PasswordlessErrorCode>().not.toBeAny();
});

it('children and render props of single steps exclude each other', () => {
  void (<PasswordlessLogin>{(state) => state.status}</PasswordlessLogin>);
  void (<PasswordlessLogin renderCode={(state) => state.sendCount} />);
  void (
    (
      // @ts-expect-error children replace every step
      <PasswordlessLogin renderCode={() => null}>{() => null}</PasswordlessLogin>
    )
  );
});

it('a render prop sees its own step', () => {
  void (
    <PasswordlessLogin
      renderCode={(state) => {
        // @ts-expect-error the code step has no tokens
        void state.tokens;
        return state.form.getValues().code;
      }}
      renderAuthenticated={(state) => state.tokens?.scope}
    />
  );
  expectTypeOf<LoginAt<'mfa'>['status']>().toEqualTypeOf<'mfaRequired'>();
});

it('optional props accept undefined', () => {
  expectTypeOf<{
    [K in keyof UsePasswordlessLoginOptions]-?: undefined;
  }>().toExtend<UsePasswordlessLoginOptions>();
  expectTypeOf<PasswordlessLoginProps>().not.toBeAny();
});

it('a provider needs a client', () => {
  // @ts-expect-error without a client there is no way to Auth0
  void (<PasswordlessProvider />);
});

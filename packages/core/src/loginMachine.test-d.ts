import { expectTypeOf, it } from 'vitest';
import type { TokenSet } from './clients/passwordlessClient.ts';
import type { Identifier } from './identifier.ts';
import type { LoginEvent } from './loginEvent.ts';
import { canResend } from './canResend.ts';
import { transition } from './loginMachine.ts';
import type { LoginPolicy } from './loginPolicy.ts';
import type { LoginState, LoginStatus } from './loginState.ts';
import { createLoginStore } from './loginStore.ts';
import type { PasswordlessError } from './passwordlessError.ts';

declare const state: LoginState;
type StateAt<S extends LoginStatus> = Extract<LoginState, { status: S }>;

it('LoginStatus is a closed union and is not any', () => {
  expectTypeOf<LoginStatus>().not.toBeAny();
  expectTypeOf<LoginStatus>().toEqualTypeOf<
    | 'enteringIdentifier'
    | 'sendingCode'
    | 'enteringCode'
    | 'resendingCode'
    | 'exchangingCode'
    | 'waitingForNetwork'
    | 'awaitingLink'
    | 'signedInElsewhere'
    | 'mfaRequired'
    | 'authenticated'
  >();
});

it('tokens exist only when status is authenticated', () => {
  // @ts-expect-error not before the status is known
  void state.tokens;
  if (state.status === 'authenticated') {
    expectTypeOf(state.tokens).toEqualTypeOf<TokenSet | null>();
  } else {
    // @ts-expect-error nor in any other status
    void state.tokens;
  }
});

it('a code exists only while it is checked or waits for the network', () => {
  type Sending = StateAt<'exchangingCode' | 'waitingForNetwork'>;
  expectTypeOf<Sending['code']>().toEqualTypeOf<string>();
  expectTypeOf<Exclude<LoginState, Sending>>().not.toHaveProperty('code');
});

it('an identifier may be null only while it is entered, or where another tab has signed in', () => {
  type Open = StateAt<'enteringIdentifier' | 'signedInElsewhere' | 'authenticated'>;
  expectTypeOf<Open['identifier']>().toEqualTypeOf<Identifier | null>();
  type Others = Exclude<LoginState, Open>;
  expectTypeOf<Others['identifier']>().toEqualTypeOf<Identifier>();
});

it('an error waits only where a person acts', () => {
  type Pending = 'sendingCode' | 'resendingCode' | 'exchangingCode' | 'authenticated';
  expectTypeOf<StateAt<Pending>['error']>().toEqualTypeOf<null>();
  type Acting = 'enteringIdentifier' | 'enteringCode' | 'awaitingLink';
  expectTypeOf<StateAt<Acting>['error']>().toEqualTypeOf<PasswordlessError | null>();
});

it('state is read-only', () => {
  // @ts-expect-error only transition makes a new state
  state.status = 'authenticated';
});

it('transition takes the events it knows, with all they carry', () => {
  expectTypeOf(transition).returns.toEqualTypeOf<LoginState>();
  expectTypeOf<LoginEvent>().not.toBeAny();
  transition(state, { type: 'reset' }, undefined);
  // @ts-expect-error the instant is missing
  transition(state, { type: 'codeSent', requestId: 1 });
  // @ts-expect-error there is no such event
  transition(state, { type: 'codeGuessed' });
});

it('canResend needs a message that was sent', () => {
  if (state.status === 'enteringCode') expectTypeOf(canResend(state, 0)).toEqualTypeOf<boolean>();
  // @ts-expect-error before that there are no deadlines
  if (state.status === 'enteringIdentifier') canResend(state, 0);
});

it('a policy names at least one delay', () => {
  // @ts-expect-error the last delay repeats, so there has to be one
  expectTypeOf<[]>().toExtend<LoginPolicy['resendDelaysSeconds']>();
});

it('createLoginStore: optional members accept undefined', () => {
  const store = createLoginStore({ policy: undefined, initialState: undefined });
  expectTypeOf(store.getSnapshot()).toEqualTypeOf<LoginState>();
  expectTypeOf(store.send).returns.toEqualTypeOf<boolean>();
});

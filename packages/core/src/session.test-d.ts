import { expectTypeOf, it } from 'vitest';
import { createSession, type Session, type SessionOptions } from './session.ts';
import type { SessionState } from './sessionStore.ts';

declare const session: Session;

it('who and when exist only while somebody is signed in', () => {
  const state = session.getSnapshot();
  // @ts-expect-error nobody may be signed in
  void state.userId;
  if (state.status === 'signedIn') {
    expectTypeOf(state.userId).toEqualTypeOf<string | null>();
    expectTypeOf(state.expiresAt).toEqualTypeOf<number | null>();
  } else {
    expectTypeOf(state.reason).toEqualTypeOf<'loggedOut' | 'expired' | 'elsewhere' | null>();
  }
});

it('the state has no place for a token', () => {
  type Members<State> = State extends unknown ? keyof State : never;
  expectTypeOf<Members<SessionState>>().toEqualTypeOf<
    'status' | 'reason' | 'userId' | 'scope' | 'expiresAt'
  >();
});

it('an access token may be missing', () => {
  expectTypeOf(session.getAccessToken()).resolves.toEqualTypeOf<string | null>();
});

it('the storage is one of three names, or what the Web calls a storage', () => {
  expectTypeOf(localStorage).toExtend<SessionOptions['storage']>();
  expectTypeOf(new Map<string, string>()).not.toExtend<SessionOptions['storage']>();
  expectTypeOf<'cookie'>().not.toExtend<SessionOptions['storage']>();
});

it('optional options accept undefined', () => {
  expectTypeOf(createSession).toBeCallableWith({
    domain: 'example.eu.auth0.com',
    clientId: 'id',
    storage: undefined,
    storageKey: undefined,
    locks: undefined,
    BroadcastChannel: undefined,
    fetch: undefined,
    now: undefined,
    timeoutSeconds: undefined,
  });
});

it('the locks of the platform fit', () => {
  expectTypeOf(navigator.locks).toExtend<NonNullable<SessionOptions['locks']>>();
});

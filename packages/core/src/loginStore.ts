import type { LoginEvent } from './loginEvent.ts';
import { transition } from './loginMachine.ts';
import type { LoginPolicy } from './loginPolicy.ts';
import { initialState, type LoginState } from './loginState.ts';

/** Holds one login. Fits React's `useSyncExternalStore`. */
export interface LoginStore {
  /** Calls `listener` after each change; returns what ends that. */
  readonly subscribe: (listener: () => void) => () => void;
  /** The state now; the same object until it changes. */
  readonly getSnapshot: () => LoginState;
  /**
   * Applies an event at once and says whether it changed anything. The next call sees the new state,
   * so of two submits in one tick the second finds a request in flight and changes nothing.
   */
  readonly send: (event: LoginEvent) => boolean;
}

export interface LoginStoreOptions {
  /** Read at each event, so that it may change while the store lives. */
  readonly policy?: (() => LoginPolicy) | undefined;
  readonly initialState?: LoginState | undefined;
}

/** A store for one login, beginning with an empty identifier step. */
export function createLoginStore({
  policy,
  initialState: state = initialState,
}: LoginStoreOptions = {}): LoginStore {
  const listeners = new Set<() => void>();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => state,
    send(event) {
      const next = transition(state, event, policy?.());
      if (next === state) return false;
      state = next;
      for (const listener of listeners) listener();
      return true;
    },
  };
}

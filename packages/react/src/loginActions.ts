import {
  type Connection,
  type Identifier,
  type LoginEvent,
  type LoginPolicy,
  type LoginState,
  type LoginStore,
  parseCode,
  parseIdentifier,
  type PasswordlessClient,
  PasswordlessError,
  type PasswordlessErrorCode,
  type Send,
  type TokenSet,
} from '@auth0-passwordless/core';
import type { UsePasswordlessLoginOptions } from './usePasswordlessLogin.ts';

/** What a person can do on the way. What the status does not allow does nothing. */
export interface LoginActions {
  /**
   * Sends a code (or link) to an identifier, given as what the person typed or already parsed. Text
   * that is neither an e-mail address nor a phone number becomes the error `invalid_identifier`,
   * without a request. Does nothing but in `enteringIdentifier`.
   */
  readonly start: (identifier: Identifier | string) => void;
  /**
   * Checks what the person typed or pasted: digits of any script, with spaces, dashes or a whole
   * message around them. Text without exactly one code becomes `incomplete_code` or
   * `ambiguous_code`, a code that was refused before `repeated_code`, both without a request. Does
   * nothing but in `enteringCode`.
   */
  readonly exchange: (text: string) => void;
  /** Sends a new message, which ends the older code. Does nothing before `resendAvailableAt`. */
  readonly resend: () => void;
  /** Goes back to the identifier, which is kept. A request in flight is ended. Never sends. */
  readonly editIdentifier: () => void;
  /** Takes back what was said of the typed text. For the `change` event of an input. */
  readonly inputEdited: () => void;
  /** Ends the request in flight, if there is one; the person stays where they are. */
  readonly cancel: () => void;
  /**
   * Sends the code that could not leave before. Being online again does that by itself. Does nothing but
   * in `waitingForNetwork`.
   */
  readonly networkRestored: () => void;
  /**
   * Goes on because another tab has signed in, by its own code or by the link that this one waits for. Does
   * nothing but in `signedInElsewhere` and `awaitingLink`.
   */
  readonly signedInElsewhere: (tokens: TokenSet | null) => void;
  /** Goes on after the second factor, with the tokens of the MFA API. Does nothing but in `mfaRequired`. */
  readonly completeMfa: (tokens: TokenSet | null) => void;
  /** Forgets everything and drops an answer that is still on its way. */
  readonly reset: () => void;
}

/** Asked for at each action, so that the newest settings count. */
export interface LoginSettings extends UsePasswordlessLoginOptions {
  readonly client: PasswordlessClient;
  readonly policy: LoginPolicy;
  readonly connections: readonly Connection[];
  readonly send: Send;
  readonly now: () => number;
}

/** What the actions of a login work with. */
export interface LoginControls {
  readonly store: LoginStore;
  readonly settings: () => LoginSettings;
  /** Set while there is something to take turns with. */
  takeTurn?: TakeTurn | undefined;
}

/**
 * Sends a message unless another tab has just sent the same; resolves with when that was (epoch
 * milliseconds), if it was not now.
 */
export type TakeTurn = (
  state: Exclude<PendingState, { status: 'exchangingCode' }>,
  send: () => Promise<void>,
  signal: AbortSignal,
) => Promise<number | void>;

/** What a person submits; the rest of the event is added here. */
type Submission = LoginEvent extends infer E
  ? E extends {
      requestId: number;
      at: number;
      type: `${string}${'Submitted' | 'Requested' | 'Restored'}`;
    }
    ? Omit<E, 'requestId' | 'at'>
    : never
  : never;

/** Bundlers put a literal in its place. */
declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** The person reads that sign-in is not available; whoever can mend it reads why, and how. */
function tellDeveloper(error: PasswordlessError | null): void {
  if (error?.code === 'misconfigured') console.error(error.message);
}

type PendingState = Extract<LoginState, { requestId: number }>;

/**
 * Joins a store to a client: each action asks the machine first, and Auth0 is called only for the state
 * that the machine moved to.
 */
export function createLoginActions(controls: LoginControls): LoginActions {
  const { store, settings } = controls;
  let newestId = 0;
  let abortController = new AbortController();

  function request(event: Submission) {
    const requestId = (newestId += 1);
    store.send({ ...event, requestId, at: settings().now() });
    const state = store.getSnapshot();
    if ('requestId' in state && state.requestId === requestId) void answer(state);
  }

  async function answer(state: PendingState) {
    abortController = new AbortController();
    const event = await call(state, controls, abortController.signal);
    authenticated(event);
    if (process.env.NODE_ENV !== 'production' && 'error' in event) tellDeveloper(event.error);
  }

  /** Applies an event, and tells the app if that was the end of the login. */
  function authenticated(event: LoginEvent) {
    const hasChanged = store.send(event);
    const state = store.getSnapshot();
    if (hasChanged && state.status === 'authenticated') settings().onAuthenticated?.(state);
  }

  const check = (code: PasswordlessErrorCode | null) =>
    void store.send({ type: 'inputChecked', error: code && new PasswordlessError(code) });

  const cancel = () => {
    const state = store.getSnapshot();
    if (!('requestId' in state)) return;
    abortController.abort();
    store.send(failed(state, new PasswordlessError('aborted'), settings().now()));
  };

  return {
    start(input) {
      const identifier =
        typeof input === 'string' ? parseIdentifier(input, settings().connections) : input;
      if (!identifier) return check('invalid_identifier');
      // A phone number takes a code only.
      const send = identifier.connection === 'email' ? settings().send : 'code';
      request({ type: 'identifierSubmitted', identifier, send });
    },
    exchange(text) {
      const parsed = parseCode(text, { length: settings().policy.codeLength });
      if (parsed.kind !== 'code')
        return check(parsed.kind === 'incomplete' ? 'incomplete_code' : 'ambiguous_code');
      request({ type: 'codeSubmitted', code: parsed.code });
    },
    resend: () => request({ type: 'resendRequested' }),
    editIdentifier() {
      cancel();
      store.send({ type: 'identifierEdited' });
    },
    inputEdited: () => check(null),
    cancel,
    networkRestored: () => request({ type: 'networkRestored' }),
    signedInElsewhere: (tokens) => authenticated({ type: 'signedInElsewhere', tokens }),
    completeMfa: (tokens) => authenticated({ type: 'mfaCompleted', tokens }),
    reset() {
      abortController.abort();
      store.send({ type: 'reset' });
    },
  };
}

/** The request that a state stands for, and what its answer means to the machine. Never rejects. */
async function call(
  state: PendingState,
  { settings, takeTurn = (_, send) => send() }: LoginControls,
  signal: AbortSignal,
): Promise<LoginEvent> {
  const { identifier, requestId } = state;
  const { client, now, language, captcha, authParams } = settings();
  const wasOnline = navigator.onLine;
  try {
    if (state.status === 'exchangingCode') {
      const tokens = await client.exchangeCode({ ...identifier, code: state.code }, { signal });
      return { type: 'codeAccepted', tokens, requestId };
    }
    const { send } = state;
    const start = () =>
      client.start(
        identifier.connection === 'email'
          ? { ...identifier, send, language, captcha, authParams }
          : { ...identifier, send: 'code', language, captcha },
        { signal },
      );
    const sentAt = await takeTurn(state, start, signal);
    return { type: send === 'code' ? 'codeSent' : 'linkSent', requestId, at: sentAt ?? now() };
  } catch (cause) {
    // Our clients reject with our error only; one that somebody else wrote may not.
    const error =
      cause instanceof PasswordlessError
        ? cause
        : new PasswordlessError('unexpected_response', { cause });
    // Whether a request got through that the network was lost under, nobody knows. One that was never on the
    // network has tried no code.
    return !wasOnline && error.code === 'offline' && state.status === 'exchangingCode'
      ? { type: 'networkLost', error, requestId }
      : failed(state, error, now());
  }
}

function failed(state: PendingState, error: PasswordlessError, at: number): LoginEvent {
  const { requestId } = state;
  if (state.status !== 'exchangingCode') return { type: 'sendFailed', error, requestId, at };
  return error.code === 'mfa_required'
    ? { type: 'mfaRequired', mfa: error.mfa ?? null, requestId }
    : { type: 'codeRejected', error, requestId };
}

import {
  type Authenticated,
  type Connection,
  type Identifier,
  type LoginPolicy,
  type LoginStore,
  parseCode,
  parseIdentifier,
  type PasswordlessClient,
  PasswordlessError,
  type Send,
  type TokenSet,
} from '@auth0-passwordless/core';

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
  /** Goes on after the second factor, with the tokens of the MFA API. Does nothing but in `mfaRequired`. */
  readonly completeMfa: (tokens: TokenSet | null) => void;
  /** Forgets everything and drops an answer that is still on its way. */
  readonly reset: () => void;
}

/** Asked for at each action, so that the newest settings count. */
export interface LoginSettings {
  readonly client: PasswordlessClient;
  readonly policy: LoginPolicy;
  readonly connections: readonly Connection[];
  readonly send: Send;
  readonly language: string | undefined;
  readonly now: () => number;
  readonly onAuthenticated: ((login: Authenticated) => void) | undefined;
}

/** Joins a store to a client: each action asks the machine first and calls Auth0 only if it moved. */
export function createLoginActions(store: LoginStore, settings: () => LoginSettings): LoginActions {
  let requestId = 0;
  let abortController = new AbortController();

  /** Runs one request and gives its answer to the machine, unless the machine has moved on. */
  async function run<T>(
    request: (signal: AbortSignal) => Promise<T>,
    succeeded: (value: T) => void,
    failed: (error: PasswordlessError) => void,
  ) {
    abortController = new AbortController();
    let value: T;
    try {
      value = await request(abortController.signal);
    } catch (cause) {
      return failed(toPasswordlessError(cause));
    }
    succeeded(value);
  }

  function sendMessage(identifier: Identifier, send: Send) {
    const id = requestId;
    const { client, language, now } = settings();
    void run(
      // A phone number takes a code only; the machine never pairs it with a link.
      (signal) =>
        client.start(
          identifier.connection === 'email'
            ? { ...identifier, send, language }
            : { ...identifier, send: 'code', language },
          { signal },
        ),
      () =>
        store.send({
          type: send === 'code' ? 'codeSent' : 'linkSent',
          requestId: id,
          at: now(),
        }),
      (error) => store.send({ type: 'sendFailed', error, requestId: id, at: now() }),
    );
  }

  function authenticate(event: Parameters<LoginStore['send']>[0]) {
    if (!store.send(event)) return;
    const state = store.getSnapshot();
    if (state.status === 'authenticated') settings().onAuthenticated?.(state);
  }

  function exchangeCode(identifier: Identifier, code: string) {
    const id = requestId;
    const { client } = settings();
    void run(
      (signal) => client.exchangeCode({ ...identifier, code }, { signal }),
      (tokens) => authenticate({ type: 'codeAccepted', tokens, requestId: id }),
      (error) =>
        store.send(
          error.code === 'mfa_required'
            ? { type: 'mfaRequired', mfa: error.mfa ?? null, requestId: id }
            : { type: 'codeRejected', error, requestId: id },
        ),
    );
  }

  const reject = (code: 'invalid_identifier' | 'incomplete_code' | 'ambiguous_code') =>
    store.send({ type: 'inputChecked', error: new PasswordlessError(code) });

  const actions: LoginActions = {
    start(input) {
      const { connections, send: wanted, now } = settings();
      const identifier = typeof input === 'string' ? parseIdentifier(input, connections) : input;
      if (!identifier) return void reject('invalid_identifier');
      const send = identifier.connection === 'email' ? wanted : 'code';
      requestId += 1;
      store.send({ type: 'identifierSubmitted', identifier, send, requestId, at: now() });
      const state = store.getSnapshot();
      if (state.status === 'sendingCode' && state.requestId === requestId)
        sendMessage(identifier, send);
    },
    exchange(text) {
      const { policy, now } = settings();
      const parsed = parseCode(text, { length: policy.codeLength });
      if (parsed.kind !== 'code')
        return void reject(parsed.kind === 'incomplete' ? 'incomplete_code' : 'ambiguous_code');
      requestId += 1;
      store.send({ type: 'codeSubmitted', code: parsed.code, requestId, at: now() });
      const state = store.getSnapshot();
      if (state.status === 'exchangingCode' && state.requestId === requestId)
        exchangeCode(state.identifier, parsed.code);
    },
    resend() {
      requestId += 1;
      store.send({ type: 'resendRequested', requestId, at: settings().now() });
      const state = store.getSnapshot();
      if (state.status === 'resendingCode' && state.requestId === requestId)
        sendMessage(state.identifier, state.send);
    },
    editIdentifier() {
      actions.cancel();
      store.send({ type: 'identifierEdited' });
    },
    inputEdited: () => void store.send({ type: 'inputChecked', error: null }),
    cancel() {
      const state = store.getSnapshot();
      if (!('requestId' in state)) return;
      abortController.abort();
      const error = new PasswordlessError('aborted');
      const { requestId: id } = state;
      store.send(
        state.status === 'exchangingCode'
          ? { type: 'codeRejected', error, requestId: id }
          : { type: 'sendFailed', error, requestId: id, at: settings().now() },
      );
    },
    completeMfa: (tokens) => authenticate({ type: 'mfaCompleted', tokens }),
    reset() {
      abortController.abort();
      store.send({ type: 'reset' });
    },
  };
  return actions;
}

/** Clients reject with our error only; one that somebody else wrote may not. */
function toPasswordlessError(cause: unknown): PasswordlessError {
  if (cause instanceof PasswordlessError) return cause;
  return new PasswordlessError('unexpected_response', {
    detail: 'The client rejected with something that is not a PasswordlessError; see `cause`.',
    cause,
  });
}

import type { Send, TokenSet } from './clients/passwordlessClient.ts';
import type { Identifier } from './identifier.ts';
import { defaultPolicy, type LoginPolicy } from './loginPolicy.ts';
import {
  type Authenticated,
  type AwaitingLink,
  type Delivery,
  type EnteringCode,
  type EnteringIdentifier,
  initialState,
  type LoginState,
  type LoginStatus,
  type ResendingCode,
  type SendLimit,
  type SendingCode,
} from './loginState.ts';
import { type MfaChallenge, PasswordlessError } from './passwordlessError.ts';

/** What happens to a login. `at` is epoch milliseconds; an answer carries the id of its request. */
export type LoginEvent =
  | {
      type: 'identifierSubmitted';
      identifier: Identifier;
      send: Send;
      requestId: number;
      at: number;
    }
  | { type: 'codeSent'; requestId: number; at: number }
  | { type: 'linkSent'; requestId: number; at: number }
  | { type: 'sendFailed'; error: PasswordlessError; requestId: number; at: number }
  | { type: 'resendRequested'; requestId: number; at: number }
  | { type: 'codeSubmitted'; code: string; requestId: number; at: number }
  | { type: 'codeAccepted'; tokens: TokenSet | null; requestId: number }
  | { type: 'codeRejected'; error: PasswordlessError; requestId: number }
  | { type: 'mfaRequired'; mfa: MfaChallenge | null; requestId: number }
  | { type: 'mfaCompleted'; tokens: TokenSet | null }
  | { type: 'signedInElsewhere'; tokens: TokenSet | null }
  | { type: 'identifierEdited' }
  | { type: 'inputRejected'; error: PasswordlessError }
  | { type: 'inputEdited' }
  | { type: 'reset' };

type EventOf<T extends LoginEvent['type']> = Extract<LoginEvent, { type: T }>;
type Rules = {
  readonly [S in LoginStatus]: {
    readonly [T in Exclude<LoginEvent['type'], 'reset'>]?: (
      state: Extract<LoginState, { status: S }>,
      event: EventOf<T>,
      policy: LoginPolicy,
    ) => LoginState;
  };
};

/** The whole machine. What is not in this table does not happen. */
const rules: Rules = {
  enteringIdentifier: {
    identifierSubmitted: (state, { identifier, send, requestId, at }) =>
      isLimited(state, at)
        ? { ...state, identifier, error: limitedError(state.sendLimit) }
        : {
            status: 'sendingCode',
            identifier,
            send,
            requestId,
            sendLimit: state.sendLimit,
            error: null,
          },
    inputRejected: (state, event) =>
      event.error.field === 'identifier' ? withError(state, event) : state,
    inputEdited: withoutInputError,
  },
  sendingCode: {
    codeSent: (state, { at }, policy) => ({
      status: 'enteringCode',
      ...delivered(state, at, policy),
    }),
    linkSent: (state, { at }, policy) => ({
      status: 'awaitingLink',
      ...delivered(state, at, policy),
    }),
    sendFailed: ({ identifier, sendLimit }, event) =>
      sendFailed({ status: 'enteringIdentifier', identifier, sendLimit, error: null }, event),
  },
  enteringCode: {
    codeSubmitted(state, { code, requestId, at }) {
      // Each of these would cost a try, or a round trip, to learn what is known already.
      if (state.triesLeft === 0) return state;
      if (state.rejectedCodes.includes(code)) return withError(state, 'repeated_code');
      if (at >= state.expiresAt) return withError(state, 'expired_code');
      return { ...state, status: 'exchangingCode', code, requestId, error: null };
    },
    resendRequested: (state, { requestId, at }) =>
      canResend(state, at)
        ? { ...state, status: 'resendingCode', send: 'code', requestId, error: null }
        : state,
    identifierEdited: editIdentifier,
    inputRejected: (state, event) =>
      event.error.field === 'code' && state.triesLeft > 0 ? withError(state, event) : state,
    inputEdited: withoutInputError,
  },
  resendingCode: {
    codeSent: (state, { at }, policy) =>
      state.send === 'code' ? { status: 'enteringCode', ...delivered(state, at, policy) } : state,
    linkSent: (state, { at }, policy) =>
      state.send === 'link' ? { status: 'awaitingLink', ...delivered(state, at, policy) } : state,
    sendFailed: ({ requestId, send, ...delivery }, event) =>
      sendFailed({ ...delivery, status: send === 'code' ? 'enteringCode' : 'awaitingLink' }, event),
  },
  exchangingCode: {
    codeAccepted: ({ identifier }, { tokens }) => authenticated(identifier, tokens),
    codeRejected: ({ requestId, code, ...delivery }, { error }) =>
      codeRejected({ ...delivery, status: 'enteringCode', error }, code),
    mfaRequired: ({ identifier }, { mfa }) => ({
      status: 'mfaRequired',
      identifier,
      mfa,
      error: null,
    }),
  },
  awaitingLink: {
    resendRequested: (state, { requestId, at }) =>
      canResend(state, at)
        ? { ...state, status: 'resendingCode', send: 'link', requestId, error: null }
        : state,
    identifierEdited: editIdentifier,
    signedInElsewhere: ({ identifier }, { tokens }) => authenticated(identifier, tokens),
  },
  mfaRequired: {
    mfaCompleted: ({ identifier }, { tokens }) => authenticated(identifier, tokens),
  },
  authenticated: {},
};

/**
 * The state after an event. Pure: no clock, no request, no storage.
 *
 * Returns the same object for an event that the status does not know and for the answer to a request
 * that is no longer the current one. `reset` leaves every status.
 */
export function transition(
  state: LoginState,
  event: LoginEvent,
  policy: LoginPolicy = defaultPolicy,
): LoginState {
  if (event.type === 'reset') return initialState;
  if ('requestId' in state && 'requestId' in event && state.requestId !== event.requestId)
    return state;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table pairs each rule with its own status and event; a lookup by two variables loses that
  const rule = rules[state.status][event.type] as
    | ((state: LoginState, event: LoginEvent, policy: LoginPolicy) => LoginState)
    | undefined;
  return rule ? rule(state, event, policy) : state;
}

/**
 * Whether a new message may be asked for at this instant (epoch milliseconds). Waiting makes no sense
 * once the code cannot work any more; Auth0's own "not now" always counts.
 */
export function canResend(
  state: Pick<Delivery, 'expiresAt' | 'resendAvailableAt' | 'sendLimit'> & {
    readonly error: PasswordlessError | null;
  },
  at: number,
): boolean {
  const { code } = state.error ?? {};
  const isDead = code === 'expired_code' || code === 'too_many_attempts' || at >= state.expiresAt;
  return !isLimited(state, at) && (isDead || at >= state.resendAvailableAt);
}

const isLimited = ({ sendLimit }: { sendLimit: SendLimit | null }, at: number) =>
  sendLimit !== null && at < sendLimit.until;

const limitedError = (limit: SendLimit | null) =>
  new PasswordlessError('rate_limited', { retryAt: limit?.until });

/** Only a successful send moves the deadlines. */
function delivered(
  state: SendingCode | ResendingCode,
  at: number,
  { codeLifetimeSeconds, maxTries, resendDelaysSeconds }: LoginPolicy,
): Delivery & { error: null } {
  const sendCount = 'sendCount' in state ? state.sendCount + 1 : 1;
  const delay = resendDelaysSeconds[sendCount - 1] ?? resendDelaysSeconds.at(-1) ?? 0;
  return {
    identifier: state.identifier,
    sentAt: at,
    expiresAt: at + codeLifetimeSeconds * 1000,
    resendAvailableAt: at + delay * 1000,
    sendCount,
    triesLeft: maxTries,
    rejectedCodes: [],
    sendLimit: null,
    error: null,
  };
}

function sendFailed<S extends EnteringIdentifier | EnteringCode | AwaitingLink>(
  state: S,
  { error, at }: EventOf<'sendFailed'>,
): S {
  if (error.code === 'aborted') return { ...state, error: null };
  if (error.code !== 'rate_limited') return { ...state, error };
  // Where Auth0 names no instant: a minute, doubled each time, ten minutes at the most.
  const count = (state.sendLimit?.count ?? 0) + 1;
  const until = error.retryAt ?? at + Math.min(60 * 2 ** (count - 1), 600) * 1000;
  return { ...state, sendLimit: { until, count }, error };
}

function codeRejected(state: EnteringCode, code: string): EnteringCode {
  const { error } = state;
  if (error?.code === 'aborted') return { ...state, error: null };
  if (error?.code === 'too_many_attempts') return { ...state, triesLeft: 0 };
  // Nobody knows whether a code without an answer was checked: it may be sent again by hand.
  if (error?.code !== 'wrong_code') return state;
  const triesLeft = state.triesLeft - 1;
  const rejected = { ...state, triesLeft, rejectedCodes: [...state.rejectedCodes, code] };
  // Auth0 says "too many" only on the try after the last one; our count knows it now.
  return triesLeft > 0
    ? rejected
    : { ...rejected, error: new PasswordlessError('too_many_attempts', { cause: error }) };
}

function withError<S extends EnteringIdentifier | EnteringCode>(
  state: S,
  cause: EventOf<'inputRejected'> | 'repeated_code' | 'expired_code',
): S {
  return {
    ...state,
    error: typeof cause === 'string' ? new PasswordlessError(cause) : cause.error,
  };
}

/** Typing takes back what was said of the text, not what is known of the message or the network. */
function withoutInputError<S extends EnteringIdentifier | EnteringCode>(state: S): S {
  const { error } = state;
  const isOfText =
    error?.field && error.code !== 'expired_code' && error.code !== 'too_many_attempts';
  return isOfText ? { ...state, error: null } : state;
}

function editIdentifier({ identifier, sendLimit }: Delivery): EnteringIdentifier {
  return { status: 'enteringIdentifier', identifier, sendLimit, error: null };
}

function authenticated(identifier: Identifier, tokens: TokenSet | null): Authenticated {
  return { status: 'authenticated', identifier, tokens, error: null };
}

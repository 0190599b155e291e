import type { TokenSet } from './clients/passwordlessClient.ts';
import { canResend } from './canResend.ts';
import type { LoginEvent } from './loginEvent.ts';
import { defaultPolicy, type LoginPolicy } from './loginPolicy.ts';
import {
  type AwaitingLink,
  type Delivery,
  type EnteringCode,
  type EnteringIdentifier,
  type ExchangingCode,
  initialState,
  type LoginState,
  type LoginStatus,
  type ResendingCode,
  type SendLimit,
  type SendingCode,
} from './loginState.ts';
import { PasswordlessError } from './passwordlessError.ts';

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
    identifierSubmitted,
    inputChecked,
    otherTabSignedIn,
    restored: (_, { state }) => state,
  },
  sendingCode: { codeSent: sent, linkSent: sent, sendFailed },
  enteringCode: {
    codeSubmitted,
    resendRequested,
    identifierEdited,
    inputChecked,
    otherTabSignedIn,
  },
  resendingCode: { codeSent: sent, linkSent: sent, sendFailed },
  exchangingCode: {
    codeAccepted: authenticated,
    codeRejected,
    networkLost({ requestId, ...state }, event) {
      // Once: a network that comes and goes must not send by itself again and again.
      if (state.isResumed) return codeRejected({ requestId, ...state }, event);
      return { ...state, status: 'waitingForNetwork', error: event.error };
    },
    mfaRequired: ({ identifier }, { mfa }) => ({
      status: 'mfaRequired',
      identifier,
      mfa,
      error: null,
    }),
  },
  waitingForNetwork: {
    // Whoever corrects the code takes back that it be sent.
    inputChecked: (state, event) => inputChecked(enteringCode(state, null), event),
    networkRestored: (state, event) =>
      codeSubmitted(enteringCode(state, null), {
        ...event,
        type: 'codeSubmitted',
        code: state.code,
        isResumed: true,
      }),
    identifierEdited,
    otherTabSignedIn,
  },
  awaitingLink: {
    resendRequested,
    identifierEdited,
    otherTabSignedIn,
    signedInElsewhere: authenticated,
  },
  signedInElsewhere: { identifierEdited, signedInElsewhere: authenticated },
  mfaRequired: { mfaCompleted: authenticated, identifierEdited },
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

function identifierSubmitted(
  state: EnteringIdentifier,
  { type, at, ...request }: EventOf<'identifierSubmitted'>,
): LoginState {
  const retryAt = state.sendLimit?.until ?? 0;
  if (at < retryAt)
    return {
      ...state,
      identifier: request.identifier,
      error: new PasswordlessError('rate_limited', { retryAt }),
    };
  return { ...state, ...request, status: 'sendingCode', error: null };
}

/** Only a successful send moves the deadlines. */
function sent(
  state: SendingCode | ResendingCode,
  { type, at }: EventOf<'codeSent' | 'linkSent'>,
  { codeLifetimeSeconds, maxTries, resendDelaysSeconds }: LoginPolicy,
): EnteringCode | AwaitingLink {
  const sendCount = 'sendCount' in state ? state.sendCount + 1 : 1;
  const delay = resendDelaysSeconds[sendCount - 1] ?? resendDelaysSeconds.at(-1) ?? 0;
  return {
    status: type === 'codeSent' ? 'enteringCode' : 'awaitingLink',
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

function sendFailed(
  { requestId, send, ...state }: SendingCode | ResendingCode,
  { error, at }: EventOf<'sendFailed'>,
): LoginState {
  let { sendLimit } = state;
  if (error.code === 'rate_limited') {
    const count = (sendLimit?.count ?? 0) + 1;
    // Where Auth0 names no instant: a minute, doubled each time, ten minutes at the most.
    const until = error.retryAt ?? at + Math.min(30 * 2 ** count, 600) * 1000;
    sendLimit = { until, count };
  }
  const failed = { sendLimit, error: error.code === 'aborted' ? null : error };
  return 'sentAt' in state
    ? { ...state, ...failed, status: send === 'code' ? 'enteringCode' : 'awaitingLink' }
    : { ...state, ...failed, status: 'enteringIdentifier' };
}

function codeSubmitted(
  state: EnteringCode,
  { type, at, ...request }: EventOf<'codeSubmitted'>,
): LoginState {
  // Each of these would cost a try, or a round trip, to learn what is known already.
  if (!state.triesLeft) return state;
  if (state.rejectedCodes.includes(request.code))
    return { ...state, error: new PasswordlessError('repeated_code') };
  if (at >= state.expiresAt) return { ...state, error: new PasswordlessError('expired_code') };
  return { ...state, ...request, status: 'exchangingCode', error: null };
}

function codeRejected(
  { requestId, isResumed, ...delivery }: ExchangingCode,
  { error }: { error: PasswordlessError },
): EnteringCode {
  const state = enteringCode(delivery, error);
  if (error.code === 'aborted') return { ...state, error: null };
  if (error.code === 'too_many_attempts') return { ...state, triesLeft: 0 };
  // Nobody knows whether a code without an answer was checked: it may be sent again by hand.
  if (error.code !== 'wrong_code') return state;
  const triesLeft = state.triesLeft - 1;
  return {
    ...state,
    triesLeft,
    rejectedCodes: [...state.rejectedCodes, delivery.code],
    // Auth0 says so only on the try after the last one; our count knows it now.
    error: triesLeft ? error : new PasswordlessError('too_many_attempts', { cause: error }),
  };
}

/** The code is the person's again. */
function enteringCode(
  { code, ...delivery }: Delivery & { readonly code: string },
  error: PasswordlessError | null,
): EnteringCode {
  return { ...delivery, status: 'enteringCode', error };
}

function resendRequested(
  state: EnteringCode | AwaitingLink,
  { type, at, ...request }: EventOf<'resendRequested'>,
): LoginState {
  const send = state.status === 'enteringCode' ? 'code' : 'link';
  return canResend(state, at)
    ? { ...state, ...request, status: 'resendingCode', send, error: null }
    : state;
}

/** Says what is wrong with the text, or takes it back; what is known of the message or the network stays. */
function inputChecked<S extends EnteringIdentifier | EnteringCode>(
  state: S,
  { error }: EventOf<'inputChecked'>,
): S {
  const step = state.status === 'enteringCode' ? 'code' : 'identifier';
  const isOfMessage = /expired|too_many/.test(state.error?.code ?? '');
  const isOfStep = (error ?? state.error)?.field === step;
  return isOfStep && !isOfMessage ? { ...state, error } : state;
}

/** Any state: all know who wants to sign in, once that was typed. */
type Known = Pick<LoginState, 'identifier'>;

function identifierEdited({
  identifier,
  sendLimit = null,
}: Known & { readonly sendLimit?: SendLimit | null }): EnteringIdentifier {
  return { ...initialState, identifier, sendLimit };
}

function otherTabSignedIn({ identifier }: Known): LoginState {
  return { status: 'signedInElsewhere', identifier, error: null };
}

function authenticated({ identifier }: Known, { tokens }: { tokens: TokenSet | null }): LoginState {
  return { status: 'authenticated', identifier, tokens, error: null };
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TokenSet } from './clients/passwordlessClient.ts';
import type { LoginEvent } from './loginEvent.ts';
import { canResend } from './canResend.ts';
import { transition } from './loginMachine.ts';
import { defaultPolicy, type LoginPolicy } from './loginPolicy.ts';
import { type Delivery, initialState, type LoginState, type LoginStatus } from './loginState.ts';
import { PasswordlessError, type PasswordlessErrorCode } from './passwordlessError.ts';

const t0 = 1_000_000;
const second = 1000;
const identifier = { connection: 'email', email: 'ana@example.com' } as const;
const other = { connection: 'sms', phoneNumber: '+14155550100' } as const;
const tokens: TokenSet = { accessToken: 'a', tokenType: 'Bearer', expiresAt: null, scope: '' };
const mfa = { token: 'Fe26', factors: ['otp'] };
const failed = (code: PasswordlessErrorCode, retryAt?: number) =>
  new PasswordlessError(code, { retryAt });

/** The state after the events; what an event leaves out has a usual value. */
function after(...events: readonly LoginEvent[]): LoginState {
  return events.reduce((state, event) => transition(state, event), initialState as LoginState);
}

const submit = (requestId = 1, at = t0): LoginEvent => ({
  type: 'identifierSubmitted',
  identifier,
  send: 'code',
  requestId,
  at,
});
const submitForLink: LoginEvent = {
  ...submit(),
  type: 'identifierSubmitted',
  identifier,
  send: 'link',
  requestId: 1,
  at: t0,
};
const codeSent = (requestId = 1, at = t0): LoginEvent => ({ type: 'codeSent', requestId, at });
const linkSent = (requestId = 1, at = t0): LoginEvent => ({ type: 'linkSent', requestId, at });
const resend = (requestId = 2, at = t0 + 30 * second): LoginEvent => ({
  type: 'resendRequested',
  requestId,
  at,
});
const sendFailed = (error: PasswordlessError, requestId = 1, at = t0): LoginEvent => ({
  type: 'sendFailed',
  error,
  requestId,
  at,
});
const typed = (code: string, requestId = 2, at = t0 + second): LoginEvent => ({
  type: 'codeSubmitted',
  code,
  requestId,
  at,
});
const rejected = (error: PasswordlessError, requestId = 2): LoginEvent => ({
  type: 'codeRejected',
  error,
  requestId,
});
const lost = (requestId = 2): LoginEvent => ({
  type: 'networkLost',
  error: failed('offline'),
  requestId,
});
const back = (requestId = 3, at = t0 + 60 * second): LoginEvent => ({
  type: 'networkRestored',
  requestId,
  at,
});
const checked = (error: PasswordlessError | null): LoginEvent => ({ type: 'inputChecked', error });
const tried = (code: string, requestId: number, error: PasswordlessErrorCode = 'wrong_code') => [
  typed(code, requestId),
  rejected(failed(error), requestId),
];

/** The state, which has to be of this status. */
function expectStatus<S extends LoginStatus>(
  state: LoginState,
  status: S,
): Extract<LoginState, { status: S }> {
  expect(state.status).toBe(status);
  // The line above has checked it.
  return state as Extract<LoginState, { status: S }>;
}
const enteringCode = (...events: readonly LoginEvent[]) =>
  expectStatus(after(submit(), codeSent(), ...events), 'enteringCode');

const samples: Record<LoginStatus, LoginState> = {
  enteringIdentifier: after(submit(), sendFailed(failed('network'))),
  sendingCode: after(submit()),
  enteringCode: after(submit(), codeSent()),
  resendingCode: after(submit(), codeSent(), resend()),
  exchangingCode: after(submit(), codeSent(), typed('123456')),
  waitingForNetwork: after(submit(), codeSent(), typed('123456'), lost()),
  awaitingLink: after(submitForLink, linkSent()),
  signedInElsewhere: after(submit(), codeSent(), { type: 'otherTabSignedIn' }),
  mfaRequired: after(submit(), codeSent(), typed('123456'), {
    type: 'mfaRequired',
    mfa,
    requestId: 2,
  }),
  authenticated: after(submit(), codeSent(), typed('123456'), {
    type: 'codeAccepted',
    tokens,
    requestId: 2,
  }),
};
const statuses = Object.values(samples).map(({ status }) => status);

/** One event of each type, as it would come in this state. */
function eventsFor(state: LoginState): LoginEvent[] {
  const requestId = 'requestId' in state ? state.requestId : 9;
  const at = t0 + 60 * second;
  return [
    { type: 'identifierSubmitted', identifier, send: 'code', requestId: 9, at },
    { type: 'codeSent', requestId, at },
    { type: 'linkSent', requestId, at },
    { type: 'sendFailed', error: failed('timeout'), requestId, at },
    { type: 'resendRequested', requestId: 9, at },
    { type: 'codeSubmitted', code: '654321', requestId: 9, at },
    { type: 'codeAccepted', tokens, requestId },
    { type: 'codeRejected', error: failed('wrong_code'), requestId },
    { type: 'mfaRequired', mfa, requestId },
    { type: 'networkLost', error: failed('offline'), requestId },
    { type: 'networkRestored', requestId: 9, at },
    { type: 'mfaCompleted', tokens },
    { type: 'otherTabSignedIn' },
    { type: 'signedInElsewhere', tokens },
    { type: 'restored', state: { ...initialState, identifier: other } },
    { type: 'identifierEdited' },
    checked(failed('sentAt' in state ? 'incomplete_code' : 'invalid_identifier')),
    { type: 'reset' },
  ];
}

/** Where each event leads; what is not here leads nowhere. */
const table: Record<LoginStatus, Partial<Record<LoginEvent['type'], LoginStatus>>> = {
  enteringIdentifier: {
    identifierSubmitted: 'sendingCode',
    inputChecked: 'enteringIdentifier',
    otherTabSignedIn: 'signedInElsewhere',
    restored: 'enteringIdentifier',
  },
  sendingCode: {
    codeSent: 'enteringCode',
    linkSent: 'awaitingLink',
    sendFailed: 'enteringIdentifier',
  },
  enteringCode: {
    codeSubmitted: 'exchangingCode',
    resendRequested: 'resendingCode',
    identifierEdited: 'enteringIdentifier',
    inputChecked: 'enteringCode',
    otherTabSignedIn: 'signedInElsewhere',
  },
  resendingCode: { codeSent: 'enteringCode', linkSent: 'awaitingLink', sendFailed: 'enteringCode' },
  exchangingCode: {
    codeAccepted: 'authenticated',
    codeRejected: 'enteringCode',
    mfaRequired: 'mfaRequired',
    networkLost: 'waitingForNetwork',
  },
  waitingForNetwork: {
    identifierEdited: 'enteringIdentifier',
    inputChecked: 'enteringCode',
    networkRestored: 'exchangingCode',
    otherTabSignedIn: 'signedInElsewhere',
  },
  awaitingLink: {
    resendRequested: 'resendingCode',
    identifierEdited: 'enteringIdentifier',
    otherTabSignedIn: 'signedInElsewhere',
    signedInElsewhere: 'authenticated',
  },
  signedInElsewhere: { identifierEdited: 'enteringIdentifier', signedInElsewhere: 'authenticated' },
  mfaRequired: { mfaCompleted: 'authenticated', identifierEdited: 'enteringIdentifier' },
  authenticated: {},
};

describe('every status and every event', () => {
  it('are in this table', () => {
    expect(statuses).toEqual(Object.keys(table));
    expect(new Set(eventsFor(initialState).map(({ type }) => type)).size).toBe(18);
  });

  const pairs = statuses.flatMap((status) =>
    eventsFor(samples[status]).map((event) => ({ status, event, type: event.type })),
  );

  it.each(pairs.filter(({ status, type }) => type !== 'reset' && table[status][type]))(
    '$status leaves on $type',
    ({ status, event, type }) => {
      const state = transition(samples[status], event);
      expect(state).not.toBe(samples[status]);
      expect(state.status).toBe(table[status][type]);
    },
  );

  it.each(pairs.filter(({ status, type }) => type !== 'reset' && !table[status][type]))(
    '$status stays the same object on $type',
    ({ status, event }) => {
      expect(transition(samples[status], event)).toBe(samples[status]);
    },
  );

  it.each(statuses)('reset leaves %s and forgets everything', (status) => {
    expect(transition(samples[status], { type: 'reset' })).toBe(initialState);
  });

  it.each(
    pairs.filter(({ status, event }) => 'requestId' in samples[status] && 'requestId' in event),
  )('$status stays the same object on $type of another request', ({ status, event }) => {
    const late = { ...event, requestId: 77 };
    expect(transition(samples[status], late)).toBe(samples[status]);
  });

  it.each(pairs)('$status is not changed in place by $type', ({ status, event }) => {
    const frozen = Object.freeze({ ...samples[status] });
    expect(() => transition(frozen, event)).not.toThrow();
  });
});

describe('a send', () => {
  it('keeps identifier, way and request', () => {
    expect(
      after({ type: 'identifierSubmitted', identifier: other, send: 'code', requestId: 7, at: t0 }),
    ).toEqual({
      status: 'sendingCode',
      identifier: other,
      send: 'code',
      requestId: 7,
      sendLimit: null,
      error: null,
    });
  });

  it('that succeeds sets the deadlines from its answer on', () => {
    expect(after(submit(), codeSent(1, t0 + 5 * second))).toEqual({
      status: 'enteringCode',
      identifier,
      sentAt: t0 + 5 * second,
      expiresAt: t0 + 185 * second,
      resendAvailableAt: t0 + 35 * second,
      sendCount: 1,
      triesLeft: 3,
      rejectedCodes: [],
      sendLimit: null,
      error: null,
    });
  });

  it('that succeeds follows the policy', () => {
    const policy: LoginPolicy = {
      codeLength: 8,
      codeLifetimeSeconds: 600,
      maxTries: 5,
      resendDelaysSeconds: [10],
    };
    expect(transition(after(submit()), codeSent(), policy)).toMatchObject({
      expiresAt: t0 + 600 * second,
      resendAvailableAt: t0 + 10 * second,
      triesLeft: 5,
    });
  });

  it('that fails goes back with the identifier and the error', () => {
    const error = failed('delivery_failed');
    expect(after(submit(), sendFailed(error))).toEqual({
      status: 'enteringIdentifier',
      identifier,
      sendLimit: null,
      error,
    });
  });

  it('takes back the error of the one before', () => {
    const state = after(submit(), sendFailed(failed('network')), submit(2));
    expect(state).toMatchObject({ status: 'sendingCode', error: null });
  });

  it('that was aborted leaves no error', () => {
    expect(after(submit(), sendFailed(failed('aborted')))).toMatchObject({
      status: 'enteringIdentifier',
      identifier,
      error: null,
    });
  });

  it('of a link waits for it, and a resend sends a link', () => {
    const waiting = expectStatus(after(submitForLink, linkSent()), 'awaitingLink');
    expect(waiting).toMatchObject({ sendCount: 1, sentAt: t0 });
    const resending = transition(waiting, resend());
    expect(resending).toMatchObject({ status: 'resendingCode', send: 'link' });
    expect(transition(resending, linkSent(2))).toMatchObject({
      status: 'awaitingLink',
      sendCount: 2,
    });
    expect(transition(resending, sendFailed(failed('network'), 2))).toMatchObject({
      status: 'awaitingLink',
      sendCount: 1,
      error: { code: 'network' },
    });
  });
});

describe('a resend', () => {
  it('gives a code of its own: tries, deadlines and rejected codes begin anew', () => {
    const before = enteringCode(...tried('111111', 2));
    const state = [resend(3), codeSent(3, t0 + 40 * second)].reduce(
      (current: LoginState, event) => transition(current, event),
      before,
    );
    expect(state).toMatchObject({
      status: 'enteringCode',
      sentAt: t0 + 40 * second,
      expiresAt: t0 + 220 * second,
      sendCount: 2,
      triesLeft: 3,
      rejectedCodes: [],
      error: null,
    });
  });

  it('is allowed 30, 60, 120 and again 120 seconds after the message before', () => {
    let state: LoginState = after(submit(), codeSent());
    const delays = [2, 3, 4, 5].map((requestId) => {
      const { sentAt, resendAvailableAt } = expectStatus(state, 'enteringCode');
      expect(transition(state, resend(requestId, resendAvailableAt - 1))).toBe(state);
      state = transition(state, resend(requestId, resendAvailableAt));
      state = transition(state, codeSent(requestId, resendAvailableAt));
      return (resendAvailableAt - sentAt) / second;
    });
    expect(delays).toEqual([30, 60, 120, 120]);
  });

  it.each<PasswordlessErrorCode>(['network', 'timeout', 'provider_down', 'rate_limited'])(
    'that fails with %s moves no deadline and costs no try',
    (code) => {
      const before = enteringCode(...tried('111111', 2));
      const state = transition(
        transition(before, resend(3)),
        sendFailed(failed(code), 3, t0 + 99 * second),
      );
      expect(state).toEqual({
        ...before,
        sendLimit: code === 'rate_limited' ? { until: t0 + 159 * second, count: 1 } : null,
        error: expect.objectContaining({ code }),
      });
    },
  );

  it('that was aborted leaves no error', () => {
    const before = enteringCode();
    const state = transition(transition(before, resend()), sendFailed(failed('aborted'), 2));
    expect(state).toEqual(before);
  });
});

describe('canResend', () => {
  const delivery = (changes: Partial<Delivery> & { error?: PasswordlessError } = {}) => ({
    ...enteringCode(),
    ...changes,
  });

  it('is true from resendAvailableAt on', () => {
    expect(canResend(delivery(), t0 + 30 * second - 1)).toBe(false);
    expect(canResend(delivery(), t0 + 30 * second)).toBe(true);
  });

  it('is true as soon as the code has expired', () => {
    const state = delivery({ expiresAt: t0 + 10 * second });
    expect(canResend(state, t0 + 10 * second - 1)).toBe(false);
    expect(canResend(state, t0 + 10 * second)).toBe(true);
  });

  it('is true as soon as Auth0 calls the code expired', () => {
    expect(canResend(delivery({ error: failed('expired_code') }), t0)).toBe(true);
  });

  it('is true as soon as the tries are used up, and stays so when the resend fails', () => {
    const locked = enteringCode(...tried('1', 2), ...tried('2', 3), ...tried('3', 4));
    expect(canResend(locked, t0 + second)).toBe(true);
    const retried = [resend(5, t0 + second), sendFailed(failed('network'), 5)].reduce(
      (state: LoginState, event) => transition(state, event),
      locked,
    );
    expect(retried).toMatchObject({ triesLeft: 0, error: { code: 'network' } });
    expect(canResend(expectStatus(retried, 'enteringCode'), t0 + second)).toBe(true);
  });

  it.each<PasswordlessErrorCode>(['wrong_code', 'network', 'incomplete_code'])(
    'waits after %s',
    (code) => {
      expect(canResend(delivery({ error: failed(code) }), t0)).toBe(false);
    },
  );

  it('is false as long as Auth0 said so, whatever became of the code', () => {
    const sendLimit = { until: t0 + 900 * second, count: 1 };
    const state = delivery({ sendLimit, triesLeft: 0, error: failed('expired_code') });
    expect(canResend(state, t0 + 900 * second - 1)).toBe(false);
    expect(canResend(state, t0 + 900 * second)).toBe(true);
  });
});

describe('rate_limited', () => {
  it('keeps the next send until Auth0 allows it, without a request', () => {
    const retryAt = t0 + 45 * second;
    const limited = after(submit(), sendFailed(failed('rate_limited', retryAt)));
    const early = transition(limited, {
      ...submit(2, retryAt - 1),
      identifier: other,
    } as LoginEvent);
    expect(early).toMatchObject({
      status: 'enteringIdentifier',
      identifier: other,
      error: { code: 'rate_limited', retryAt },
    });
    expect(transition(early, submit(3, retryAt)).status).toBe('sendingCode');
  });

  it('without an instant waits a minute, twice as long each time, ten minutes at the most', () => {
    let state: LoginState = initialState;
    let at = t0;
    const waits = [1, 2, 3, 4, 5, 6].map((requestId) => {
      state = transition(state, submit(requestId, at));
      state = transition(state, sendFailed(failed('rate_limited'), requestId, at));
      const { sendLimit } = expectStatus(state, 'enteringIdentifier');
      const wait = ((sendLimit?.until ?? 0) - at) / second;
      at = sendLimit?.until ?? 0;
      return wait;
    });
    expect(waits).toEqual([60, 120, 240, 480, 600, 600]);
  });

  it('counts on over the steps, and is over with the next message', () => {
    const limited = transition(
      transition(enteringCode(), resend()),
      sendFailed(failed('rate_limited'), 2, t0),
    );
    expect(limited).toMatchObject({ sendLimit: { until: t0 + 60 * second, count: 1 } });
    const edited = transition(limited, { type: 'identifierEdited' });
    expect(edited).toMatchObject({ sendLimit: { count: 1 } });
    const sending = transition(edited, submit(3, t0 + 60 * second));
    expect(
      transition(sending, sendFailed(failed('rate_limited'), 3, t0 + 60 * second)),
    ).toMatchObject({ sendLimit: { until: t0 + 180 * second, count: 2 } });
    expect(transition(sending, codeSent(3))).toMatchObject({ sendLimit: null });
  });

  it('is kept by another failure', () => {
    const state = after(
      submit(),
      sendFailed(failed('rate_limited'), 1, t0),
      submit(2, t0 + 60 * second),
      sendFailed(failed('network'), 2, t0 + 61 * second),
    );
    expect(state).toMatchObject({ sendLimit: { until: t0 + 60 * second, count: 1 } });
  });

  it('leaves the code usable that is out already', () => {
    const limited = transition(
      transition(enteringCode(), resend()),
      sendFailed(failed('rate_limited'), 2, t0 + 31 * second),
    );
    expect(transition(limited, typed('123456', 3, t0 + 40 * second)).status).toBe('exchangingCode');
  });
});

describe('a code', () => {
  it('stands in the state only while it is checked', () => {
    const exchanging = after(submit(), codeSent(), typed('123456'));
    expect(exchanging).toMatchObject({ code: '123456', requestId: 2, error: null });
    expect(transition(exchanging, rejected(failed('network')))).not.toHaveProperty('code');
  });

  it('that is right ends the login, with its tokens or with none', () => {
    const accepted = (given: TokenSet | null): LoginEvent[] => [
      typed('123456'),
      { type: 'codeAccepted', tokens: given, requestId: 2 },
    ];
    const end = { status: 'authenticated', identifier, error: null };
    expect(after(submit(), codeSent(), ...accepted(tokens))).toEqual({ ...end, tokens });
    expect(after(submit(), codeSent(), ...accepted(null))).toEqual({ ...end, tokens: null });
  });

  it('that is wrong costs a try and is remembered; deadlines stay', () => {
    const error = failed('wrong_code');
    expect(enteringCode(typed('123456'), rejected(error))).toEqual({
      ...enteringCode(),
      triesLeft: 2,
      rejectedCodes: ['123456'],
      error,
    });
  });

  it('that was wrong is not sent again for this message', () => {
    const twice = enteringCode(...tried('111111', 2), ...tried('222222', 3));
    const state = transition(twice, typed('111111', 4));
    expect(state).toMatchObject({
      status: 'enteringCode',
      triesLeft: 1,
      error: { code: 'repeated_code' },
    });
    const next = transition(state, typed('333333', 5));
    expect(next).toMatchObject({ status: 'exchangingCode', code: '333333', error: null });
  });

  it('that was wrong may be right for the next message', () => {
    const state = [resend(3), codeSent(3), typed('111111', 4)].reduce(
      (current: LoginState, event) => transition(current, event),
      enteringCode(...tried('111111', 2)) as LoginState,
    );
    expect(state.status).toBe('exchangingCode');
  });

  it('wrong for the third time locks the message, before Auth0 says so', () => {
    const third = failed('wrong_code');
    const locked = enteringCode(
      ...tried('111111', 2),
      ...tried('222222', 3),
      typed('333333', 4),
      rejected(third, 4),
    );
    expect(locked).toMatchObject({
      triesLeft: 0,
      error: { code: 'too_many_attempts', cause: third },
    });
    expect(transition(locked, typed('444444', 5))).toBe(locked);
  });

  it('that Auth0 has locked is locked here', () => {
    const state = enteringCode(...tried('111111', 2, 'too_many_attempts'));
    expect(state).toMatchObject({ triesLeft: 0, error: { code: 'too_many_attempts' } });
  });

  it('that has expired is not sent', () => {
    const state = enteringCode(typed('123456', 2, t0 + 180 * second));
    expect(state).toMatchObject({ triesLeft: 3, error: { code: 'expired_code' } });
    expect(after(submit(), codeSent(), typed('123456', 2, t0 + 180 * second - 1)).status).toBe(
      'exchangingCode',
    );
  });

  it.each<PasswordlessErrorCode>([
    'network',
    'offline',
    'timeout',
    'provider_down',
    'unexpected_response',
    'rate_limited',
    'misconfigured',
    'expired_code',
  ])('that met %s costs no try, moves no deadline and may be sent again', (code) => {
    const state = enteringCode(...tried('123456', 2, code));
    expect(state).toEqual({ ...enteringCode(), error: expect.objectContaining({ code }) });
    expect(transition(state, typed('123456', 3)).status).toBe('exchangingCode');
  });

  it('whose check was aborted leaves no error', () => {
    expect(enteringCode(...tried('123456', 2, 'aborted'))).toEqual(enteringCode());
  });

  it('accepted after a reset is dropped', () => {
    const accepted: LoginEvent = { type: 'codeAccepted', tokens, requestId: 2 };
    expect(after(submit(), codeSent(), typed('123456'), { type: 'reset' }, accepted)).toBe(
      initialState,
    );
  });

  it('accepted after another was sent is dropped', () => {
    const exchanging = after(submit(), codeSent(), ...tried('1', 2, 'aborted'), typed('2', 3));
    expect(transition(exchanging, { type: 'codeAccepted', tokens, requestId: 2 })).toBe(exchanging);
  });
});

describe('a code without a network', () => {
  const waiting = expectStatus(samples.waitingForNetwork, 'waitingForNetwork');

  it('is kept, with its message and the error', () => {
    expect(waiting).toMatchObject({ code: '123456', triesLeft: 3, error: { code: 'offline' } });
    expect(waiting).not.toHaveProperty('requestId');
  });

  it('is sent again when the network is back', () => {
    expect(transition(waiting, back())).toMatchObject({
      status: 'exchangingCode',
      code: '123456',
      requestId: 3,
      error: null,
    });
  });

  it('is sent again by itself only once', () => {
    const again = transition(transition(waiting, back()), lost(3));
    expect(again).toMatchObject({ status: 'enteringCode', error: { code: 'offline' } });
    expect(again).not.toHaveProperty('code');
    expect(again).not.toHaveProperty('isResumed');
    expect(transition(again, back(4))).toBe(again);
  });

  it('that has expired meanwhile is not sent', () => {
    expect(transition(waiting, back(3, t0 + 180 * second))).toMatchObject({
      status: 'enteringCode',
      error: { code: 'expired_code' },
    });
  });

  it('is forgotten when the person corrects it', () => {
    const corrected = transition(waiting, checked(null));
    expect(corrected).toMatchObject({ status: 'enteringCode', error: null });
    expect(corrected).not.toHaveProperty('code');
  });
});

describe('inputChecked', () => {
  const [ofIdentifier, ofCode] = [failed('invalid_identifier'), failed('incomplete_code')];

  it('says what is wrong with the text of its step', () => {
    expect(transition(initialState, checked(ofIdentifier)).error).toBe(ofIdentifier);
    expect(enteringCode(checked(ofCode)).error).toBe(ofCode);
  });

  it('says nothing of another step', () => {
    expect(transition(initialState, checked(ofCode))).toBe(initialState);
    expect(enteringCode(checked(ofIdentifier)).error).toBeNull();
  });

  it.each<PasswordlessErrorCode>(['incomplete_code', 'wrong_code', 'repeated_code'])(
    'takes %s back when the text changes',
    (code) => {
      const state = { ...enteringCode(), error: failed(code) };
      expect(transition(state, checked(null))).toEqual({ ...state, error: null });
    },
  );

  it.each<PasswordlessErrorCode>([
    'expired_code',
    'too_many_attempts',
    'network',
    'rate_limited',
    'blocked',
  ])('leaves %s standing when the text changes', (code) => {
    const state = { ...enteringCode(), error: failed(code) };
    expect(transition(state, checked(null))).toBe(state);
  });

  it.each<PasswordlessErrorCode>(['expired_code', 'too_many_attempts'])(
    'puts nothing in the place of %s',
    (code) => {
      const state = { ...enteringCode(), error: failed(code) };
      expect(transition(state, checked(ofCode))).toBe(state);
    },
  );

  it('changes nothing when there is nothing to take back', () => {
    const state = enteringCode();
    expect(transition(state, checked(null))).toBe(state);
    expect(transition(initialState, checked(null))).toBe(initialState);
  });
});

describe('identifierEdited', () => {
  it('keeps the identifier and forgets the message', () => {
    const state = after(submit(), codeSent(), ...tried('111111', 2), { type: 'identifierEdited' });
    expect(state).toEqual({
      status: 'enteringIdentifier',
      identifier,
      sendLimit: null,
      error: null,
    });
  });
});

describe('mfa', () => {
  it.each([[mfa], [null]])('is handed on as %j', (given) => {
    const exchanging = after(submit(), codeSent(), typed('123456'));
    expect(transition(exchanging, { type: 'mfaRequired', mfa: given, requestId: 2 })).toEqual({
      status: 'mfaRequired',
      identifier,
      mfa: given,
      error: null,
    });
  });

  it('that is completed ends the login', () => {
    expect(transition(samples.mfaRequired, { type: 'mfaCompleted', tokens })).toEqual({
      status: 'authenticated',
      identifier,
      tokens,
      error: null,
    });
  });
});

describe('random events', () => {
  const code = fc.constantFrom('111111', '222222', '333333', '444444');
  const error = fc
    .constantFrom<PasswordlessErrorCode>(
      'wrong_code',
      'expired_code',
      'too_many_attempts',
      'rate_limited',
      'network',
      'aborted',
      'incomplete_code',
    )
    .map((name) => failed(name));
  const type = <T extends string>(name: T) => fc.constant(name);
  const send = fc.constantFrom('code' as const, 'link' as const);
  /** Which request an answer is of, counted back from the newest. */
  const requestId = fc.constantFrom(0, 0, 0, 1);
  const at = fc.integer({ min: 0, max: 60 * second });
  const steps = fc.array(
    fc.oneof(
      fc.record({
        type: type('identifierSubmitted'),
        identifier: fc.constant(identifier),
        send,
        requestId,
        at,
      }),
      fc.record({ type: type('codeSent'), requestId, at }),
      fc.record({ type: type('linkSent'), requestId, at }),
      fc.record({ type: type('sendFailed'), error, requestId, at }),
      fc.record({ type: type('resendRequested'), requestId, at }),
      fc.record({ type: type('codeSubmitted'), code, requestId, at }),
      fc.record({ type: type('codeAccepted'), tokens: fc.constant(tokens), requestId }),
      fc.record({ type: type('codeRejected'), error, requestId }),
      fc.record({ type: type('mfaRequired'), mfa: fc.constant(mfa), requestId }),
      fc.record({ type: type('mfaCompleted'), tokens: fc.constant(tokens) }),
      fc.record({ type: type('networkLost'), error: fc.constant(failed('offline')), requestId }),
      fc.record({ type: type('networkRestored'), requestId, at }),
      fc.record({ type: type('otherTabSignedIn') }),
      fc.record({ type: type('signedInElsewhere'), tokens: fc.constant(tokens) }),
      fc.record({ type: type('identifierEdited') }),
      fc.record({ type: type('inputChecked'), error: fc.option(error) }),
      fc.record({ type: type('reset') }),
    ),
    { maxLength: 60, size: 'max' },
  );

  /** Any status, the late ones too: by chance alone, hardly a walk would come there. */
  const start = fc.constantFrom(initialState, ...Object.values(samples));

  /** Turns a step into an event: requests get new ids, the clock only goes on. */
  function* walk(
    first: LoginState,
    events: readonly LoginEvent[],
    seen: (status: LoginStatus) => void,
  ) {
    // Later than anything in the samples.
    let [state, newest, now] = [first, 3, t0 + 60 * second];
    for (const step of events) {
      const event = { ...step };
      if ('at' in event) event.at = now += event.at;
      if (/Submitted|Requested|Restored/.test(event.type)) newest += 1;
      if ('requestId' in event) {
        const isNew = /Submitted|Requested|Restored/.test(event.type);
        const current = 'requestId' in state ? state.requestId : newest;
        event.requestId = isNew ? newest : current - event.requestId;
      }
      const next = transition(state, event);
      yield { state, event, next };
      seen(next.status);
      state = next;
    }
  }

  it('keep every promise of the machine', () => {
    const seen = new Set<LoginStatus>();
    const deadlines = (state: LoginState) =>
      'sentAt' in state ? [state.sentAt, state.expiresAt, state.resendAvailableAt] : [];
    fc.assert(
      fc.property(start, steps, (first, events) => {
        for (const { state, event, next } of walk(first, events, (status) => seen.add(status))) {
          const isAnswer =
            'requestId' in state && 'requestId' in event && state.requestId === event.requestId;
          const isSent = isAnswer && 'send' in state && event.type.endsWith('Sent');
          const mayEnd =
            (event.type === 'codeAccepted' && isAnswer && state.status === 'exchangingCode') ||
            (event.type === 'mfaCompleted' && state.status === 'mfaRequired') ||
            (event.type === 'signedInElsewhere' &&
              ['awaitingLink', 'signedInElsewhere'].includes(state.status));
          const [before, now] = [state, next].map((any) =>
            'sendCount' in any ? any.sendCount : 0,
          );

          expect(next.status === 'authenticated').toBe(
            state.status === 'authenticated' ? event.type !== 'reset' : mayEnd,
          );
          expect('tokens' in next).toBe(next.status === 'authenticated');
          expect('code' in next).toBe(/^(exchanging|waiting)/.test(next.status));
          expect('isResumed' in next && 'isResumed' in state).toBe(
            next === state && 'isResumed' in state,
          );
          expect([0, isSent ? Number(before) + 1 : before]).toContain(now);
          expect(isSent || !now ? [] : deadlines(next)).toEqual(
            isSent || !now ? [] : deadlines(state),
          );
          expect('code' in next && next.rejectedCodes.includes(next.code)).toBe(false);
          expect('triesLeft' in next ? next.triesLeft : 0).toBeGreaterThanOrEqual(0);
          expect(next.error?.code).not.toBe('aborted');
        }
      }),
      { numRuns: 500 },
    );
    expect([...seen].sort()).toEqual([...statuses].sort());
  });
});

it('the default policy is that of a new connection', () => {
  expect(defaultPolicy).toEqual({
    codeLength: 6,
    codeLifetimeSeconds: 180,
    maxTries: 3,
    resendDelaysSeconds: [30, 60, 120],
  });
});

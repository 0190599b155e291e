import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LoginEvent } from './loginEvent.ts';
import { transition } from './loginMachine.ts';
import { initialState, type LoginState } from './loginState.ts';
import { PasswordlessError } from './passwordlessError.ts';
import { readLoginRecord, writeLoginRecord } from './record.ts';

const t0 = 1_000_000_000_000;
const second = 1000;
const day = 86_400_000;
const identifier = { connection: 'email', email: 'ana@example.com' } as const;
const phone = { connection: 'sms', phoneNumber: '+14155550100' } as const;

const after = (...events: readonly LoginEvent[]): LoginState =>
  events.reduce<LoginState>((state, event) => transition(state, event), initialState);
const submitted = (send: 'code' | 'link' = 'code'): LoginEvent => ({
  type: 'identifierSubmitted',
  identifier,
  send,
  requestId: 1,
  at: t0,
});
const codeSent: LoginEvent = { type: 'codeSent', requestId: 1, at: t0 };
const typed = (code: string): LoginEvent => ({
  type: 'codeSubmitted',
  code,
  requestId: 2,
  at: t0 + second,
});
const refused: LoginEvent = {
  type: 'codeRejected',
  error: new PasswordlessError('wrong_code'),
  requestId: 2,
};
const limited: LoginEvent = {
  type: 'sendFailed',
  error: new PasswordlessError('rate_limited', { retryAt: t0 + 90 * second }),
  requestId: 1,
  at: t0,
};

const atCode = after(submitted(), codeSent);
const record = writeLoginRecord(atCode) ?? '';
/** A good record with other fields. */
const changed = (fields: Record<string, unknown>) =>
  JSON.stringify({ ...JSON.parse(record), ...fields });
const prefilled = { ...initialState, identifier };

describe('a record', () => {
  it('brings the code step back, with its deadlines and tries', () => {
    const state = after(submitted(), codeSent, typed('111111'), refused);
    expect(readLoginRecord(writeLoginRecord(state), t0 + 10 * second)).toEqual({
      status: 'enteringCode',
      identifier,
      sentAt: t0,
      expiresAt: t0 + 180 * second,
      resendAvailableAt: t0 + 30 * second,
      sendCount: 1,
      triesLeft: 2,
      rejectedCodes: [],
      sendLimit: null,
      isRestored: true,
      error: null,
    });
  });

  it('of a phone number brings back the number', () => {
    const state = after({ ...submitted(), identifier: phone } as LoginEvent, codeSent);
    expect(readLoginRecord(writeLoginRecord(state), t0)).toMatchObject({ identifier: phone });
  });

  it('of a link waits for the link', () => {
    const sent: LoginEvent = { type: 'linkSent', requestId: 1, at: t0 };
    const resend: LoginEvent = { type: 'resendRequested', requestId: 2, at: t0 + 31 * second };
    for (const state of [after(submitted('link'), sent), after(submitted('link'), sent, resend)])
      expect(readLoginRecord(writeLoginRecord(state), t0)?.status).toBe('awaitingLink');
  });

  it('of a request in flight brings back the step that it started from', () => {
    const state = after(submitted(), codeSent, typed('111111'));
    expect(state.status).toBe('exchangingCode');
    expect(readLoginRecord(writeLoginRecord(state), t0)?.status).toBe('enteringCode');
  });

  it('without tries left says so', () => {
    expect(readLoginRecord(changed({ triesLeft: 0 }), t0)).toMatchObject({
      status: 'enteringCode',
      error: { code: 'too_many_attempts' },
    });
  });

  it('of an expired code gives the identifier and says so', () => {
    expect(readLoginRecord(record, t0 + 180 * second)).toMatchObject({
      ...prefilled,
      error: { code: 'expired_code' },
    });
  });

  it('of an expired link gives the identifier', () => {
    expect(readLoginRecord(changed({ send: 'link' }), t0 + 180 * second)).toEqual(prefilled);
  });

  it('lives for a day after its code', () => {
    expect(readLoginRecord(record, t0 + 180 * second + day - 1)).not.toBeNull();
    expect(readLoginRecord(record, t0 + 180 * second + day)).toBeNull();
  });

  it('keeps until when Auth0 takes no more requests', () => {
    const text = writeLoginRecord(after(submitted(), limited));
    expect(readLoginRecord(text, t0 + second)).toEqual({
      ...prefilled,
      sendLimit: { until: t0 + 90 * second, count: 1 },
    });
    expect(readLoginRecord(text, t0 + 91 * second)).toEqual(prefilled);
  });

  it.each([
    ['nothing typed', initialState],
    ['an identifier alone', after(submitted())],
    ['a login that is over', after(submitted(), codeSent, { type: 'otherTabSignedIn' })],
  ])('is not written for %s', (_, state) => {
    expect(writeLoginRecord(state)).toBeNull();
  });

  it('holds no code, neither a refused one nor one on its way', () => {
    const text = writeLoginRecord(
      after(submitted(), codeSent, typed('918273'), refused, typed('646464')),
    );
    expect(text).toContain('ana@example.com');
    expect(text).not.toMatch(/918273|646464|rejected/);
  });
});

describe('what is no record', () => {
  it.each([null, '', 'null', '[]', '42', '{', '"text"', '{"version":1}', '{"identifier":7}'])(
    '%j gives nothing',
    (text) => {
      expect(readLoginRecord(text, t0)).toBeNull();
    },
  );

  it.each<Record<string, unknown>>([
    { version: 2 },
    { version: undefined },
    { sentAt: t0 + 1 },
    { sentAt: '1' },
    { sentAt: null },
    { expiresAt: t0 + 2 * day },
    { expiresAt: t0 - 1 },
    { resendAvailableAt: 9e15 },
    { sendCount: 0 },
    { sendCount: {} },
    { triesLeft: -1 },
    { triesLeft: 'many' },
  ])('with %j gives a clean first step with the identifier', (fields) => {
    expect(readLoginRecord(changed(fields), t0)).toEqual(prefilled);
  });

  it.each<unknown>([{ until: 9e15, count: 1 }, { until: t0 }, 'soon', 7, []])(
    'with the limit %j has none',
    (sendLimit) => {
      expect(readLoginRecord(changed({ sendLimit }), t0)?.sendLimit).toBeNull();
    },
  );

  it('never throws and never gives a deadline further away than a day, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json(), fc.object().map(changed)),
        fc.integer({ min: 0 }),
        (text, now) => {
          const state = readLoginRecord(text, now);
          const deadlines =
            state && 'sentAt' in state ? [state.expiresAt, state.resendAvailableAt] : [];
          expect(Math.max(now, ...deadlines)).toBeLessThanOrEqual(now + day);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

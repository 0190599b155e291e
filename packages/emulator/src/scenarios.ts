import type { Auth0Error } from './auth0Error.ts';
import {
  blockedUser,
  expiredCode,
  mfaRequired as mfaRequiredError,
  signupDisabled as signupDisabledError,
  smsNotSent,
  tooManyTries as tooManyTriesError,
  wrongCode as wrongCodeErrors,
} from './auth0Errors.ts';
import { documentedErrors } from './documentedErrors.ts';
import type { FaultRule } from './faults.ts';
import { emailNotSent, wrongCaptcha } from './guessedErrors.ts';
import type { Connection } from './identifier.ts';
import { smsFailures } from './smsFailures.ts';

/** The two calls of a login: the start sends a code, the exchange checks it. */
export type LoginCall = 'start' | 'exchange';

/** Something that happens to the next calls of a login, and the answer Auth0 gives then. */
export interface Scenario {
  /** What a failing `assertAllPlayed` calls it, such as `wrongCode(3)`. */
  readonly name: string;
  readonly rule: FaultRule;
}

/** How many calls it happens to: a number, or in words. Defaults to `1`. */
export type Times = number | { readonly times?: number };

const paths = { start: '/passwordless/start', exchange: '/oauth/token' } as const;
const countOf = (times: Times) => (typeof times === 'number' ? times : (times.times ?? 1));

function refusal(
  name: string,
  at: LoginCall,
  { status, error, description, extra }: Auth0Error,
  more: Pick<FaultRule, 'times' | 'headers'> = {},
): Scenario {
  const body = { error, error_description: description, ...extra };
  return { name, rule: { path: paths[at], status, body, ...more } };
}

/**
 * The code is refused as a wrong one, whatever it is. It stays valid, and none of its three tries is used up.
 *
 * @param options.connection - Auth0's sentence differs. Defaults to `email`.
 */
export function wrongCode(
  times: number | { readonly times?: number; readonly connection?: Connection } = 1,
): Scenario {
  const count = countOf(times);
  const connection = typeof times === 'number' ? undefined : times.connection;
  return refusal(`wrongCode(${count})`, 'exchange', wrongCodeErrors[connection ?? 'email'], {
    times: count,
  });
}

/** The code is refused as expired. */
export const codeExpired = (times: Times = 1): Scenario =>
  refusal('codeExpired()', 'exchange', expiredCode, { times: countOf(times) });

/** The code is refused because of too many wrong ones before it. */
export const tooManyTries = (times: Times = 1): Scenario =>
  refusal('tooManyTries()', 'exchange', tooManyTriesError, { times: countOf(times) });

/**
 * Too many requests. Auth0 documents `Retry-After` for tenants with a rate limit policy of their own.
 *
 * @param retryAfterSeconds - Goes into `Retry-After`.
 * @param options.at - The call it happens to. Defaults to `start`.
 */
export const rateLimited = (
  retryAfterSeconds: number,
  { at = 'start', times = 1 }: { at?: LoginCall; times?: number } = {},
): Scenario =>
  refusal(`rateLimited(${retryAfterSeconds})`, at, documentedErrors.customRateLimit, {
    times,
    headers: { 'retry-after': String(retryAfterSeconds), 'x-ratelimit-remaining': '0' },
  });

/** The SMS provider does not answer: no message goes out. */
export const smsProviderDown = (times: Times = 1): Scenario =>
  refusal('smsProviderDown()', 'start', smsNotSent(smsFailures.gatewayAnswer()), {
    times: countOf(times),
  });

/** The e-mail provider does not answer: no message goes out. The body is a guess: Auth0 documents none. */
export const mailProviderDown = (times: Times = 1): Scenario =>
  refusal('mailProviderDown()', 'start', emailNotSent, { times: countOf(times) });

/**
 * The code is right, and a second factor is asked for. The token leads nowhere: to go on with the second factor,
 * use `emulator.setUser(identifier, { mfa: true })` instead.
 */
export const mfaRequired = (times: Times = 1): Scenario =>
  refusal(
    'mfaRequired()',
    'exchange',
    mfaRequiredError('Fe26.2**scenario', { challenge: [{ type: 'otp' }] }),
    { times: countOf(times) },
  );

/** The code is right, and an administrator has blocked the user. */
export const blocked = (times: Times = 1): Scenario =>
  refusal('blocked()', 'exchange', blockedUser, { times: countOf(times) });

/** Auth0's brute-force protection has closed the account: answered to everybody who tries it. */
export const accountUnderAttack = (times: Times = 1): Scenario =>
  refusal('accountUnderAttack()', 'exchange', documentedErrors.accountUnderAttack, {
    times: countOf(times),
  });

/** Nobody new is let in: the address is unknown. */
export const signupDisabled = (times: Times = 1): Scenario =>
  refusal('signupDisabled()', 'start', signupDisabledError, { times: countOf(times) });

/** The captcha is missing or wrong. The body is a guess: Auth0 documents none. */
export const captchaRequired = (times: Times = 1): Scenario =>
  refusal('captchaRequired()', 'start', wrongCaptcha, { times: countOf(times) });

/** Auth0 is down: 503. */
export const serverDown = ({ at = 'start', times = 1 }: { at?: LoginCall; times?: number } = {}) =>
  refusal('serverDown()', at, documentedErrors.temporarilyUnavailable, { times });

/** There is no network: `fetch` rejects with a `TypeError`, and nothing arrives. */
export const offline = ({
  at = 'start',
  times = 1,
}: { at?: LoginCall; times?: number } = {}): Scenario => ({
  name: 'offline()',
  rule: { path: paths[at], network: true, times },
});

/** The real answer comes late, by that much real time. */
export const latency = (
  milliseconds: number,
  { at = 'start', times = 1 }: { at?: LoginCall; times?: number } = {},
): Scenario => ({
  name: `latency(${milliseconds})`,
  rule: { path: paths[at], delayMs: milliseconds, times },
});

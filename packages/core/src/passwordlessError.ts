/**
 * Everything that can go wrong in a login, as a closed list to branch on.
 *
 * | code | what happened |
 * | --- | --- |
 * | `invalid_identifier` | the e-mail address or phone number is not one, or Auth0 refused its format |
 * | `incomplete_code` | the typed text has fewer digits than the code; nothing was sent |
 * | `ambiguous_code` | the text holds no code of the right length, or more than one; nothing was sent |
 * | `repeated_code` | this code was already refused for this message; nothing was sent |
 * | `wrong_code` | Auth0 does not accept the code |
 * | `expired_code` | the code is older than its lifetime |
 * | `too_many_attempts` | the code has used up its tries; only a new code helps |
 * | `rate_limited` | Auth0 takes no more requests for now; see `retryAt` |
 * | `blocked` | the account or the IP address is blocked |
 * | `signup_disabled` | the connection does not accept new people |
 * | `captcha_required` | Auth0 wants a captcha, or did not accept the one sent |
 * | `delivery_failed` | the e-mail or SMS provider refused the message |
 * | `mfa_required` | the code was right and a second factor is needed; see `mfa` |
 * | `access_denied` | a rule of the tenant refused the login |
 * | `misconfigured` | a setting is wrong; see `setupHint` |
 * | `offline` | the browser has no network |
 * | `network` | no answer arrived; also what a refused origin (CORS) looks like |
 * | `timeout` | no answer arrived in time |
 * | `aborted` | the caller's signal ended the request |
 * | `provider_down` | Auth0 answered that it cannot serve right now (5xx) |
 * | `unexpected_response` | an answer that Auth0 does not give, such as a proxy's HTML page |
 */
export type PasswordlessErrorCode = (typeof passwordlessErrorCodes)[number];

export const passwordlessErrorCodes = [
  'invalid_identifier',
  'incomplete_code',
  'ambiguous_code',
  'repeated_code',
  'wrong_code',
  'expired_code',
  'too_many_attempts',
  'rate_limited',
  'blocked',
  'signup_disabled',
  'captcha_required',
  'delivery_failed',
  'mfa_required',
  'access_denied',
  'misconfigured',
  'offline',
  'network',
  'timeout',
  'aborted',
  'provider_down',
  'unexpected_response',
] as const;

/** What a developer has to change, when the code is `misconfigured`. */
export interface SetupHint {
  /** Why Auth0 refused, such as "The application has no Passwordless OTP grant." */
  readonly cause: string;
  /** Where the setting is, such as "Applications > (yours) > Advanced Settings > Grant Types". */
  readonly setting: string;
  /** What to do there. */
  readonly fix: string;
}

/** What the MFA API needs to go on after the right code. The token lives ten minutes. */
export interface MfaChallenge {
  readonly token: string;
  /** Factor types as Auth0 names them, such as `otp`, `phone` or `recovery-code`. */
  readonly factors: readonly string[];
}

export interface PasswordlessErrorOptions {
  /** What is known beyond the code: Auth0's own words, for developers. */
  readonly detail?: string | undefined;
  readonly status?: number | undefined;
  readonly retryAt?: number | undefined;
  readonly setupHint?: SetupHint | undefined;
  readonly mfa?: MfaChallenge | undefined;
  readonly cause?: unknown;
}

/** The fields of the form that an error can belong to. */
export type PasswordlessErrorField = 'identifier' | 'code' | 'captcha';

const fieldOf = (code: PasswordlessErrorCode): PasswordlessErrorField | undefined =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the pattern names the fields
  (code === 'too_many_attempts' ? 'code' : /identifier|code|captcha/.exec(code)?.[0]) as
    | PasswordlessErrorField
    | undefined;

/**
 * The one error of this library: every client rejects with it and every login state carries it.
 *
 * Branch on `code`. `message` is for developers and never shown to people; it holds no code, token or
 * client secret, and neither does anything that `JSON.stringify` or a logger sees of this object.
 */
export class PasswordlessError extends Error {
  override readonly name = 'PasswordlessError';
  declare readonly code: PasswordlessErrorCode;
  /** HTTP status of the answer, when there was one. */
  declare readonly status: number | undefined;
  /** Epoch milliseconds from which another try makes sense, when the server said so. */
  declare readonly retryAt: number | undefined;
  /** The form field the error belongs to; `undefined` when it belongs to none. */
  declare readonly field: PasswordlessErrorField | undefined;
  /**
   * Cause, setting and fix, when `code` is `misconfigured`. Left out of production builds; Auth0's own
   * words are in `message` in any build.
   */
  declare readonly setupHint: SetupHint | undefined;
  /**
   * How to go on; only when `code` is `mfa_required`. Not enumerable, because it holds a token and
   * errors end in logs.
   */
  declare readonly mfa: MfaChallenge | undefined;

  constructor(code: PasswordlessErrorCode, options: PasswordlessErrorOptions = {}) {
    const { setupHint, cause } = options;
    const hints: string[] = Object.values(setupHint ?? {});
    const words = [`Auth0 Passwordless: ${code}.`, ...hints, options.detail];
    super(words.filter(Boolean).join(' '), { cause });
    this.code = code;
    this.status = options.status;
    this.retryAt = options.retryAt;
    this.field = fieldOf(code);
    this.setupHint = setupHint;
    // Defined, not assigned: that makes it not enumerable.
    Object.defineProperty(this, 'mfa', { value: options.mfa });
  }
}

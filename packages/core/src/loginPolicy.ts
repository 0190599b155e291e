/** What the tenant's connection is set to, as far as a login form has to know. All have defaults. */
export interface LoginPolicy {
  /** Digits of a code: the connection's OTP length, 4 to 40. Defaults to `6`. */
  readonly codeLength: number;
  /** How long a code works: the connection's OTP expiry. Defaults to `180`. */
  readonly codeLifetimeSeconds: number;
  /** Wrong tries that a code survives. Auth0 fixes it at `3`. */
  readonly maxTries: number;
  /** Wait before the first, second … resend; the last one repeats. Defaults to `[30, 60, 120]`. */
  readonly resendDelaysSeconds: readonly [number, ...number[]];
}

/** The settings of a new Auth0 connection. */
export const defaultPolicy: LoginPolicy = {
  codeLength: 6,
  codeLifetimeSeconds: 180,
  maxTries: 3,
  resendDelaysSeconds: [30, 60, 120],
};

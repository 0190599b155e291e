import type { Clock } from './clock.ts';
import { randomDigits } from './random.ts';

/** Auth0 docs, Passwordless best practices: three tries, not configurable. */
const maxTries = 3;

/** What became of a try. `none`: there is no code, or it was used. */
export type CodeTry = 'accepted' | 'wrong' | 'none' | 'expired' | 'tooManyTries';

export interface Codes {
  /** Makes a code for an owner. The code it had before is dead from now on. */
  issue(owner: string): string;
  /** Looks at a code that a person typed. The right one is not used up, a wrong one counts. */
  check(owner: string, code: string): CodeTry;
  /** The same, and the right code is used up. */
  try(owner: string, code: string): CodeTry;
  reset(): void;
}

interface PendingCode {
  code: string;
  expiresAt: number;
  wrongTries: number;
}

/**
 * The one-time codes that are on their way: one an owner, which is a person, whichever application asked, or an `auth_session`.
 *
 * @param options.settings - Read at each issue: `codeLength` is in digits, `codeLifetimeSeconds` counts from `issue`.
 * @see {@link https://auth0.com/docs/authenticate/passwordless/authentication-methods/email-otp Auth0 docs: Email OTP}
 */
export function createCodes(options: {
  clock: Clock;
  settings: { readonly codeLength: number; readonly codeLifetimeSeconds: number };
}): Codes {
  const { clock, settings } = options;
  const pending = new Map<string, PendingCode>();

  const check: Codes['check'] = (owner, code) => {
    const sent = pending.get(owner);
    if (!sent) return 'none';
    if (sent.wrongTries >= maxTries) return 'tooManyTries';
    if (clock.now() >= sent.expiresAt) return 'expired';
    if (code === sent.code) return 'accepted';
    sent.wrongTries += 1;
    return 'wrong';
  };

  return {
    issue(owner) {
      const code = randomDigits(settings.codeLength);
      const expiresAt = clock.now() + settings.codeLifetimeSeconds * 1000;
      pending.set(owner, { code, expiresAt, wrongTries: 0 });
      return code;
    },
    check,
    try(owner, code) {
      const outcome = check(owner, code);
      if (outcome === 'accepted') pending.delete(owner);
      return outcome;
    },
    reset: () => pending.clear(),
  };
}

import type { Clock } from './clock.ts';
import type { Identifier } from './identifier.ts';
import { randomDigits } from './random.ts';

/** Auth0 docs, Passwordless best practices: three tries, not configurable. */
const maxTries = 3;

/** What became of a try. Only `accepted` uses the code up. */
type CodeTry = 'accepted' | 'wrong' | 'expired' | 'tooManyTries';

export interface Codes {
  /** Makes a code for a person. The code they had before is dead from now on. */
  issue(identifier: Identifier): string;
  /** Tries a code that a person typed. */
  try(identifier: Identifier, code: string): CodeTry;
  reset(): void;
}

interface PendingCode {
  code: string;
  expiresAt: number;
  wrongTries: number;
}

const keyOf = ({ connection, value }: Identifier) => `${connection}|${value}`;

/**
 * The one-time codes that are on their way: one a person, whichever application asked for it.
 *
 * @param options.length - Digits in a code.
 * @param options.lifetimeSeconds - Seconds until a code expires, counted from `issue`.
 * @see {@link https://auth0.com/docs/authenticate/passwordless/authentication-methods/email-otp Auth0 docs: Email OTP}
 */
export function createCodes(options: {
  clock: Clock;
  length: number;
  lifetimeSeconds: number;
}): Codes {
  const { clock, length, lifetimeSeconds } = options;
  const pending = new Map<string, PendingCode>();

  return {
    issue(identifier) {
      const code = randomDigits(length);
      const expiresAt = clock.now() + lifetimeSeconds * 1000;
      pending.set(keyOf(identifier), { code, expiresAt, wrongTries: 0 });
      return code;
    },

    try(identifier, code) {
      const sent = pending.get(keyOf(identifier));
      if (!sent) return 'wrong';
      if (sent.wrongTries >= maxTries) return 'tooManyTries';
      if (clock.now() >= sent.expiresAt) return 'expired';
      if (code !== sent.code) {
        sent.wrongTries += 1;
        return 'wrong';
      }
      pending.delete(keyOf(identifier));
      return 'accepted';
    },

    reset: () => pending.clear(),
  };
}

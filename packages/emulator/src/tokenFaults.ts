import {
  anObject,
  assertMembers,
  isWhole,
  trueOrFalse,
  type MemberCheck,
} from './assertMembers.ts';

/**
 * What is wrong with every token from now on, to see who notices. In each group a member replaces the right one, and `null`
 * leaves it out.
 *
 * @example
 * ```ts
 * emulator.setTenant({ tokenFaults: { idToken: { iss: 'https://evil.example/' } } });
 * emulator.setTenant({ tokenFaults: { header: { kid: null } } });
 * emulator.setTenant({ tokenFaults: {} });
 * ```
 */
export interface TokenFaults {
  /** Claims of ID tokens, such as `iss`, `aud`, `nonce`, `exp`, `at_hash`. */
  idToken?: Readonly<Record<string, unknown>>;
  /** Claims of access tokens for an API. */
  accessToken?: Readonly<Record<string, unknown>>;
  /** Parameters of the header of both: `kid`, `alg`, `typ`. The signature stays RS256. */
  header?: Readonly<Record<string, unknown>>;
  /** Signs with a key that `/.well-known/jwks.json` does not have; `kid` is that of the key that it has. */
  unpublishedKey?: boolean;
  /** Members of the success body of `/oauth/token`, such as `token_type`, `expires_in`, `id_token`. */
  answer?: Readonly<Record<string, unknown>>;
  /** The status of that success, such as `201`. */
  status?: number;
}

const checks: Record<keyof TokenFaults, MemberCheck> = {
  idToken: anObject,
  accessToken: anObject,
  header: anObject,
  unpublishedKey: trueOrFalse,
  answer: anObject,
  status: ['a whole number from 200 to 299', (v) => isWhole(v, 200, 299)],
};

const isFlawed = (value: unknown): boolean => {
  try {
    assertMembers<TokenFaults>(value, checks, (problem): never => {
      throw new TypeError(problem);
    });
    return false;
  } catch {
    return true;
  }
};

export const tokenFaultsCheck: MemberCheck = [
  `an object of ${Object.keys(checks).join(', ')}`,
  (value) => !isFlawed(value),
];

/** `right`, with the members of `wrong` in their place. */
export function withFaults(
  right: object,
  wrong: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const mixed = Object.entries({ ...right, ...wrong });
  return Object.fromEntries(mixed.filter(([, value]) => value !== null));
}

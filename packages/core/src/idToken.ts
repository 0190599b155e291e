import { PasswordlessError } from './passwordlessError.ts';
import { readIdToken } from './wire/session.ts';

/** What one login asked for, and its ID token must answer. */
export interface SignInExpectations {
  /** The value that was sent with the request, as a link or a redirect does; a code has none. */
  readonly nonce?: string | undefined;
  /** The organization that was asked for: its ID (`org_…`), or its name in any case. */
  readonly organization?: string | undefined;
  /** The longest time since the person proved who they are, when one was asked for. */
  readonly maxAgeSeconds?: number | undefined;
}

export interface IdTokenExpectations extends SignInExpectations {
  /** The address of the tenant, with its slash: `https://example.eu.auth0.com/`. */
  readonly issuer: string;
  readonly clientId: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Whom the session belongs to, when it is an older one that goes on. */
  readonly userId?: string | null | undefined;
}

/** Clocks of devices are not exact. */
const leewaySeconds = 60;

/**
 * Checks the claims of an ID token and says whom it is about.
 *
 * The signature is not checked. It would prove what TLS has proved already, that Auth0 wrote the token:
 * it came straight from the token endpoint (OpenID Connect Core §3.1.3.7, 6). A token that came any
 * other way, through the page's address for example, must not be given to this function.
 *
 * @throws {PasswordlessError} `unexpected_response`; the message names the first claim that is wrong.
 *
 * @see {@link https://auth0.com/docs/secure/tokens/id-tokens/validate-id-tokens Auth0: Validate ID tokens}
 * @see {@link https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation OpenID Connect Core §3.1.3.7}
 */
export function checkIdToken(idToken: string, expected: IdTokenExpectations): string {
  const { issuer, clientId, userId, nonce, organization, maxAgeSeconds } = expected;
  const claims = readIdToken(idToken);
  const { sub, aud, exp, nbf, authTime } = claims;
  const audiences: unknown[] = [aud].flat();
  const latest = expected.now / 1000 + leewaySeconds;
  const earliest = latest - 2 * leewaySeconds;
  const earliestLogin = earliest - (maxAgeSeconds ?? Infinity);
  const orgClaim = organization?.startsWith('org_') ? 'orgId' : 'orgName';
  const org = orgClaim === 'orgId' ? organization : organization?.toLowerCase();
  const is = (claim: string, value: unknown) => [claim, claims[claim] === value, value] as const;

  const rules: readonly (readonly [claim: string, holds: boolean, expected: unknown])[] = [
    is('alg', 'RS256'),
    is('iss', issuer),
    ['sub', typeof sub === 'string' && sub === (userId ?? (sub || null)), userId ?? 'a name'],
    ['aud', audiences.includes(clientId), clientId],
    ['azp', audiences.length < 2 || claims['azp'] === clientId, clientId],
    ['exp', isTime(exp) && exp > earliest, `after ${earliest}`],
    ['iat', isTime(claims['iat']), 'a time'],
    ['nbf', nbf === undefined || (isTime(nbf) && nbf < latest), `before ${latest}`],
    is('nonce', nonce ?? claims['nonce']),
    [
      'authTime',
      maxAgeSeconds === undefined || (isTime(authTime) && authTime > earliestLogin),
      `after ${earliestLogin}`,
    ],
    is(orgClaim, org || claims[orgClaim]),
  ];
  const broken = rules.find(([, holds]) => !holds);
  if (broken) {
    const [claim, , wanted] = broken;
    const detail = `ID token: ${claim} is ${JSON.stringify(claims[claim])}, expected ${JSON.stringify(wanted)}.`;
    throw new PasswordlessError('unexpected_response', { detail });
  }
  return String(sub);
}

const isTime = (value: unknown): value is number => typeof value === 'number';

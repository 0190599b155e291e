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
  const { issuer, clientId, now, userId, nonce, organization = '', maxAgeSeconds } = expected;
  const claims = readIdToken(idToken);
  const { alg, iss, sub, aud, azp, exp, iat, nbf, authTime, orgId, orgName } = claims;
  const audiences: unknown[] = [aud].flat();
  const seconds = Math.floor(now / 1000);
  const isOrgId = organization.startsWith('org_');

  const rules: Readonly<Record<string, boolean>> = {
    alg: alg === 'RS256',
    iss: iss === issuer,
    sub: typeof sub === 'string' && sub !== '' && sub === (userId ?? sub),
    aud: audiences.includes(clientId),
    azp: audiences.length < 2 || azp === clientId,
    exp: isAfter(exp, seconds - leewaySeconds),
    iat: isAfter(iat, 0),
    nbf: nbf === undefined || (isAfter(nbf, 0) && nbf < seconds + leewaySeconds),
    nonce: nonce === undefined || claims['nonce'] === nonce,
    authTime:
      maxAgeSeconds === undefined || isAfter(authTime, seconds - maxAgeSeconds - leewaySeconds),
    orgId: !isOrgId || orgId === organization,
    orgName: isOrgId || !organization || orgName === organization.toLowerCase(),
  };
  const broken = Object.keys(rules).find((claim) => !rules[claim]);
  if (broken) {
    const detail = `ID token: ${broken} is ${JSON.stringify(claims[broken])}, which is not for this login to "${clientId}" at ${issuer}, time ${seconds}.`;
    throw new PasswordlessError('unexpected_response', { detail });
  }
  return String(sub);
}

const isAfter = (value: unknown, instant: number): value is number =>
  typeof value === 'number' && value > instant;

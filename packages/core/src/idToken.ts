import { PasswordlessError } from './passwordlessError.ts';
import { readIdToken } from './wire.ts';

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
  const { alg, iss, sub, aud, azp, exp, iat, nbf, authTime, orgId, orgName } = claims;
  const seconds = expected.now / 1000;
  const audiences: unknown[] = [aud].flat();

  const rules: readonly (readonly [holds: boolean, rule: string, is?: unknown])[] = [
    [alg === 'RS256', 'alg must be RS256', alg],
    [iss === issuer, `iss must be "${issuer}"`, iss],
    [typeof sub === 'string' && sub !== '', 'sub must name somebody'],
    [!userId || sub === userId, 'sub must be the person who signed in'],
    [audiences.includes(clientId), `aud must hold the client ID "${clientId}"`, aud],
    [audiences.length < 2 || azp === clientId, `azp must be the client ID "${clientId}"`, azp],
    [
      isWithin(exp, seconds - leewaySeconds),
      'exp must be a time to come (is the clock of this device right?)',
      exp,
    ],
    [typeof iat === 'number', 'iat must be a time', iat],
    [
      nbf === undefined || isWithin(nbf, -Infinity, seconds + leewaySeconds),
      'nbf must be a time that has passed (is the clock of this device right?)',
      nbf,
    ],
    [nonce === undefined || claims['nonce'] === nonce, 'nonce must be the one that was sent'],
    [
      maxAgeSeconds === undefined || isWithin(authTime, seconds - maxAgeSeconds - leewaySeconds),
      `auth_time must be within the last ${maxAgeSeconds} seconds`,
      authTime,
    ],
    [
      !organization ||
        (organization.startsWith('org_')
          ? orgId === organization
          : orgName === organization.toLowerCase()),
      `org_id or org_name must be the organization "${organization}"`,
      orgId ?? orgName,
    ],
  ];
  const broken = rules.find(([holds]) => !holds);
  if (broken || typeof sub !== 'string') {
    const [, rule, is] = broken ?? [];
    const found = is === undefined ? '' : `, not ${JSON.stringify(is)}`;
    const detail = `The ID token is not for this login: ${rule}${found}.`;
    throw new PasswordlessError('unexpected_response', { detail });
  }
  return sub;
}

const isWithin = (instant: unknown, from: number, to = Infinity) =>
  typeof instant === 'number' && from < instant && instant < to;

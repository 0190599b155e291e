import type { Tenant } from '../clients/tenant.ts';
import { PasswordlessError } from '../passwordlessError.ts';
import { type Body, string } from './body.ts';
import { decodeJwt } from './decodeJwt.ts';

/** Bundlers put a literal in the place of `process.env.NODE_ENV`. */
declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** What one login asked for, and its ID token must answer. */
export interface SignInExpectations {
  /** The value that was sent with the request, as a link or a redirect does; a code has none. */
  readonly nonce?: string | undefined;
  /** The organization that was asked for: its ID (`org_…`), or its name in any case. */
  readonly organization?: string | undefined;
  /** The longest time since the person proved who they are, when one was asked for. */
  readonly maxAgeSeconds?: number | undefined;
}

export interface IdTokenExpectations
  extends SignInExpectations, Pick<Tenant, 'origin' | 'clientId' | 'now'> {
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
  const { origin, clientId, now, userId, nonce, organization, maxAgeSeconds } = expected;
  const [header, payload] = decodeJwt(idToken);
  const claims: Body = { ...payload, alg: header?.['alg'] };
  const { sub, aud, exp, nbf, auth_time: authTime } = claims;
  const issuer = `${origin}/`;
  const audiences: unknown[] = [aud].flat();
  const latest = now() / 1000 + leewaySeconds;
  const earliest = latest - 2 * leewaySeconds;
  const earliestLogin = earliest - (maxAgeSeconds ?? Infinity);
  const orgClaim = organization?.startsWith('org_') ? 'org_id' : 'org_name';
  const org = orgClaim === 'org_id' ? organization : organization?.toLowerCase();

  const rules: Readonly<Record<string, boolean>> = {
    alg: claims['alg'] === 'RS256',
    iss: claims['iss'] === issuer,
    sub: !!string(sub) && sub === (userId ?? sub),
    aud: audiences.includes(clientId),
    azp: audiences.length < 2 || claims['azp'] === clientId,
    exp: isTime(exp) && exp > earliest,
    iat: isTime(claims['iat']),
    nbf: nbf === undefined || (isTime(nbf) && nbf < latest),
    nonce: claims['nonce'] === (nonce ?? claims['nonce']),
    auth_time: maxAgeSeconds === undefined || (isTime(authTime) && authTime > earliestLogin),
    [orgClaim]: !org || claims[orgClaim] === org,
  };
  const broken = Object.keys(rules).find((claim) => !rules[claim]);
  if (broken) {
    let detail = `ID token: ${broken} is ${JSON.stringify(claims[broken])}`;
    try {
      if (process.env.NODE_ENV !== 'production') {
        const wanted: Body = {
          ...{ alg: 'RS256', iss: issuer, sub: userId ?? 'a name', aud: clientId, azp: clientId },
          ...{ exp: `after ${earliest}`, iat: 'a time', nbf: `before ${latest}`, nonce },
          ...{ auth_time: `after ${earliestLogin}`, [orgClaim]: org },
        };
        detail += `, expected ${JSON.stringify(wanted[broken])}`;
      }
    } catch {
      // Neither a bundler nor a `process` to ask: as in production.
    }
    throw new PasswordlessError('unexpected_response', { detail });
  }
  return String(sub);
}

const isTime = (value: unknown): value is number => typeof value === 'number';

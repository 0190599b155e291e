import { base64url, createLocalJWKSet, jwtVerify, type JWTPayload } from 'jose';
import type { Clock } from './clock.ts';
import { randomHex } from './random.ts';
import type { SigningKeys } from './signingKeys.ts';
import type { Grant, Store, User } from './store.ts';
import type { TenantSettings } from './tenantSettings.ts';
import { withFaults } from './tokenFaults.ts';
import { userClaims } from './userClaims.ts';

/** Auth0's longest for tokens that travel in an address. */
export const implicitTokenSeconds = 7200;

/** What an ID token says besides who the user is. */
interface LoginClaims {
  nonce?: string | undefined;
  sid?: string | undefined;
  at_hash?: string | undefined;
  c_hash?: string | undefined;
}

export interface Tokens {
  accessToken(grant: Grant, lifetimeSeconds: number): Promise<string>;
  idToken(user: User, grant: Grant, claims: LoginClaims): Promise<string>;
  /** What a live access token for `/userinfo` stands for; `undefined` for any other text. */
  read(accessToken: string): Promise<Grant | undefined>;
  /** The claims of an ID token of ours, however old; `undefined` for any other text. */
  readIdTokenHint(idToken: string): Promise<JWTPayload | undefined>;
}

/** Signs the tokens, with whatever is wrong with them by order. */
export function createTokens(options: {
  issuer: string;
  clock: Clock;
  store: Store;
  keys: SigningKeys;
  settings: Readonly<TenantSettings>;
}): Tokens {
  const { issuer, clock, store, keys, settings } = options;
  const userinfo = `${issuer}userinfo`;
  const encoder = new TextEncoder();

  const sign = async (claims: Record<string, unknown>) => {
    const { header: wrongHeader, unpublishedKey } = settings.tokenFaults;
    const { kid, privateKey } = await keys.current();
    const key = unpublishedKey ? (await keys.unpublished()).privateKey : privateKey;
    const header = withFaults({ alg: 'RS256', typ: 'JWT', kid }, wrongHeader);
    // Not jose's SignJWT: that would refuse to write a header that is wrong.
    const unsigned = [header, claims]
      .map((part) => base64url.encode(JSON.stringify(part)))
      .join('.');
    const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', key, encoder.encode(unsigned));
    return `${unsigned}.${base64url.encode(new Uint8Array(signature))}`;
  };

  const times = (lifetimeSeconds: number) => {
    const iat = Math.floor(clock.now() / 1000);
    return { iss: issuer, iat, exp: iat + lifetimeSeconds };
  };

  const verify = async (token: string, expected: { audience?: string; currentDate: Date }) => {
    try {
      const published = createLocalJWKSet({ keys: await keys.published() });
      return (await jwtVerify(token, published, { issuer, ...expected })).payload;
    } catch {
      return undefined;
    }
  };

  return {
    async accessToken(grant, lifetimeSeconds) {
      const { userId, clientId, scopes, audience } = grant;
      if (audience === undefined) {
        const token = randomHex(24);
        store.accessTokens.set(token, {
          ...grant,
          expiresAt: clock.now() + lifetimeSeconds * 1000,
        });
        return token;
      }
      const aud = scopes.includes('openid') ? [audience, userinfo] : audience;
      const claims = { sub: userId, aud, azp: clientId, scope: scopes.join(' ') };
      const { accessToken } = settings.tokenFaults;
      return sign(withFaults({ ...claims, ...times(lifetimeSeconds) }, accessToken));
    },

    async idToken(user, { clientId, scopes }, claims) {
      const who = { ...userClaims(user, scopes), aud: clientId, ...claims };
      const { idToken } = settings.tokenFaults;
      return sign(withFaults({ ...who, ...times(settings.idTokenLifetimeSeconds) }, idToken));
    },

    async read(accessToken) {
      const opaque = store.accessTokens.get(accessToken);
      if (opaque) return clock.now() < opaque.expiresAt ? opaque : undefined;
      const currentDate = new Date(clock.now());
      const payload = await verify(accessToken, { audience: userinfo, currentDate });
      return (
        payload && {
          userId: String(payload.sub),
          clientId: String(payload.azp),
          scopes: String(payload.scope).split(' '),
        }
      );
    },

    // At the beginning of time, no token has expired yet.
    readIdTokenHint: (idToken) => verify(idToken, { currentDate: new Date(0) }),
  };
}

import { exportJWK, generateKeyPair, jwtVerify, SignJWT, type JWK, type JWTPayload } from 'jose';
import type { Clock } from './clock.ts';
import { randomHex } from './random.ts';
import type { Grant, Store, User } from './store.ts';
import { userClaims } from './userClaims.ts';

/** Auth0's default for APIs. */
const accessTokenSeconds = 86_400;
/** Auth0's default for applications. */
const idTokenSeconds = 36_000;

/** The success body of `/oauth/token`, as on the wire. */
interface TokenAnswer {
  access_token: string;
  id_token?: string;
  refresh_token?: string;
  token_type: 'Bearer';
  expires_in: number;
  scope?: string;
}

export interface Tokens {
  /** Makes the tokens of a login. */
  issue(user: User, grant: Grant): Promise<TokenAnswer>;
  /** What a live access token for `/userinfo` stands for; `undefined` for any other text. */
  read(accessToken: string): Promise<Grant | undefined>;
  /** The public key, for `/.well-known/jwks.json`. */
  publicKey(): Promise<JWK>;
}

async function makeKeys() {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const kid = randomHex(10);
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };
  return { privateKey, publicKey, kid, jwk };
}

/**
 * Signs with a key of its own, made at first use: a published private key would let anybody sign
 * tokens for whoever trusts this emulator.
 */
export function createTokens(options: { issuer: string; clock: Clock; store: Store }): Tokens {
  const { issuer, clock, store } = options;
  const userinfo = `${issuer}userinfo`;
  let made: ReturnType<typeof makeKeys> | undefined;

  const keys = () => (made ??= makeKeys());
  const nowSeconds = () => Math.floor(clock.now() / 1000);

  const sign = async (payload: JWTPayload, lifetimeSeconds: number) => {
    const { privateKey, kid } = await keys();
    const iat = nowSeconds();
    return new SignJWT({ ...payload, iss: issuer, iat, exp: iat + lifetimeSeconds })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
      .sign(privateKey);
  };

  const issueAccessToken = async (grant: Grant) => {
    const { userId, clientId, scopes, audience } = grant;
    if (audience === undefined) {
      const token = randomHex(24);
      const expiresAt = clock.now() + accessTokenSeconds * 1000;
      store.accessTokens.set(token, { ...grant, expiresAt });
      return token;
    }
    const aud = scopes.includes('openid') ? [audience, userinfo] : audience;
    const claims = { sub: userId, aud, azp: clientId, scope: scopes.join(' ') };
    return sign(claims, accessTokenSeconds);
  };

  const issueRefreshToken = (grant: Grant) => {
    const token = `v1.${randomHex(32)}`;
    store.refreshTokens.set(token, grant);
    return token;
  };

  return {
    async issue(user, grant) {
      const { clientId, scopes } = grant;
      const idClaims = { ...userClaims(user, scopes), aud: clientId };
      return {
        access_token: await issueAccessToken(grant),
        ...(scopes.includes('offline_access') && { refresh_token: issueRefreshToken(grant) }),
        ...(scopes.includes('openid') && { id_token: await sign(idClaims, idTokenSeconds) }),
        ...(scopes.length > 0 && { scope: scopes.join(' ') }),
        expires_in: accessTokenSeconds,
        token_type: 'Bearer',
      };
    },

    async read(accessToken) {
      const opaque = store.accessTokens.get(accessToken);
      if (opaque) return clock.now() < opaque.expiresAt ? opaque : undefined;
      try {
        const { publicKey } = await keys();
        const { payload } = await jwtVerify(accessToken, publicKey, {
          issuer,
          audience: userinfo,
          currentDate: new Date(clock.now()),
        });
        return {
          userId: String(payload.sub),
          clientId: String(payload.azp),
          scopes: String(payload.scope).split(' '),
        };
      } catch {
        return undefined;
      }
    },

    publicKey: async () => (await keys()).jwk,
  };
}

import { AuthClient, type TokenResponse } from '@auth0/auth0-auth-js';
import { decodeJwt } from 'jose';
import { callback, client, type Sdk, type SdkTokens } from './sdk.ts';

/** Auth0's newer library for servers, as the application `web` would make it. */
export const createAuthClient = (issuer: string): AuthClient =>
  new AuthClient({
    domain: new URL(issuer).host,
    ...client,
    // Else all clients of the process share what one of them discovered.
    discoveryCache: { ttl: 0 },
  });

const tokensOf = ({ accessToken, idToken, refreshToken }: TokenResponse): SdkTokens => ({
  accessToken,
  idToken,
  refreshToken,
});

/** `@auth0/auth0-auth-js`. It knows no nonce, and leaves signatures to TLS. */
export function auth0AuthJs(issuer: string): Sdk {
  const sdk = createAuthClient(issuer);
  return {
    sendCode: (to) =>
      'email' in to ? sdk.passwordless.sendEmail(to) : sdk.passwordless.sendSms(to),
    logIn: async (to, code, access) =>
      tokensOf(
        'email' in to
          ? await sdk.getTokenByPasswordlessEmail({ ...to, code, ...access })
          : await sdk.getTokenByPasswordlessSms({ ...to, code, ...access }),
      ),
    async logInByRedirect(visit, access) {
      const authorizationParams = { redirect_uri: callback, ...access };
      const { authorizationUrl, codeVerifier } = await sdk.buildAuthorizationUrl({
        authorizationParams,
      });
      return tokensOf(await sdk.getTokenByCode(await visit(authorizationUrl), { codeVerifier }));
    },
    userInfo: ({ accessToken, idToken = '' }) =>
      sdk.getUserInfo({ accessToken, expectedSubject: decodeJwt(idToken).sub ?? '' }),
    refresh: async ({ refreshToken = '' }) =>
      tokensOf(await sdk.getTokenByRefreshToken({ refreshToken })),
    revoke: ({ refreshToken = '' }) => sdk.revokeToken({ token: refreshToken }),
    refusal: (error) => ({ cause: { error } }),
  };
}

import { AuthenticationClient, UserInfoClient } from 'auth0/legacy';
import { randomPKCECodeVerifier, calculatePKCECodeChallenge } from 'openid-client';
import { callback, client, type Sdk, type SdkTokens } from './sdk.ts';

/** Auth0's older library for servers, as the application `web` would make it. */
export const createAuthenticationClient = (issuer: string): AuthenticationClient =>
  new AuthenticationClient({ domain: new URL(issuer).host, ...client });

interface TokenSet {
  access_token: string;
  id_token?: string;
  refresh_token?: string;
}

const tokensOf = ({ data }: { data: TokenSet }): SdkTokens => ({
  accessToken: data.access_token,
  idToken: data.id_token,
  refreshToken: data.refresh_token,
});

/** `auth0/legacy`: version 4 of `auth0`, which version 7 carries along. It writes no address of `/authorize`. */
export function auth0Legacy(issuer: string): Sdk {
  const { passwordless, oauth } = createAuthenticationClient(issuer);
  const userInfo = new UserInfoClient({ domain: new URL(issuer).host });
  return {
    sendCode: (to) =>
      'email' in to
        ? passwordless.sendEmail({ ...to, send: 'code' })
        : passwordless.sendSMS({ phone_number: to.phoneNumber }),
    logIn: async (to, code, access) =>
      tokensOf(
        'email' in to
          ? await passwordless.loginWithEmail({ ...to, code, ...access })
          : await passwordless.loginWithSMS({ phone_number: to.phoneNumber, code, ...access }),
      ),
    async logInByRedirect(visit, access) {
      const code_verifier = randomPKCECodeVerifier();
      const address = new URL('authorize', issuer);
      address.search = new URLSearchParams({
        client_id: client.clientId,
        response_type: 'code',
        redirect_uri: callback,
        nonce: 'of-this-login',
        code_challenge: await calculatePKCECodeChallenge(code_verifier),
        code_challenge_method: 'S256',
        ...access,
      }).toString();
      const code = (await visit(address)).searchParams.get('code') ?? '';
      return tokensOf(
        await oauth.authorizationCodeGrantWithPKCE(
          { code, code_verifier, redirect_uri: callback },
          { idTokenValidateOptions: { nonce: 'of-this-login' } },
        ),
      );
    },
    userInfo: async ({ accessToken }) => (await userInfo.getUserInfo(accessToken)).data,
    refresh: async ({ refreshToken = '' }) =>
      tokensOf(await oauth.refreshTokenGrant({ refresh_token: refreshToken })),
    revoke: ({ refreshToken = '' }) => oauth.revokeRefreshToken({ token: refreshToken }),
    refusal: (error) => ({ error }),
  };
}

import { decodeJwt } from 'jose';
import * as openid from 'openid-client';
import { passwordlessOtpGrant } from '../applications.ts';
import { callback, client, passwordlessParameters, type Sdk, type SdkTokens } from './sdk.ts';

const tokensOf = (answer: openid.TokenEndpointResponse): SdkTokens => ({
  accessToken: answer.access_token,
  idToken: answer.id_token,
  refreshToken: answer.refresh_token,
});

/** `openid-client`, told to verify signatures too, which it leaves to TLS by default. */
export async function openidClient(issuer: string): Promise<Sdk> {
  const { clientId, clientSecret } = client;
  const configuration = await openid.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    execute: [openid.enableNonRepudiationChecks],
  });
  return {
    logIn: async (to, code, access) =>
      tokensOf(
        await openid.genericGrantRequest(
          configuration,
          passwordlessOtpGrant,
          passwordlessParameters(to, code, access),
        ),
      ),
    async logInByRedirect(visit, access) {
      const pkceCodeVerifier = openid.randomPKCECodeVerifier();
      const state = openid.randomState();
      const nonce = openid.randomNonce();
      const address = openid.buildAuthorizationUrl(configuration, {
        redirect_uri: callback,
        code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        ...access,
      });
      const checks = { pkceCodeVerifier, expectedState: state, expectedNonce: nonce };
      return tokensOf(
        await openid.authorizationCodeGrant(configuration, await visit(address), checks),
      );
    },
    userInfo: ({ accessToken, idToken = '' }) =>
      openid.fetchUserInfo(configuration, accessToken, decodeJwt(idToken).sub ?? ''),
    refresh: async ({ refreshToken = '' }) =>
      tokensOf(await openid.refreshTokenGrant(configuration, refreshToken)),
    revoke: ({ refreshToken = '' }) => openid.tokenRevocation(configuration, refreshToken),
    refusal: (error) => ({ error }),
  };
}

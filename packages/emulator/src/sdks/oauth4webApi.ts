import { decodeJwt } from 'jose';
import * as oauth from 'oauth4webapi';
import { passwordlessOtpGrant } from '../applications.ts';
import { callback, client, passwordlessParameters, type Sdk, type SdkTokens } from './sdk.ts';

type Process = (
  server: oauth.AuthorizationServer,
  application: oauth.Client,
  response: Response,
) => Promise<oauth.TokenEndpointResponse>;

/** `oauth4webapi`, told to verify signatures too, which it leaves to TLS by default. */
export async function oauth4webApi(issuer: string): Promise<Sdk> {
  const address = new URL(issuer);
  const server = await oauth.processDiscoveryResponse(
    address,
    await oauth.discoveryRequest(address),
  );
  const application = { client_id: client.clientId };
  const secret = oauth.ClientSecretPost(client.clientSecret);

  const read = async (response: Response, process: Process): Promise<SdkTokens> => {
    const answer = await process(server, application, response);
    if (answer.id_token) await oauth.validateApplicationLevelSignature(server, response);
    return {
      accessToken: answer.access_token,
      idToken: answer.id_token,
      refreshToken: answer.refresh_token,
    };
  };

  return {
    async logIn(to, code, access) {
      const parameters = passwordlessParameters(to, code, access);
      const grant = [passwordlessOtpGrant, parameters] as const;
      const response = oauth.genericTokenEndpointRequest(server, application, secret, ...grant);
      return read(await response, oauth.processGenericTokenEndpointResponse);
    },
    async logInByRedirect(visit, access) {
      const verifier = oauth.generateRandomCodeVerifier();
      const state = oauth.generateRandomState();
      const expectedNonce = oauth.generateRandomNonce();
      const authorize = new URL(server.authorization_endpoint ?? '');
      authorize.search = new URLSearchParams({
        ...application,
        response_type: 'code',
        redirect_uri: callback,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce: expectedNonce,
        ...access,
      }).toString();
      const returned = oauth.validateAuthResponse(
        server,
        application,
        await visit(authorize),
        state,
      );
      const code = [returned, callback, verifier] as const;
      const response = oauth.authorizationCodeGrantRequest(server, application, secret, ...code);
      return read(await response, (...answer) =>
        oauth.processAuthorizationCodeResponse(...answer, { expectedNonce }),
      );
    },
    async userInfo({ accessToken, idToken = '' }) {
      const response = await oauth.userInfoRequest(server, application, accessToken);
      return oauth.processUserInfoResponse(
        server,
        application,
        decodeJwt(idToken).sub ?? '',
        response,
      );
    },
    async refresh({ refreshToken = '' }) {
      return read(
        await oauth.refreshTokenGrantRequest(server, application, secret, refreshToken),
        oauth.processRefreshTokenResponse,
      );
    },
    revoke: async ({ refreshToken = '' }) =>
      oauth.processRevocationResponse(
        await oauth.revocationRequest(server, application, secret, refreshToken),
      ),
    refusal: (error) => ({ error }),
  };
}

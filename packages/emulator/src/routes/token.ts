import { answerJson } from '../answerJson.ts';
import { passwordlessOtpGrant } from '../applications.ts';
import {
  clientAuthenticationFailed,
  grantNotAllowed,
  isAuth0Error,
  missingParameter,
  refuse,
  unknownAudience,
  unreadableBody,
  unsupportedGrantType,
  type Auth0Error,
} from '../auth0Errors.ts';
import { authenticateClient, readClientClaim } from '../clientAuthentication.ts';
import type { Endpoint } from '../endpoint.ts';
import { passwordlessOtp } from '../grants/passwordlessOtp.ts';
import { textField, type RequestBody } from '../requestBody.ts';
import type { Api, Application } from '../applications.ts';
import type { User } from '../store.ts';
import type { Tenant } from '../tenant.ts';

type GrantHandler = (tenant: Tenant, fields: RequestBody['fields']) => User | Auth0Error;

const grants = new Map<string, GrantHandler>([[passwordlessOtpGrant, passwordlessOtp]]);

const oidcScopes = new Set(['openid', 'profile', 'email', 'phone', 'address']);
const noStore = { 'cache-control': 'no-store', pragma: 'no-cache' };

/** Auth0 leaves out, without a word, the scopes that it cannot grant. */
function grantedScopes(asked: string, application: Application, api: Api | undefined) {
  const canRefresh =
    application.grantTypes.includes('refresh_token') && (api?.allowOfflineAccess ?? true);
  const scopes = asked.split(' ').filter((scope) => {
    if (scope === 'offline_access') return canRefresh;
    return oidcScopes.has(scope) || api?.scopes.includes(scope);
  });
  return [...new Set(scopes)];
}

/**
 * `POST /oauth/token`: takes JSON and form bodies alike, as Auth0 does.
 *
 * @see {@link https://auth0.com/docs/api/authentication/passwordless/authenticate-user Auth0 docs: Authenticate user}
 */
export function token(tenant: Tenant): Endpoint {
  const { issuer, store, tokens } = tenant;

  const exchange = async (authorization: string | undefined, body: RequestBody) => {
    if (body.kind === 'unreadable') return unreadableBody;
    const { fields } = body;
    const grantType = textField(fields, 'grant_type');
    if (grantType === undefined) return missingParameter('grant_type');

    const claim = readClientClaim(authorization, fields);
    if (isAuth0Error(claim)) return claim;
    if (claim.clientId === undefined) return missingParameter('client_id');
    const application = store.application(claim.clientId);
    if (!application) return clientAuthenticationFailed;
    const client = authenticateClient(application, claim.clientSecret);
    if (isAuth0Error(client)) return client;
    if (application.clientSecret !== undefined && !client.isAuthenticated) {
      return clientAuthenticationFailed;
    }

    const grant = grants.get(grantType);
    if (!grant) return unsupportedGrantType;
    const isBarred = application.type === 'spa' && grantType === passwordlessOtpGrant;
    if (isBarred || !application.grantTypes.includes(grantType)) return grantNotAllowed(grantType);

    // Before the grant: a request that cannot succeed does not use up the code.
    const audience = textField(fields, 'audience');
    const isApi = audience !== undefined && audience !== `${issuer}userinfo`;
    const api = isApi ? store.api(audience) : undefined;
    if (isApi && !api) return unknownAudience(audience);

    const user = grant(tenant, fields);
    if (isAuth0Error(user)) return user;
    return tokens.issue(user, {
      userId: user.id,
      clientId: application.clientId,
      scopes: grantedScopes(textField(fields, 'scope') ?? '', application, api),
      ...(api && { audience: api.audience }),
    });
  };

  return async (c) => {
    const outcome = await exchange(c.req.header('authorization'), c.get('body'));
    return isAuth0Error(outcome) ? refuse(outcome, noStore) : answerJson(200, outcome, noStore);
  };
}

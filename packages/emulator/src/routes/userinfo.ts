import { answerJson } from '../answerJson.ts';
import { refuse } from '../auth0Error.ts';
import type { Endpoint } from '../endpoint.ts';
import { insufficientScope, invalidAccessToken } from '../guessedErrors.ts';
import type { Tenant } from '../tenant.ts';
import { userClaims } from '../userClaims.ts';

/**
 * `GET /userinfo`: what the scopes of an access token tell about its user.
 *
 * @see {@link https://auth0.com/docs/api/authentication/user-profile/get-user-info Auth0 docs: Get user info}
 */
export function userinfo({ store, tokens }: Tenant): Endpoint {
  return async (c) => {
    const accessToken = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const grant = accessToken === undefined ? undefined : await tokens.read(accessToken);
    const user = grant && store.user(grant.userId);
    if (!user) {
      return refuse(invalidAccessToken, { 'www-authenticate': 'Bearer error="invalid_token"' });
    }
    if (!grant.scopes.includes('openid')) {
      return refuse(insufficientScope, {
        'www-authenticate': 'Bearer error="insufficient_scope", scope="openid"',
      });
    }
    return answerJson(200, userClaims(user, grant.scopes));
  };
}

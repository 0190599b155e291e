import type { Api, Application } from './applications.ts';
import type { Auth0Error } from './auth0Error.ts';
import { unknownAudience } from './guessedErrors.ts';
import type { Grant } from './store.ts';
import type { Tenant } from './tenant.ts';

const oidcScopes = new Set(['openid', 'profile', 'email', 'phone', 'address']);

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

/** What a request may have of the API and the scopes it asks for, whoever the user will be. */
export function requestedAccess(
  { issuer, store }: Tenant,
  application: Application,
  asked: { audience: string | undefined; scope: string | undefined },
): Omit<Grant, 'userId'> | Auth0Error {
  const { audience, scope = '' } = asked;
  const isApi = audience !== undefined && audience !== `${issuer}userinfo`;
  const api = isApi ? store.api(audience) : undefined;
  if (isApi && !api) return unknownAudience(audience);
  return {
    clientId: application.clientId,
    scopes: grantedScopes(scope, application, api),
    ...(api && { audience: api.audience }),
  };
}

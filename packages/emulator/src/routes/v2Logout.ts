import { isAllowedLogoutUrl } from '../allowedUrls.ts';
import type { Endpoint } from '../endpoint.ts';
import { errorPage } from '../htmlPage.ts';
import type { Tenant } from '../tenant.ts';

/**
 * `GET /v2/logout`: ends Auth0's own session and goes to `returnTo`, which must be an Allowed Logout URL: of the application
 * where `client_id` names one, else of the tenant. Tokens live on.
 *
 * @see {@link https://auth0.com/docs/api/authentication/logout/auth-0-logout Auth0 docs: Auth0 logout}
 */
export function v2Logout({ browserSessions, settings, store }: Tenant): Endpoint {
  return (c) => {
    const { client_id: clientId, returnTo } = c.req.query();
    const application = clientId === undefined ? undefined : store.application(clientId);
    const allowed = clientId === undefined ? settings.logoutUrls : (application?.logoutUrls ?? []);
    browserSessions.end(c.env.cookies);
    const target = returnTo ?? allowed[0];
    if (target === undefined) return new Response('OK');
    if (!isAllowedLogoutUrl(allowed, target)) {
      return errorPage(
        400,
        `The "returnTo" querystring parameter "${target}" is not defined as a valid URL in "Allowed Logout URLs".`,
      );
    }
    return new Response(null, { status: 302, headers: { location: target } });
  };
}

import { isAllowedLogoutUrl } from '../allowedUrls.ts';
import type { Endpoint } from '../endpoint.ts';
import { errorPage } from '../htmlPage.ts';
import { textField } from '../requestBody.ts';
import type { Tenant } from '../tenant.ts';

/**
 * `/oidc/logout`: ends Auth0's own session, the browser's and the one that the ID token's `sid` names. Auth0 asks the person
 * first when there is no `id_token_hint`; this does not.
 *
 * @see {@link https://openid.net/specs/openid-connect-rpinitiated-1_0.html OpenID Connect RP-Initiated Logout 1.0}
 */
export function oidcLogout({ browserSessions, settings, store, tokens }: Tenant): Endpoint {
  return async (c) => {
    const fields = c.req.method === 'POST' ? c.get('body').fields : c.req.query();
    const hint = textField(fields, 'id_token_hint');
    const claims = hint === undefined ? undefined : await tokens.readIdTokenHint(hint);
    if (hint !== undefined && !claims) return errorPage(400, 'The id_token_hint is not valid.');

    const clientId = textField(fields, 'client_id') ?? (claims ? String(claims.aud) : undefined);
    const application = clientId === undefined ? undefined : store.application(clientId);
    const allowed = clientId === undefined ? settings.logoutUrls : (application?.logoutUrls ?? []);
    const target = textField(fields, 'post_logout_redirect_uri');
    if (target !== undefined && !isAllowedLogoutUrl(allowed, target)) {
      return errorPage(
        400,
        `The post_logout_redirect_uri ${target} is not in "Allowed Logout URLs".`,
      );
    }

    browserSessions.end(c.env.cookies, textField({ ...claims }, 'sid'));
    if (target === undefined) return new Response('OK');
    const location = new URL(target);
    const state = textField(fields, 'state');
    if (state !== undefined) location.searchParams.set('state', state);
    return new Response(null, { status: 302, headers: { location: location.href } });
  };
}

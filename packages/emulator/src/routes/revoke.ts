import { isAuth0Error, refuse } from '../auth0Error.ts';
import { missingParameter } from '../auth0Errors.ts';
import { identifyClient } from '../clientAuthentication.ts';
import type { Endpoint } from '../endpoint.ts';
import { unreadableBody } from '../guessedErrors.ts';
import { textField } from '../requestBody.ts';
import type { Tenant } from '../tenant.ts';

/**
 * `POST /oauth/revoke`: ends a refresh token. Takes JSON and forms. A token that is unknown, or no refresh token, gets the
 * same empty answer.
 *
 * @see {@link https://auth0.com/docs/api/authentication/revoke-refresh-token/revoke-refresh-token Auth0 docs: Revoke refresh token}
 * @see {@link https://www.rfc-editor.org/rfc/rfc7009#section-2.2 RFC 7009 §2.2}
 */
export function revoke(tenant: Tenant): Endpoint {
  const { refreshTokens, settings } = tenant;
  return (c) => {
    const { kind, fields } = c.get('body');
    if (kind === 'unreadable') return refuse(unreadableBody);
    const application = identifyClient(tenant, c.req.header('authorization'), fields);
    if (isAuth0Error(application)) return refuse(application);
    const token = textField(fields, 'token');
    if (token === undefined) return refuse(missingParameter('token'));
    refreshTokens.revoke(token, application, settings.revocationDeletesGrant);
    return new Response(null, { status: 200 });
  };
}

import { answerJson } from '../answerJson.ts';
import { isAuth0Error, refuse } from '../auth0Error.ts';
import { grantNotAllowed } from '../auth0Errors.ts';
import { identifyClient } from '../clientAuthentication.ts';
import { codeLogin } from '../codeLogin.ts';
import type { Endpoint } from '../endpoint.ts';
import { textField } from '../requestBody.ts';
import type { Tenant } from '../tenant.ts';
import { tokenAnswer } from '../tokenAnswer.ts';

/** No tenant has had it since 2017, unless it had it before. */
const legacyGrant = 'http://auth0.com/oauth/legacy/grant-type/ro';

/**
 * `POST /oauth/ro`: what `/oauth/token` replaced. Only for applications that have its grant.
 *
 * @see {@link https://auth0.com/docs/troubleshoot/product-lifecycle/past-migrations/resource-owner-passwordless-credentials-exchange Auth0 docs: Migration}
 */
export function legacyRo(tenant: Tenant): Endpoint {
  return async (c) => {
    const { fields } = c.get('body');
    const application = identifyClient(tenant, c.req.header('authorization'), fields);
    if (isAuth0Error(application)) return refuse(application);
    if (!application.grantTypes.includes(legacyGrant)) return refuse(grantNotAllowed(legacyGrant));
    const request = { application, fields };
    const realm = () => textField(fields, 'connection');
    const outcome = codeLogin(tenant, request, { code: 'password', realm });
    return isAuth0Error(outcome)
      ? refuse(outcome)
      : answerJson(200, await tokenAnswer(tenant, outcome));
  };
}

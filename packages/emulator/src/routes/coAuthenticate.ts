import { answerJson } from '../answerJson.ts';
import { passwordlessOtpGrant } from '../applications.ts';
import { isAuth0Error, refuse, type Auth0Error } from '../auth0Error.ts';
import {
  blockedAtCrossOrigin,
  crossOriginNotAllowed,
  notAllAndOnly,
  unknownCredentialType,
} from '../auth0Errors.ts';
import { identifyInRealm } from '../codeLogin.ts';
import type { Endpoint } from '../endpoint.ts';
import { deniedAtCrossOrigin } from '../guessedErrors.ts';
import { randomHex } from '../random.ts';
import { redeemCode } from '../redeemCode.ts';
import { textField, type RequestBody } from '../requestBody.ts';
import type { User } from '../store.ts';
import type { Tenant } from '../tenant.ts';

/** The name of the cookie that ties a ticket to a browser. Auth0's own is not documented. */
export const ticketCookie = 'auth0_co';

const required = ['client_id', 'credential_type', 'username', 'otp', 'realm'] as const;

/**
 * `POST /co/authenticate`: a code for a login ticket, with which `/authorize` logs the browser in. Cookies may come along,
 * and who may call is decided by another list of origins than elsewhere.
 *
 * @see {@link https://auth0.com/docs/get-started/applications/set-up-cors Auth0 docs: Set up CORS}
 */
export function coAuthenticate(tenant: Tenant): Endpoint {
  const { loginTickets, store } = tenant;

  const logIn = (fields: RequestBody['fields']): { clientId: string; user: User } | Auth0Error => {
    const [clientId, type, username, otp, realm] = required.map((name) => textField(fields, name));
    const hasOthers = Object.keys(fields).length > required.length;
    if (!clientId || !type || !username || !otp || !realm || hasOthers) return notAllAndOnly;
    if (type !== passwordlessOtpGrant) return unknownCredentialType;
    if (!store.application(clientId)?.crossOriginLogin) return crossOriginNotAllowed;
    const from = identifyInRealm(realm, username);
    if (isAuth0Error(from)) return from;
    if (store.userOf(from)?.isBlocked) return blockedAtCrossOrigin;
    const user = redeemCode(tenant, from, otp);
    return isAuth0Error(user) ? deniedAtCrossOrigin(user.description) : { clientId, user };
  };

  return (c) => {
    const login = logIn(c.get('body').fields);
    if (isAuth0Error(login)) return refuse(login);
    const browser = randomHex(16);
    c.env.cookies.set(ticketCookie, browser);
    return answerJson(200, {
      login_ticket: loginTickets.issue({ ...login, browser }),
      // For a page of Auth0's that helps where cookies of third parties are blocked. There is none here.
      co_verifier: randomHex(16),
      co_id: randomHex(6),
    });
  };
}

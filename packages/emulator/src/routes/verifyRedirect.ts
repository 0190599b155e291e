import { auth0Error, isAuth0Error } from '../auth0Error.ts';
import { expiredLink, otherBrowser, signupDisabled } from '../auth0Errors.ts';
import { readAuthorizationRequest } from '../authorizationRequest.ts';
import { logInBrowser } from '../browserLogin.ts';
import { callbackError, type Callback } from '../callback.ts';
import { codeError } from '../redeemCode.ts';
import type { Endpoint } from '../endpoint.ts';
import { errorPage } from '../htmlPage.ts';
import { identifierKey, isConnection } from '../identifier.ts';
import { readAddress } from '../startRequest.ts';
import type { Tenant } from '../tenant.ts';

/** Seen in a fragment; whether a link that asked for a query gets its errors there is not documented. */
const errorCallback = (callback: Callback, askedMode: string | undefined): Callback =>
  askedMode === undefined ? { ...callback, mode: 'fragment' } : callback;

/**
 * `GET /passwordless/verify_redirect`: where the link of a message leads. Whoever opens it, be it a mail scanner, uses it up.
 *
 * @see {@link https://auth0.com/docs/authenticate/passwordless/authentication-methods/email-magic-link Auth0 docs: E-mail magic link}
 */
export function verifyRedirect(tenant: Tenant): Endpoint {
  const { browserSessions, clock, codes, settings, store } = tenant;
  return (c) => {
    const fields = { response_type: 'token', ...c.req.query() };
    // The links that Auth0's library asks for without a nonce get their ID token without one.
    const reading = readAuthorizationRequest(tenant, fields, { needsNonce: false });
    if (reading.kind === 'page') return errorPage(reading.status, reading.problem);
    if (reading.kind === 'refused') return callbackError(reading.callback, reading.problem);
    const { request } = reading;
    const { connection = '', verification_code: code = '', response_mode: mode } = c.req.query();
    const from = isConnection(connection) ? readAddress(connection, fields) : undefined;
    if (!from || isAuth0Error(from)) return errorPage(400, 'This link is damaged.');

    if (!settings.allowsLinksWithoutSession && !browserSessions.of(c.env.cookies)) {
      return errorPage(400, otherBrowser);
    }
    const callback = errorCallback(request.callback, mode);
    const outcome = codes.try(identifierKey(from), code);
    if (outcome === 'expired' || outcome === 'none') return callbackError(callback, expiredLink);
    const wrong = codeError(from, outcome);
    if (wrong) return callbackError(callback, auth0Error(401, 'unauthorized', wrong.description));

    // Switched off since the link was sent.
    if (settings.disableSignups && !store.userOf(from)) {
      const { description } = signupDisabled;
      return callbackError(callback, auth0Error(401, 'unauthorized', description));
    }
    const mayRefresh = settings.allowsRefreshTokensByLink;
    const user = store.signIn(from, clock.now());
    return logInBrowser(tenant, c.env.cookies, { request, mayRefresh }, user);
  };
}

import { loginRequired, unknownLoginTicket } from '../auth0Errors.ts';
import { readAuthorizationRequest } from '../authorizationRequest.ts';
import { answerAuthorization } from '../authorizationResult.ts';
import { logInBrowser, showHostedLogin } from '../browserLogin.ts';
import { callbackError } from '../callback.ts';
import type { Endpoint } from '../endpoint.ts';
import { errorPage } from '../htmlPage.ts';
import { textField } from '../requestBody.ts';
import type { Tenant } from '../tenant.ts';
import { ticketCookie } from './coAuthenticate.ts';

/**
 * `/authorize`: sends a browser back with a code or tokens. Who is logging in comes from a login ticket, from Auth0's own
 * session, or from the login page.
 *
 * @see {@link https://auth0.com/docs/api/authentication/authorization-code-flow/authorize-with-pkce Auth0 docs: Authorize application}
 */
export function authorize(tenant: Tenant): Endpoint {
  const { browserSessions, loginTickets, settings, store } = tenant;
  return (c) => {
    const fields = c.req.method === 'POST' ? c.get('body').fields : c.req.query();
    const reading = readAuthorizationRequest(tenant, fields, { needsNonce: true });
    if (reading.kind === 'page') return errorPage(reading.status, reading.problem);
    if (reading.kind === 'refused') return callbackError(reading.callback, reading.problem);
    const { request } = reading;
    const { application, callback, connection, prompt } = request;
    const login = { request, mayRefresh: true };

    const name = textField(fields, 'login_ticket');
    if (name !== undefined) {
      const ticket = loginTickets.peek(name);
      if (ticket?.clientId !== application.clientId) {
        return callbackError(callback, unknownLoginTicket);
      }
      const isElsewhere = c.env.cookies.get(ticketCookie) !== ticket.browser;
      // Seen on a tenant: a page that posts nothing, so that whoever waits for a message waits in vain.
      if (settings.bindsLoginTickets && isElsewhere) {
        return errorPage(401, 'The login ticket belongs to another browser.');
      }
      loginTickets.take(name);
      return logInBrowser(tenant, c.env.cookies, login, ticket.user);
    }

    // Asked for by name, a passwordless connection always wants another code.
    const isFresh = prompt === 'login' || connection !== undefined;
    const session = isFresh ? undefined : browserSessions.of(c.env.cookies);
    const user = session && store.user(session.userId);
    if (session && user && !user.isBlocked) {
      return answerAuthorization(tenant, request, user, { sid: session.sid, mayRefresh: true });
    }
    return prompt === 'none'
      ? callbackError(callback, loginRequired)
      : showHostedLogin(tenant, login);
  };
}

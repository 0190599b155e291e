import type { AuthorizationRequest } from './authorizationRequest.ts';
import { answerAuthorization } from './authorizationResult.ts';
import { blockedUserOfOldTenant } from './auth0Errors.ts';
import { callbackError } from './callback.ts';
import type { Cookies } from './cookies.ts';
import { mfaNeedsInteraction } from './guessedErrors.ts';
import type { Identifier } from './identifier.ts';
import type { User } from './store.ts';
import type { Tenant } from './tenant.ts';

/** A login on Auth0's own page that is not finished. */
export interface HostedLogin {
  request: AuthorizationRequest;
  mayRefresh: boolean;
  /** Who was sent a code. */
  to?: Identifier;
  /** Whose code was right; what remains is the second factor. */
  user?: User;
}

/** Sends the browser to Auth0's own login page. */
export function showHostedLogin({ hostedLogins, issuer }: Tenant, login: HostedLogin): Response {
  const location = `${issuer}u/login?state=${hostedLogins.issue(login)}`;
  return new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } });
}

/** Begins a session at Auth0 and sends the browser back with what was asked for. */
export function finishLogin(
  tenant: Tenant,
  cookies: Cookies,
  { request, mayRefresh }: HostedLogin,
  user: User,
): Promise<Response> {
  const { sid } = tenant.browserSessions.begin(cookies, user);
  return answerAuthorization(tenant, request, user, { sid, mayRefresh });
}

/** Goes on with a user who has proved who they are, in a browser: with a login ticket, a link or a code. */
export async function logInBrowser(
  tenant: Tenant,
  cookies: Cookies,
  login: HostedLogin,
  user: User,
): Promise<Response> {
  const { callback, prompt } = login.request;
  if (user.isBlocked) return callbackError(callback, blockedUserOfOldTenant);
  if (user.mfaCode === undefined) return finishLogin(tenant, cookies, login, user);
  if (prompt === 'none') return callbackError(callback, mfaNeedsInteraction);
  return showHostedLogin(tenant, { ...login, to: user.identifier, user });
}

import type { TokenSet } from '@auth0-passwordless/core';
import type { Answer } from './answer.ts';
import { createHandler } from './createHandler.ts';
import type { PasswordlessHandlerOptions } from './handlerOptions.ts';
import type { IncomingRequest, RequestHead } from './incomingRequest.ts';
import { createSeal } from './seal.ts';
import type { ServerSession } from './serverSession.ts';

/** What the runtime knows of a request beyond it. */
export interface Connection {
  /** The address at the other end of the connection, which no header can change. */
  readonly ip?: string | undefined;
}

/** Answers requests; and says to the rest of your server who is signed in. */
export interface PasswordlessHandler {
  /**
   * Answers `POST start`, `POST exchange`, `GET session` and `POST logout` under the base path, and 404 elsewhere.
   * Never rejects.
   */
  (request: Request, connection?: Connection): Promise<Response>;
  /** The same for servers without `Request` and `Response`. Rejects only if `request.url` is none. */
  readonly serve: (request: IncomingRequest, connection?: Connection) => Promise<Answer>;
  /**
   * Who is signed in, by the cookie of a request. Asks nobody.
   *
   * @returns `null` when nobody is, and the `Set-Cookie` lines to send with your answer: often none, else the
   *   session would end while it is in use.
   */
  readonly getSession: (
    request: RequestHead,
  ) => Promise<{ session: ServerSession | null; setCookies: string[] }>;
  /**
   * An access token that has not expired, to call your API for the person. Refreshes it 30 seconds ahead of its
   * end, once for all requests of this process; other processes rely on the "Rotation Overlap Period" of the
   * application.
   *
   * @returns `null` when nobody is signed in, when Auth0 has refused the refresh token, or when there is none and
   *   the token is over; and the `Set-Cookie` lines that you must send with your answer.
   *
   * Rejects with a `PasswordlessError`, such as `provider_down`, when a refresh is due and Auth0 cannot say.
   */
  readonly getAccessToken: (
    request: RequestHead,
  ) => Promise<{ accessToken: string | null; setCookies: string[] }>;
  /**
   * Begins a session with tokens that you have got yourself, as at the end of a second factor.
   *
   * @returns The `Set-Cookie` lines to send. Rejects with `unexpected_response` when the ID token is not for this
   *   application.
   */
  readonly signIn: (request: RequestHead, tokens: TokenSet) => Promise<string[]>;
  /** Auth0's MFA token out of the sealed one that the browser has; `null` when it is none, or older than ten minutes. */
  readonly openMfaToken: (sealed: string) => Promise<string | null>;
}

/**
 * The login of your users on your own server: the client secret stays there, and the browser gets a cookie that
 * no script can read. For Auth0 applications of type Regular Web; `createServerClient` is its other half.
 *
 * It takes a `Request` and gives a `Response`, on any runtime that has these; `./node` adapts it to `node:http`.
 * It keeps nothing: the session is the cookie, encrypted. So a copy of a cookie is good until the session's end
 * even after the logout; its refresh token is not, which is revoked. Limits are counted in memory, unless Redis
 * is given.
 *
 * Whether somebody is known does not show: `start` answers 204 to all. Calls from other origins, other methods
 * than a route's, bodies that are not JSON or larger than 8 kB are refused with 403, 405, 415, 400 and 413.
 * Nothing is logged, and no answer but a cookie holds a token; no error holds a code, a token or a secret.
 *
 * @throws {TypeError} At once, when an option cannot be right; a `PasswordlessError` when `domain` cannot.
 *
 * @example
 * ```ts
 * import { createPasswordlessHandler } from '@auth0-passwordless/server'
 *
 * const auth = createPasswordlessHandler({
 *   domain: process.env.AUTH0_DOMAIN ?? '',
 *   clientId: process.env.AUTH0_CLIENT_ID ?? '',
 *   clientSecret: process.env.AUTH0_CLIENT_SECRET ?? '',
 *   cookieSecret: process.env.COOKIE_SECRET ?? '',
 *   onError: (error) => console.error(error),
 * })
 *
 * export default {
 *   async fetch(request: Request) {
 *     if (new URL(request.url).pathname.startsWith('/passwordless/')) return auth(request)
 *     const { session } = await auth.getSession(request)
 *     return new Response(session ? `Hello ${session.user.email}` : 'Hello stranger')
 *   },
 * }
 * ```
 *
 * @see {@link https://auth0.com/docs/authenticate/passwordless/implement-login/embedded-login/relevant-api-endpoints Auth0: Passwordless API endpoints}
 */
export const createPasswordlessHandler = (
  options: PasswordlessHandlerOptions,
): PasswordlessHandler => createHandler(options, createSeal);

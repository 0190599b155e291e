import { PasswordlessError, type TokenSet } from '@auth0-passwordless/core';
import { answer, type Answer, failureAnswer, refusalAnswer, toResponse } from './answer.ts';
import { createAuth0 } from './auth0.ts';
import { endUserIp } from './endUserIp.ts';
import { exchange } from './exchange.ts';
import type { HandlerContext, LoginEndpoint } from './handlerContext.ts';
import { type PasswordlessHandlerOptions, readHandlerOptions } from './handlerOptions.ts';
import type { IncomingRequest, RequestHead } from './incomingRequest.ts';
import { createLimits } from './limits.ts';
import { createPace } from './pace.ts';
import { readJson, refuseMethod, refuseOrigin, refuseType } from './requestGuards.ts';
import { createSeal } from './seal.ts';
import { createSealedCookie } from './sealedCookie.ts';
import { createServerSession, type ServerSession } from './serverSession.ts';
import { start } from './start.ts';

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
export function createPasswordlessHandler(
  options: PasswordlessHandlerOptions,
): PasswordlessHandler {
  const settings = readHandlerOptions(options);
  const { origins = [] } = options;
  const { origin, cookieSecrets, basePath, cookieName, now } = settings;
  const { clientId, clientSecret, fetch } = options;
  const seal = createSeal(cookieSecrets);
  const auth0 = createAuth0({ ...settings, clientSecret, fetch });
  const isLocal = (request: RequestHead) => isLocalPage(request, origins);
  const cookieFor = (purpose: 'session' | 'challenge', name: string) =>
    createSealedCookie({ name, purpose, seal, isLocal });
  const session = createServerSession({
    ...settings,
    auth0,
    clientId,
    origin,
    cookie: cookieFor('session', cookieName),
  });
  const context: HandlerContext = {
    options,
    settings,
    auth0,
    seal,
    session,
    limits: createLimits(options.limits ?? {}, cookieSecrets[0]),
    pace: createPace(now),
    challengeCookie: cookieFor('challenge', `${cookieName}-challenge`),
    ipOf: (request, { ip } = {}) => endUserIp(request.headers, ip, options.trustedProxy),
    refuse(error, request, upstream) {
      try {
        options.onError?.(error, request);
      } catch {
        // A log that fails is no reason to leave the person without an answer.
      }
      return failureAnswer(error, { at: now(), upstream });
    },
  };

  const login =
    (endpoint: LoginEndpoint) =>
    async (request: IncomingRequest, connection: Connection | undefined): Promise<Answer> => {
      const wrongType = refuseType(request);
      if (wrongType) return refusalAnswer(wrongType);
      const read = await readJson(request);
      return 'body' in read
        ? endpoint(context, request, read.body, connection)
        : refusalAnswer(read);
    };

  const routes: Readonly<
    Record<string, readonly [method: string, serve: ReturnType<typeof login>]>
  > = {
    '/start': ['POST', login(start)],
    '/exchange': ['POST', login(exchange)],
    '/session': [
      'GET',
      async (request) => {
        const { session: current, setCookies } = await session.getSession(request);
        const { user = null, expiresAt } = current ?? {};
        return answer(200, { user, expiresAt }, setCookies);
      },
    ],
    '/logout': ['POST', async (request) => answer(204, undefined, await session.end(request))],
  };

  const serve = async (request: IncomingRequest, connection?: Connection): Promise<Answer> => {
    const { pathname } = new URL(request.url);
    const path = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : '';
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (!route) return refusalAnswer({ status: 404, detail: 'There is no such route.' });
    const [method, endpoint] = route;
    const refusal =
      refuseMethod(request, method) ??
      (method === 'GET' ? undefined : refuseOrigin(request, origins));
    if (refusal) return refusalAnswer(refusal);
    try {
      return await endpoint(request, connection);
    } catch (cause) {
      const error =
        cause instanceof PasswordlessError
          ? cause
          : new PasswordlessError('unexpected_response', { status: 500, cause });
      return context.refuse(error, request);
    }
  };

  const handle = async (request: Request, connection?: Connection) =>
    toResponse(await serve(request, connection));

  return Object.assign(handle, {
    serve,
    getSession: session.getSession,
    getAccessToken: session.getAccessToken,
    signIn: (request: RequestHead, tokens: TokenSet) =>
      session.write(request, session.begin(tokens)),
    async openMfaToken(sealed: string) {
      const { token, expiresAt } = Object(await seal.open('mfa', sealed));
      return typeof token === 'string' && expiresAt > now() ? token : null;
    },
  });
}

/** Over http to this machine, where browsers take no `__Host-` cookie. A proxy that ends TLS says so, or `origins` do. */
function isLocalPage(request: RequestHead, origins: readonly string[]): boolean {
  const pages = origins.length > 0 ? origins : [request.url];
  const isForwarded = request.headers.get('x-forwarded-proto')?.startsWith('https') ?? false;
  return (
    !isForwarded &&
    pages.every((page) => {
      const { protocol, hostname } = new URL(page);
      return protocol === 'http:' && /^(.*\.)?localhost$|^127\.|^\[::1\]$/.test(hostname);
    })
  );
}

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
import type { Connection, PasswordlessHandler } from './passwordlessHandler.ts';
import type { Seal } from './seal.ts';
import { createSealedCookie } from './sealedCookie.ts';
import { createServerSession } from './serverSession.ts';
import { start } from './start.ts';

/** The handler, whichever way its runtime seals cookies. */
export function createHandler(
  options: PasswordlessHandlerOptions,
  createSeal: (secrets: readonly [string, ...string[]]) => Seal,
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

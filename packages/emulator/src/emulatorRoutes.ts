import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { refuse } from './auth0Error.ts';
import { tooManyRequests } from './auth0Errors.ts';
import { readClientClaim } from './clientAuthentication.ts';
import { controlHost } from './controlHost.ts';
import { allowsOrigin, allowsWebOrigin, cors } from './cors.ts';
import type { EndpointEnv } from './endpoint.ts';
import { notFound } from './guessedErrors.ts';
import { rateLimitHeaders } from './rateLimit.ts';
import { parseRequestBody } from './requestBody.ts';
import { authorize } from './routes/authorize.ts';
import { coAuthenticate } from './routes/coAuthenticate.ts';
import { controls } from './routes/controls.ts';
import { discovery } from './routes/discovery.ts';
import { hostedLogin } from './routes/hostedLogin.ts';
import { jwks } from './routes/jwks.ts';
import { legacyRo } from './routes/legacyRo.ts';
import { mfaChallenge } from './routes/mfaChallenge.ts';
import { oidcLogout } from './routes/oidcLogout.ts';
import { otpChallenge } from './routes/otpChallenge.ts';
import { passwordlessChallenge } from './routes/passwordlessChallenge.ts';
import { passwordlessStart } from './routes/passwordlessStart.ts';
import { passwordlessVerify } from './routes/passwordlessVerify.ts';
import { revoke } from './routes/revoke.ts';
import { token } from './routes/token.ts';
import { userinfo } from './routes/userinfo.ts';
import { v2Logout } from './routes/v2Logout.ts';
import { verifyRedirect } from './routes/verifyRedirect.ts';
import type { Tenant } from './tenant.ts';

/** Where browsers go rather than scripts: no page of another origin can read these, so there is nothing to allow. */
const pages = new Set([
  '/authorize',
  '/oidc/logout',
  '/passwordless/verify_redirect',
  '/u/login',
  '/v2/logout',
]);
const crossOriginPath = '/co/authenticate';

function log({ clock, requestLog }: Tenant): MiddlewareHandler<EndpointEnv> {
  return async (c, next) => {
    const { method, url } = c.req;
    const header = (name: string) => c.req.header(name);
    const body = c.get('body').fields;
    const answered = requestLog.add({ method, url, header, body, at: clock.now() });
    await next();
    // The status of a broken connection is 0.
    answered(c.res.status || null);
  };
}

function auth0Cors(tenant: Tenant): MiddlewareHandler<EndpointEnv> {
  const isAllowed = (origin: string, c: Context<EndpointEnv>) => {
    // Open to all, as far as one can see from outside: Auth0 does not say so.
    if (c.req.path.startsWith('/.well-known/')) return true;
    const claim = readClientClaim(c.req.header('authorization'), c.get('body').fields);
    const clientId = 'clientId' in claim ? claim.clientId : undefined;
    return tenant.isAllowedOrigin(
      origin,
      clientId === undefined ? undefined : tenant.store.application(clientId),
      c.req.path === crossOriginPath ? allowsWebOrigin : allowsOrigin,
    );
  };
  const check = cors({
    isAllowed,
    exposedHeaders: tenant.exposedHeaders,
    allowsCredentials: (c) => c.req.path === crossOriginPath,
  });
  return (c, next) => (pages.has(c.req.path) ? next() : check(c, next));
}

/** Tells the limit of an endpoint that does not count its own calls, and keeps to it where the tenant wants that. */
function limit({ endpointLimits, settings }: Tenant): MiddlewareHandler<EndpointEnv> {
  return async (c, next) => {
    const found = endpointLimits.of(c.req.path);
    if (!found) return next();
    const keys = { tenant: '', ip: c.env.ip, token: c.req.header('authorization') ?? '' };
    const state = found.limit.take(keys[found.by]);
    const headers = rateLimitHeaders(state);
    if (!state.allowed && settings.enforcesRateLimits) return refuse(tooManyRequests, headers);
    await next();
    if (c.res.type === 'error') return undefined;
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    return undefined;
  };
}

/** Leads each request to its endpoint. */
export function emulatorRoutes(tenant: Tenant): Hono<EndpointEnv> {
  const { exposedHeaders, faults, issuer } = tenant;
  const app = new Hono<EndpointEnv>();

  app.use(async (c, next) => {
    c.set('body', parseRequestBody(c.req.header('content-type'), await c.req.text()));
    await next();
  });

  app.use('/_emulator/*', controlHost(issuer));
  app.use(
    '/_emulator/*',
    cors({
      isAllowed: (origin) => tenant.isAllowedOrigin(origin, undefined),
      exposedHeaders,
      methods: 'GET, POST, PUT, DELETE',
    }),
  );
  app.route('/_emulator', controls(tenant));

  app.use(log(tenant));
  app.use(auth0Cors(tenant));
  app.use(async (c, next) => {
    const answer = await faults.apply(c.req.raw, c.get('body').fields, async () => {
      await next();
      return c.res;
    });
    // Hono keeps an answer that is there already, and merges its headers into the next: first it must be gone.
    if (answer !== c.res) c.res = undefined;
    c.res = answer;
  });
  app.use(limit(tenant));

  app.get('/.well-known/openid-configuration', discovery(tenant));
  app.get('/.well-known/jwks.json', jwks(tenant));
  app.post('/passwordless/start', passwordlessStart(tenant));
  app.post('/passwordless/challenge', passwordlessChallenge(tenant));
  app.post('/passwordless/verify', passwordlessVerify(tenant));
  app.get('/passwordless/verify_redirect', verifyRedirect(tenant));
  app.post('/otp/challenge', otpChallenge(tenant));
  app.post('/oauth/token', token(tenant));
  app.post('/oauth/revoke', revoke(tenant));
  app.post('/oauth/ro', legacyRo(tenant));
  app.post('/mfa/challenge', mfaChallenge(tenant));
  app.post('/co/authenticate', coAuthenticate(tenant));
  app.on(['GET', 'POST'], '/authorize', authorize(tenant));
  app.on(['GET', 'POST'], '/u/login', hostedLogin(tenant));
  app.on(['GET', 'POST'], '/userinfo', userinfo(tenant));
  app.get('/v2/logout', v2Logout(tenant));
  app.on(['GET', 'POST'], '/oidc/logout', oidcLogout(tenant));
  app.notFound(() => refuse(notFound));
  return app;
}

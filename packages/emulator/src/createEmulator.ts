import { Hono } from 'hono';
import { notFound, refuse } from './auth0Errors.ts';
import { createBrowserFetch } from './browserFetch.ts';
import { readClientClaim } from './clientAuthentication.ts';
import type { Clock } from './clock.ts';
import { controlHost } from './controlHost.ts';
import { cors } from './cors.ts';
import type { EndpointEnv } from './endpoint.ts';
import type { FaultRule } from './faults.ts';
import type { Outbox } from './outbox.ts';
import { parseRequestBody } from './requestBody.ts';
import type { LoggedRequest } from './requestLog.ts';
import { controls } from './routes/controls.ts';
import { discovery } from './routes/discovery.ts';
import { jwks } from './routes/jwks.ts';
import { passwordlessStart } from './routes/passwordlessStart.ts';
import { token } from './routes/token.ts';
import { userinfo } from './routes/userinfo.ts';
import { createTenant, type Tenant, type TenantOptions } from './tenant.ts';

export interface EmulatorOptions extends TenantOptions {
  /**
   * The origin that `fetch` calls from, to try CORS as a browser does it. Defaults to the page's own
   * (`location.origin`), which is then allowed for every application; outside a page there is none,
   * and no CORS.
   */
  origin?: string;
}

/** A local Auth0. Two of them share nothing. */
export interface Emulator {
  /** The address in tokens and links, with a slash at the end. */
  readonly issuer: string;
  /** The messages that were sent. */
  readonly outbox: Outbox;
  readonly clock: Clock;
  /**
   * Calls the emulator as a page would, without a network: pass it wherever a `fetch` is taken.
   * Rejects as a browser's does: with a `TypeError` for a refused origin, a simulated network
   * failure or an address that is not the issuer's, and with the signal's reason when aborted.
   */
  readonly fetch: typeof globalThis.fetch;
  /**
   * Answers a request as a server does, for use behind a server of your own.
   *
   * @param from.ip - The caller's address, by which starts are limited. Defaults to `127.0.0.1`.
   * @param from.origin - Stands in for the `Origin` header, which a page cannot set.
   * @returns `Response.error()` for a simulated network failure: break the connection.
   */
  readonly handle: (
    request: Request,
    from?: { ip?: string; origin?: string | undefined },
  ) => Promise<Response>;
  /**
   * Lets the next requests for a path fail, or be late.
   *
   * @throws {TypeError} When the rule makes no sense; the message names the member.
   */
  readonly failNext: (rule: FaultRule) => void;
  /** The last thousand requests, oldest first, preflights included and secrets masked. Not the control requests. */
  readonly requests: () => LoggedRequest[];
  /** Forgets messages, codes, tries, limits, faults, users, tokens and requests; the clock is right again. Settings, applications and the users of the options stay, and so does the signing key. */
  readonly reset: () => void;
}

function route(tenant: Tenant): Hono<EndpointEnv> {
  const { clock, faults, issuer, requestLog, settings, store } = tenant;
  const { exposedHeaders } = settings;
  const app = new Hono<EndpointEnv>();

  app.use(async (c, next) => {
    c.set('body', parseRequestBody(c.req.header('content-type'), await c.req.text()));
    await next();
  });

  app.use('/_emulator/*', controlHost(issuer));
  app.use(
    '/_emulator/*',
    cors({ isAllowed: (origin) => tenant.isAllowedOrigin(origin), exposedHeaders }),
  );
  app.route('/_emulator', controls(tenant));

  app.use(async (c, next) => {
    const { method, url } = c.req;
    const header = (name: string) => c.req.header(name);
    const body = c.get('body').fields;
    const answered = requestLog.add({ method, url, header, body, at: clock.now() });
    await next();
    // The status of a broken connection is 0.
    answered(c.res.status || null);
  });
  app.use(
    cors({
      isAllowed: (origin, c) => {
        // Open to all, as far as one can see from outside: Auth0 does not say so.
        if (c.req.path.startsWith('/.well-known/')) return true;
        const claim = readClientClaim(c.req.header('authorization'), c.get('body').fields);
        const clientId = 'clientId' in claim ? claim.clientId : undefined;
        return tenant.isAllowedOrigin(
          origin,
          clientId === undefined ? undefined : store.application(clientId),
        );
      },
      exposedHeaders,
    }),
  );
  app.use((c, next) =>
    faults.apply(c.req.raw, async () => {
      await next();
      return c.res;
    }),
  );

  app.post('/passwordless/start', passwordlessStart(tenant));
  app.post('/oauth/token', token(tenant));
  app.get('/userinfo', userinfo(tenant));
  app.get('/.well-known/openid-configuration', discovery(tenant));
  app.get('/.well-known/jwks.json', jwks(tenant));
  app.notFound(() => refuse(notFound));
  return app;
}

/** Node has no page, and the origin of a sandboxed frame is the text "null". */
function originOfPage(): string | undefined {
  const origin = globalThis.location?.origin;
  return origin === 'null' ? undefined : origin;
}

/**
 * Makes a local Auth0 that answers in this process: in Node, in a test, or inside a page.
 *
 * It keeps Auth0's rules for passwordless login: three tries a code, three minutes, the newest code
 * only, fifty starts an hour, application types and grants, origins. Nothing leaves the process, and
 * nothing is kept after it. Where Auth0 documents no answer, `auth0Errors.ts` marks the guess.
 *
 * Applications: `native` (public, may use the passwordless grant), `web` (confidential, secret
 * `web-secret-for-local-development-only`) and `spa` (may not use the grant, as in Auth0). API:
 * `https://api.example.com/`.
 *
 * @throws {RangeError} When a setting is outside what Auth0 allows.
 *
 * @example
 * ```ts
 * import { createEmulator } from '@auth0-passwordless/emulator';
 *
 * const emulator = createEmulator();
 * await emulator.fetch('http://localhost:4400/passwordless/start', {
 *   method: 'POST',
 *   headers: { 'content-type': 'application/json' },
 *   body: JSON.stringify({
 *     client_id: 'native',
 *     connection: 'email',
 *     email: 'ada@example.com',
 *     send: 'code',
 *   }),
 * });
 * const code = emulator.outbox.messages({ to: 'ada@example.com' })[0]?.code;
 * ```
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  // Nobody told the page's own origin, so nobody could have allowed it either.
  const pageOrigin = options.origin === undefined ? originOfPage() : undefined;
  const tenant = createTenant({
    ...options,
    origins: [...(options.origins ?? []), ...(pageOrigin === undefined ? [] : [pageOrigin])],
  });
  const app = route(tenant);

  const handle: Emulator['handle'] = async (request, from = {}) =>
    app.fetch(request, {
      ip: from.ip ?? '127.0.0.1',
      origin: from.origin ?? request.headers.get('origin') ?? undefined,
    });

  return {
    issuer: tenant.issuer,
    outbox: { messages: tenant.outbox.messages, subscribe: tenant.outbox.subscribe },
    clock: { now: tenant.clock.now, advance: tenant.clock.advance },
    fetch: createBrowserFetch({
      handle,
      issuer: tenant.issuer,
      origin: options.origin ?? pageOrigin,
    }),
    handle,
    failNext: (rule) => tenant.faults.add(rule),
    requests: () => tenant.requestLog.entries(),
    reset: () => tenant.reset(),
  };
}

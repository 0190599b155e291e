import type { Context, MiddlewareHandler } from 'hono';
import type { Application } from './applications.ts';
import type { EndpointEnv } from './endpoint.ts';

/**
 * Headers a browser may send. Auth0 documents no list; its own browser SDK sends
 * `Auth0-Client` and `x-request-language`, so these are accepted.
 */
const allowedHeaders = 'authorization, auth0-client, content-type, dpop, x-request-language';

/**
 * A guess: Auth0 documents nowhere which headers a page can read. `exposedHeaders` of the emulator's
 * options changes it, so an app can be tried with and without them.
 */
export const defaultExposedHeaders: readonly string[] = [
  'retry-after',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
];

/** `https://*.example.com` stands for any subdomain; anything else is compared as it is. */
export function matchesOrigin(pattern: string, origin: string): boolean {
  const [scheme, domain] = pattern.split('*.', 2);
  if (scheme === undefined || domain === undefined) return pattern === origin;
  return origin.startsWith(scheme) && origin.endsWith(`.${domain}`);
}

/**
 * Whether pages of an origin may call Auth0 for an application: the origin is an Allowed Origin, or that of an Allowed Callback URL.
 *
 * @see {@link https://auth0.com/docs/get-started/applications/set-up-cors Auth0 docs: Set up CORS}
 */
export function allowsOrigin(application: Application, origin: string): boolean {
  // The origin of a native app's callback, such as `com.example.app://callback`, is the text "null",
  // and so is that of any sandboxed frame.
  if (origin === 'null') return false;
  return (
    application.allowedOrigins.some((pattern) => matchesOrigin(pattern, origin)) ||
    application.callbacks.some((url) => URL.canParse(url) && new URL(url).origin === origin)
  );
}

/** Whether pages of an origin may log in across origins, or get an answer by `web_message`: the origin is an Allowed Web Origin. */
export const allowsWebOrigin = (application: Application, origin: string): boolean =>
  origin !== 'null' &&
  (application.webOrigins ?? []).some((pattern) => matchesOrigin(pattern, origin));

/** What Auth0 answers to a page it does not know. It has no CORS header, so the page sees a network error only. */
function refuseOrigin(origin: string): Response {
  return new Response(`Origin ${origin} is not allowed.`, {
    status: 403,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}

const credentials = { 'access-control-allow-credentials': 'true' };

interface CorsOptions {
  /** Decides about an origin. At a preflight the body is still unknown. */
  isAllowed: (origin: string, context: Context<EndpointEnv>) => boolean;
  exposedHeaders: readonly string[];
  /** Defaults to `GET, POST`. */
  methods?: string;
  /** Whether cookies may come along. Defaults to none. */
  allowsCredentials?: (context: Context<EndpointEnv>) => boolean;
}

/**
 * Answers pages of allowed origins so that they can read the answer, and refuses those of others.
 * A request without an origin, as from a server, passes.
 */
export function cors(options: CorsOptions): MiddlewareHandler<EndpointEnv> {
  const { isAllowed, exposedHeaders, methods = 'GET, POST', allowsCredentials } = options;
  return async (c, next) => {
    const { origin } = c.env;
    if (origin === undefined) return next();
    if (!isAllowed(origin, c)) return refuseOrigin(origin);
    const withCredentials: Record<string, string> = allowsCredentials?.(c) ? credentials : {};
    if (c.req.method === 'OPTIONS') {
      const headers = {
        'access-control-allow-origin': origin,
        'access-control-allow-methods': methods,
        'access-control-allow-headers': allowedHeaders,
        ...withCredentials,
        vary: 'Origin',
      };
      return new Response(null, { status: 204, headers });
    }

    await next();
    // A broken connection has no headers.
    if (c.res.type === 'error') return undefined;
    c.res.headers.set('access-control-allow-origin', origin);
    c.res.headers.append('vary', 'Origin');
    for (const [name, value] of Object.entries(withCredentials)) c.res.headers.set(name, value);
    if (exposedHeaders.length > 0) {
      c.res.headers.set('access-control-expose-headers', exposedHeaders.join(', '));
    }
    return undefined;
  };
}

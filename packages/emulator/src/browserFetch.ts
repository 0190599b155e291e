import type { Cookies } from './cookies.ts';

/** What a page may send without asking first, by header. */
const simpleHeaders = new Set(['accept', 'accept-language', 'content-language', 'content-type']);
const simpleTypes = new Set([
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
]);
/** What a page can read of an answer without `Access-Control-Expose-Headers`. */
const readableHeaders = [
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
];

const isSimpleMethod = ({ method }: Request) => ['GET', 'HEAD', 'POST'].includes(method);

const failedToFetch = () => new TypeError('Failed to fetch');

const listOf = (headers: Headers, name: string) =>
  (headers.get(name) ?? '').split(',').map((item) => item.trim().toLowerCase());

/** The headers for which a browser asks first. `Origin` is the browser's own. */
function headersToAsk(headers: Headers): string[] {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  return [...headers.keys()].filter((name) => {
    if (name === 'origin') return false;
    if (name === 'content-type') return type !== undefined && !simpleTypes.has(type);
    return !simpleHeaders.has(name);
  });
}

/** For requests without credentials. What the answer sets is dropped, as a browser does. */
const noCookies: Cookies = { get: () => undefined, set: () => undefined };

interface From {
  origin: string | undefined;
  cookies: Cookies;
}

type Handle = (request: Request, from: From) => Promise<Response>;

/** Does what a browser does around a request to another origin. */
async function fetchAcrossOrigins(
  handle: Handle,
  request: Request,
  { origin, cookies }: From & { origin: string },
): Promise<Response> {
  const hasCredentials = cookies !== noCookies;
  const isReadable = ({ headers }: Response) =>
    headers.get('access-control-allow-origin') === origin &&
    (!hasCredentials || headers.get('access-control-allow-credentials') === 'true');
  const asked = headersToAsk(request.headers);
  if (asked.length > 0 || !isSimpleMethod(request)) {
    const preflight = new Request(request.url, {
      method: 'OPTIONS',
      headers: {
        'access-control-request-method': request.method,
        'access-control-request-headers': asked.join(','),
      },
    });
    // Cookies never come along with the question itself.
    const permission = await handle(preflight, { origin, cookies: noCookies });
    const allowed = listOf(permission.headers, 'access-control-allow-headers');
    const methods = listOf(permission.headers, 'access-control-allow-methods');
    const isRefused = asked.some((name) => !allowed.includes(name));
    const isMethodRefused =
      !isSimpleMethod(request) && !methods.includes(request.method.toLowerCase());
    if (!permission.ok || !isReadable(permission) || isRefused || isMethodRefused) {
      throw failedToFetch();
    }
  }

  const answer = await handle(request, { origin, cookies });
  if (!isReadable(answer)) throw failedToFetch();
  const readable = new Set([
    ...readableHeaders,
    ...listOf(answer.headers, 'access-control-expose-headers'),
  ]);
  return new Response(answer.body, {
    status: answer.status,
    statusText: answer.statusText,
    headers: [...answer.headers].filter(([name]) => readable.has(name)),
  });
}

function rejectOnAbort<T>(work: Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    const settle = () => signal.removeEventListener('abort', abort);
    work.then(resolve, reject).finally(settle);
  });
}

/**
 * A `fetch` that needs no network and keeps a browser's rules: preflights, refused origins, headers
 * that a page cannot read, abort signals.
 *
 * Browsers keep the answer to a preflight for a few seconds; this one asks each time.
 *
 * @param options.origin - The page's origin. Without one, and without an `Origin` header, there are no such rules.
 * @param options.cookies - Those of the browser. They go along where `credentials` says so.
 */
export function createBrowserFetch(options: {
  handle: Handle;
  issuer: string;
  origin: string | undefined;
  cookies: Cookies;
}): typeof globalThis.fetch {
  const { handle, issuer } = options;
  const home = new URL(issuer).origin;

  const run = async (request: Request) => {
    const { origin: target } = new URL(request.url);
    if (target !== home) {
      throw new TypeError(
        `Failed to fetch: this emulator is ${issuer}, the request is for ${target}.`,
      );
    }
    const origin = request.headers.get('origin') ?? options.origin;
    const isOwn = origin === home && request.credentials === 'same-origin';
    const cookies = isOwn || request.credentials === 'include' ? options.cookies : noCookies;
    const answer =
      origin === undefined || origin === home
        ? await handle(request, { origin, cookies })
        : await fetchAcrossOrigins(handle, request, { origin, cookies });
    if (answer.type === 'error') throw failedToFetch();
    return answer;
  };

  return async (input, init = {}) => {
    // Kept away from Request: in a simulated DOM, signals are of a class that Node's Request refuses.
    const { signal = input instanceof Request ? input.signal : null, ...rest } = init;
    signal?.throwIfAborted();
    return rejectOnAbort(run(new Request(input, rest)), signal);
  };
}

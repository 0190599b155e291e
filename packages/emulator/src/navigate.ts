import type { Cookies } from './cookies.ts';

/** Enough for any login; what goes on longer goes in circles. */
const maxRedirects = 20;

type Handle = (
  request: Request,
  from: { origin: string | undefined; cookies: Cookies },
) => Promise<Response>;

/**
 * Goes to an address as a browser's address bar does: with cookies, without CORS, and on along redirects as long as they lead
 * to the emulator itself.
 *
 * @returns The page, or the redirect that leaves the emulator: its `location` is where the browser would go next.
 */
export function createNavigate(options: {
  handle: Handle;
  issuer: string;
  cookies: Cookies;
}): (address: string | URL, init?: RequestInit) => Promise<Response> {
  const { handle, cookies } = options;
  const home = new URL(options.issuer).origin;

  const go = async (request: Request, redirectsLeft: number): Promise<Response> => {
    // A form of the emulator's own pages is sent with their origin.
    const origin = request.method === 'GET' ? undefined : home;
    const answer = await handle(request, { origin, cookies });
    if (answer.type === 'error') throw new TypeError('The connection was lost.');
    const location = answer.headers.get('location');
    if (location === null || new URL(location, request.url).origin !== home) return answer;
    if (redirectsLeft === 0) throw new TypeError('Too many redirects.');
    return go(new Request(new URL(location, request.url)), redirectsLeft - 1);
  };

  return async (address, init) => {
    const request = new Request(new URL(address, options.issuer), init);
    if (new URL(request.url).origin !== home) {
      throw new TypeError(`This emulator is ${options.issuer}, the address is ${request.url}.`);
    }
    return go(request, maxRedirects);
  };
}

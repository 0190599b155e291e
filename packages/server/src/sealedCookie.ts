import type { RequestHead } from './incomingRequest.ts';
import type { Seal, SealPurpose } from './seal.ts';

export interface SealedCookie {
  /** What the request's cookie holds; `undefined` when there is none, or none that we have sealed. */
  readonly read: (request: RequestHead) => Promise<unknown>;
  /** The `Set-Cookie` lines that put `value` there, in as many cookies as it takes. */
  readonly write: (
    request: RequestHead,
    value: unknown,
    maxAgeSeconds: number,
  ) => Promise<string[]>;
  /** The `Set-Cookie` lines that take it away. */
  readonly clear: (request: RequestHead) => string[];
}

/** Browsers take 4096 bytes, name and attributes among them. */
const chunk = /.{1,3800}/g;

/** Where the cookies of a page are: at http on this machine, or anywhere else. */
interface Place {
  /** The name of the first chunk. */
  readonly base: string;
  readonly secure: '' | '; Secure';
}

/**
 * A cookie that no script can read and nobody but us can write: encrypted, `HttpOnly`, `SameSite=Lax`, for this
 * host alone (`__Host-`, RFC 6265bis §4.1.3.2).
 *
 * @param options.isLocal - Whether a request came over http to this machine: there, browsers refuse `__Host-`,
 *   which asks for `Secure`.
 */
export function createSealedCookie(options: {
  readonly name: string;
  readonly purpose: SealPurpose;
  readonly seal: Seal;
  readonly isLocal: (request: RequestHead) => boolean;
}): SealedCookie {
  const { name, purpose, seal, isLocal } = options;
  const placeOf = (request: RequestHead): Place =>
    isLocal(request) ? { base: name, secure: '' } : { base: `__Host-${name}`, secure: '; Secure' };

  return {
    async read(request) {
      const place = placeOf(request);
      const { base } = place;
      const cookies = present(request, place);
      let text = cookies.get(base);
      for (let index = 1; text !== undefined && cookies.has(`${base}.${index}`); index += 1) {
        text += cookies.get(`${base}.${index}`);
      }
      return text === undefined ? undefined : seal.open(purpose, text);
    },
    async write(request, value, maxAgeSeconds) {
      const place = placeOf(request);
      const { base } = place;
      const text = await seal.close(purpose, value);
      const chunks = text.match(chunk) ?? [];
      const cookies = new Map(
        chunks.map((part, index) => [index === 0 ? base : `${base}.${index}`, part]),
      );
      // A session that has become smaller leaves no chunk of the one before.
      const left = [...present(request, place).keys()].filter((cookie) => !cookies.has(cookie));
      const lines = [...cookies].map(([cookie, part]) => line(place, cookie, part, maxAgeSeconds));
      return [...lines, ...clearAll(place, left)];
    },
    // Also when the request has none: it may have been sent before the cookie arrived.
    clear(request) {
      const place = placeOf(request);
      return clearAll(place, new Set([place.base, ...present(request, place).keys()]));
    },
  };
}

const line = ({ secure }: Place, cookie: string, value: string, maxAgeSeconds: number) =>
  `${cookie}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;

const clearAll = (place: Place, cookies: Iterable<string>) =>
  [...cookies].map((cookie) => line(place, cookie, '', 0));

/** Those of the request's cookies that are ours, whole or chunk: `name`, `name.1`, `name.2` … */
function present(request: RequestHead, { base }: Place): Map<string, string> {
  const isOurs = (cookie: string) =>
    cookie === base ||
    (cookie.startsWith(`${base}.`) && /^\d+$/.test(cookie.slice(base.length + 1)));
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  });
  return new Map(pairs.filter(([cookie]) => isOurs(cookie)));
}

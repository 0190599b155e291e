import type { Seal, SealPurpose } from './seal.ts';

export interface SealedCookie {
  /** What the request's cookie holds; `undefined` when there is none, or none that we have sealed. */
  readonly read: (request: Request) => Promise<unknown>;
  /** The `Set-Cookie` lines that put `value` there, in as many cookies as it takes. */
  readonly write: (request: Request, value: unknown, maxAgeSeconds: number) => Promise<string[]>;
  /** The `Set-Cookie` lines that take it away. */
  readonly clear: (request: Request) => string[];
}

/** Browsers take 4096 bytes, name and attributes among them. */
const chunkLength = 3800;

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
  readonly isLocal: (request: Request) => boolean;
}): SealedCookie {
  const { name, purpose, seal, isLocal } = options;
  const nameFor = (request: Request) => (isLocal(request) ? name : `__Host-${name}`);

  const line = (request: Request, cookie: string, value: string, maxAgeSeconds: number) => {
    const attributes = `Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax`;
    return `${cookie}=${value}; ${attributes}${isLocal(request) ? '' : '; Secure'}`;
  };

  /** Those of the request's cookies that are ours, whole or chunk: `name`, `name.1`, `name.2` … */
  const present = (request: Request): Map<string, string> => {
    const base = nameFor(request);
    const isOurs = (cookie: string) =>
      cookie === base ||
      (cookie.startsWith(`${base}.`) && /^\d+$/.test(cookie.slice(base.length + 1)));
    const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair): [string, string] => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    });
    return new Map(pairs.filter(([cookie]) => isOurs(cookie)));
  };

  const clearAll = (request: Request, cookies: Iterable<string>) =>
    [...cookies].map((cookie) => line(request, cookie, '', 0));

  return {
    async read(request) {
      const base = nameFor(request);
      const cookies = present(request);
      let text = cookies.get(base);
      for (let index = 1; text !== undefined && cookies.has(`${base}.${index}`); index += 1) {
        text += cookies.get(`${base}.${index}`);
      }
      return text === undefined ? undefined : seal.open(purpose, text);
    },
    async write(request, value, maxAgeSeconds) {
      const base = nameFor(request);
      const text = await seal.close(purpose, value);
      const chunks = text.match(new RegExp(`.{1,${chunkLength}}`, 'g')) ?? [];
      const cookies = new Map(
        chunks.map((chunk, index) => [index === 0 ? base : `${base}.${index}`, chunk]),
      );
      // A session that has become smaller leaves no chunk of the one before.
      const left = [...present(request).keys()].filter((cookie) => !cookies.has(cookie));
      const lines = [...cookies].map(([cookie, chunk]) =>
        line(request, cookie, chunk, maxAgeSeconds),
      );
      return [...lines, ...clearAll(request, left)];
    },
    // Also when the request has none: it may have been sent before the cookie arrived.
    clear: (request) => clearAll(request, new Set([nameFor(request), ...present(request).keys()])),
  };
}

/** The cookies that one browser keeps for the emulator. */
export interface Cookies {
  readonly get: (name: string) => string | undefined;
  /** @param value - `undefined` takes the cookie away. */
  readonly set: (name: string, value: string | undefined) => void;
}

/** A browser's cookies in memory: a page cannot read or write the headers that carry them. */
export function createCookieJar(): Cookies & { reset: () => void } {
  const cookies = new Map<string, string>();
  return {
    get: (name) => cookies.get(name),
    set(name, value) {
      if (value === undefined) cookies.delete(name);
      else cookies.set(name, value);
    },
    reset: () => cookies.clear(),
  };
}

/**
 * The cookies of a request over HTTP.
 *
 * @param isSecure - Browsers send a cookie from another site's page only over https (`SameSite=None`). On plain http all
 *   ports of `localhost` are one site, so `Lax` is enough there.
 * @returns Also the lines for `Set-Cookie`, once the answer is made.
 */
export function headerCookies(
  header: string | null,
  isSecure: boolean,
): Cookies & { lines: () => string[] } {
  const jar = createCookieJar();
  for (const pair of (header ?? '').split(';')) {
    const [name = '', ...value] = pair.trim().split('=');
    jar.set(name, value.join('='));
  }
  const lines: string[] = [];
  const attributes = `Path=/; HttpOnly; SameSite=${isSecure ? 'None; Secure' : 'Lax'}`;
  return {
    get: jar.get,
    set(name, value) {
      jar.set(name, value);
      lines.push(
        `${name}=${value ?? ''}; ${attributes}${value === undefined ? '; Max-Age=0' : ''}`,
      );
    },
    lines: () => lines,
  };
}

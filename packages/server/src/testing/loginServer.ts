import { createEmulator, type EmulatorOptions } from '@auth0-passwordless/emulator';
import { createPasswordlessHandler } from '../passwordlessHandler.ts';
import type { PasswordlessHandlerOptions } from '../handlerOptions.ts';
import { clientSecret, cookieSecret } from './secrets.ts';

export { clientSecret, cookieSecret };
export const email = { connection: 'email', email: 'ana@example.com' } as const;

/** Only what browsers keep: no attributes but the end. */
function createJar() {
  const cookies = new Map<string, string>();
  return {
    cookies,
    header: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    store(lines: readonly string[]) {
      for (const line of lines) {
        const [, name = '', value = '', maxAge] =
          /^([^=]+)=([^;]*);.*Max-Age=(\d+)/.exec(line) ?? [];
        if (maxAge === '0') cookies.delete(name);
        else cookies.set(name, value);
      }
    },
  };
}

/** The handler before an emulated Auth0, and a browser with a page of the same origin. */
export function loginServer(
  options: Partial<PasswordlessHandlerOptions> & { origin?: string } = {},
  emulatorOptions?: EmulatorOptions,
) {
  const { origin = 'https://app.example.com', ...rest } = options;
  const emulator = createEmulator(emulatorOptions);
  const common = {
    domain: 'http://localhost:4400',
    clientId: 'web',
    clientSecret,
    cookieSecret,
    fetch: emulator.fetch,
    now: () => emulator.clock.now(),
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `Partial` lost which mode it is of
  const handlerOptions = { ...common, ...rest } as PasswordlessHandlerOptions;
  const handler = createPasswordlessHandler(handlerOptions);
  const jar = createJar();

  /** As the browser sends it for a script of the page. */
  const requestOf = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    const own = { origin, 'sec-fetch-site': 'same-origin', cookie: jar.header() };
    for (const [name, value] of Object.entries(own)) {
      if (value && !headers.has(name)) headers.set(name, value);
    }
    return new Request(new URL(path, origin), { ...init, headers });
  };
  const browser: typeof fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const request = requestOf(address, init);
    request.signal.throwIfAborted();
    const aborted = new Promise<never>((_, reject) => {
      request.signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    });
    const response = await Promise.race([handler(request, { ip: '203.0.113.7' }), aborted]);
    jar.store(response.headers.getSetCookie());
    return response;
  };
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    browser(`/passwordless/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const newestCode = () => emulator.outbox.messages()[0]?.code ?? '';
  const wrongCode = (digit = 0) =>
    newestCode().replace(/^./, (first) => String((Number(first) + 1 + digit) % 10));
  const login = async () => {
    await post('start', email);
    return post('exchange', { ...email, code: newestCode() });
  };
  return { emulator, handler, jar, requestOf, browser, post, newestCode, wrongCode, login };
}

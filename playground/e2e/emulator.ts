/** A message as `GET /_emulator/messages` shows it. */
interface Message {
  code?: string;
  to: string;
}

/** An emulator under test, by its control routes. */
export function emulatorAt(origin: string) {
  const post = (path: string, body: object = {}) => send('POST', path, body);
  const put = (path: string, body: object) => send('PUT', path, body);

  async function send(method: string, path: string, body: object): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const init = { method, headers, body: JSON.stringify(body) };
    const response = await fetch(origin + path, init);
    if (!response.ok)
      throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  }

  async function get<T>(path: string): Promise<T> {
    return (await fetch(origin + path)).json();
  }

  const messages = (to: string) =>
    get<Message[]>(`/_emulator/messages?to=${encodeURIComponent(to)}`);
  return {
    reset: () => post('/_emulator/reset'),
    advanceSeconds: (advanceSeconds: number) => post('/_emulator/clock', { advanceSeconds }),
    failNext: (rule: {
      path: string;
      status?: number;
      delayMs?: number;
      body?: string | Readonly<Record<string, string>>;
    }) => post('/_emulator/fail-next', rule),
    /** Lets a page of another origin call, as the application's settings in Auth0 do. */
    allowOrigin: (allowed: string) =>
      put('/_emulator/applications/native', { allowedOrigins: [allowed] }),
    messages,
    /** The newest code that went to somebody. */
    async code(to: string): Promise<string> {
      const [newest] = await messages(to);
      if (!newest?.code) throw new Error(`No code was sent to ${to}.`);
      return newest.code;
    },
    /** The endpoints that a browser asked for leave to call. */
    async preflights(): Promise<string[]> {
      const requests = await get<{ method: string; path: string }[]>('/_emulator/requests');
      return requests.filter(({ method }) => method === 'OPTIONS').map(({ path }) => path);
    },
    /** What arrived at Auth0's own endpoints, without preflights: `['POST /oauth/token', …]`. */
    async calls(): Promise<string[]> {
      const requests = await get<{ method: string; path: string }[]>('/_emulator/requests');
      return requests
        .filter(({ method, path }) => method === 'POST' && !path.startsWith('/_emulator'))
        .map(({ method, path }) => `${method} ${path}`);
    },
  };
}

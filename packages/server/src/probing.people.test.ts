// What somebody can learn of other people, or of us, from answers, logs and the clock.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { clientSecret, cookieSecret, email, loginServer } from './testing/loginServer.ts';

const json = { 'content-type': 'application/json' };

/** What Auth0 says of people who may log in, and of those of whom nobody may know. */
const answers = {
  known: [200, { _id: 'a', email: email.email, email_verified: true }],
  unknown: [400, { error: 'bad.connection', error_description: 'Public signup is disabled' }],
  blocked: [403, { error: 'blocked_user', error_description: 'user is blocked' }],
  denied: [403, { error: 'access_denied', error_description: 'By a rule.' }],
} as const;

/** Counts how many turns of the microtask queue a promise takes from when `from` is settled. */
async function turnsOf(promise: Promise<unknown>, from: Promise<unknown>): Promise<number> {
  let isDone = false;
  void promise.finally(() => {
    isDone = true;
  });
  await from;
  for (let turns = 0; turns < 1000; turns += 1) {
    if (isDone) return turns;
    await Promise.resolve();
  }
  throw new Error('It is never done.');
}

describe('the answer to a start', () => {
  it.each(Object.keys(answers))(
    'is made by the same calls and in as many turns for %s people',
    async (kind) => {
      let says: readonly [number, unknown] = answers.known;
      const calls: unknown[] = [];
      let settle = () => undefined as void;
      const server = loginServer({
        // No time passes: only what is done counts.
        now: () => 1_800_000_000_000,
        fetch: (input, init) => {
          calls.push([init?.method, input, init?.body]);
          const [status, body] = says;
          const text = () => {
            settle();
            return Promise.resolve(JSON.stringify(body));
          };
          return Promise.resolve(Object.assign(new Response(null, { status }), { text }));
        },
      });
      // How long a send takes is what the first one takes.
      await server.post('start', email);
      calls.length = 0;
      const read = new Promise<void>((resolve) => {
        settle = resolve;
      });
      says = Object(answers)[kind];
      const answered = server.post('start', email);
      const turns = await turnsOf(answered, read);
      const response = await answered;
      expect(calls).toEqual([
        [
          'POST',
          'http://localhost:4400/passwordless/start',
          `{"client_id":"web","connection":"email","email":"ana@example.com","send":"code","client_secret":"${clientSecret}"}`,
        ],
      ]);
      expect({
        turns,
        status: response.status,
        headers: [...response.headers],
        body: await response.text(),
      }).toEqual({
        turns: await turnsForKnown(),
        status: 204,
        headers: [
          ['cache-control', 'no-store'],
          ['x-content-type-options', 'nosniff'],
        ],
        body: '',
      });
    },
  );
});

/** The measure of all others. */
async function turnsForKnown(): Promise<number> {
  let settle = () => undefined as void;
  const read = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const server = loginServer({
    now: () => 1_800_000_000_000,
    fetch: () => {
      const text = () => {
        settle();
        return Promise.resolve(JSON.stringify(answers.known[1]));
      };
      return Promise.resolve(Object.assign(new Response(null, { status: 200 }), { text }));
    },
  });
  return turnsOf(server.post('start', email), read);
}

describe('secrets', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('are in no answer, no error and no log, whatever is sent and whatever Auth0 says', async () => {
    const logs = (['log', 'info', 'warn', 'error', 'debug', 'trace'] as const).map((level) =>
      vi.spyOn(console, level).mockReturnValue(undefined),
    );
    const errors: unknown[] = [];
    const tokens: string[] = [];
    const server = loginServer({
      scope: 'openid profile email offline_access',
      audience: 'https://api.example.com/',
      onError: (error) => errors.push(error),
      onAuthenticated: ({ tokens: { accessToken, idToken = '', refreshToken = '' } }) => {
        tokens.push(accessToken, idToken, refreshToken);
      },
    });
    const { emulator, handler, requestOf, newestCode } = server;
    const seen: string[] = [];
    const send = async (path: string, init: RequestInit = {}) => {
      const response = await handler(requestOf(`/passwordless/${path}`, init), {
        ip: '198.51.100.1',
      });
      server.jar.store(response.headers.getSetCookie());
      seen.push(JSON.stringify([...response.headers]) + (await response.text()));
    };
    const post = (path: string, body: string, headers = {}) =>
      send(path, { method: 'POST', headers: { ...json, ...headers }, body });

    await post('start', JSON.stringify(email));
    const code = newestCode();
    const secrets = () => [clientSecret, cookieSecret, code, ...tokens].filter(Boolean);
    // Auth0 has not got the secret of the cookies.
    const echo = [clientSecret, code].join(' ');
    const exchange = JSON.stringify({ ...email, code });
    const upstream = [
      { status: 400, body: { error: 'invalid_grant', error_description: echo } },
      { status: 401, body: { error: 'invalid_client', error_description: echo } },
      { status: 403, body: { error: 'unauthorized_client', error_description: echo } },
      { status: 429, body: { error: 'too_many_requests' }, headers: { 'retry-after': echo } },
      { status: 500, body: `<h1>${echo}</h1>` },
      { status: 302, headers: { location: `https://evil.example/?${code}` } },
      { status: 200, body: { access_token: echo } },
      { status: 200, body: echo },
      { network: true },
    ];
    for (const rule of upstream) {
      emulator.failNext({ path: '/oauth/token', ...rule });
      await post('exchange', exchange);
    }
    await post('exchange', `${exchange}${echo}`);
    await post('exchange', exchange, { 'content-type': `text/${code}` });
    await post('exchange', exchange, { origin: `https://${code}.example` });
    await post(`exchange/${code}`, exchange);
    await send(`exchange?code=${code}`);
    await post('exchange', exchange);
    await send('session');
    await send('logout', { method: 'POST' });

    expect(tokens).toHaveLength(3);
    expect(seen).toHaveLength(18);
    const told = errors.map((error) =>
      error instanceof Error
        ? `${error.message} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`
        : String(error),
    );
    expect(told.length).toBeGreaterThanOrEqual(upstream.length);
    for (const secret of secrets()) {
      for (const text of [...seen, ...told]) expect(text).not.toContain(secret);
    }
    for (const log of logs) expect(log).not.toHaveBeenCalled();
  });

  it('do not follow a redirect of whoever answers in Auth0’s name', async () => {
    const modes: unknown[] = [];
    const { post } = loginServer({
      fetch: (_, init) => {
        modes.push(init?.redirect);
        return Promise.resolve(
          new Response(null, { status: 307, headers: { location: 'https://evil.example/' } }),
        );
      },
    });
    const response = await post('start', email);
    expect([response.status, modes]).toEqual([502, ['error']]);
  });
});

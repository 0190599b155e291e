import { describe, expect, it } from 'vitest';
import { createEmulator } from './createEmulator.ts';
import { ada } from './testing/caller.ts';

const app = 'http://localhost:5173';
const foreign = 'https://evil.example';

function setUp(options?: Parameters<typeof createEmulator>[0]) {
  const emulator = createEmulator(options);
  const at = (path: string) => new URL(path, emulator.issuer);
  return {
    emulator,
    preflight: (path: string, origin: string) =>
      emulator.handle(
        new Request(at(path), {
          method: 'OPTIONS',
          headers: { origin, 'access-control-request-method': 'POST' },
        }),
      ),
    start: (origin: string, client_id = 'native') =>
      emulator.handle(
        new Request(at('/passwordless/start'), {
          method: 'POST',
          headers: { origin, 'content-type': 'application/json' },
          body: JSON.stringify({ ...ada, client_id, send: 'code' }),
        }),
      ),
    get: (path: string, origin: string) =>
      emulator.handle(new Request(at(path), { headers: { origin } })),
  };
}

const shop = {
  clientId: 'shop',
  name: 'Shop',
  type: 'native',
  grantTypes: [],
  callbacks: ['https://login.shop.example/callback', 'com.example.shop://callback'],
  allowedOrigins: ['https://*.store.example'],
} as const;

describe('a page of an allowed origin', () => {
  it('may ask first, with the headers of Auth0’s SDKs', async () => {
    const answer = await setUp().preflight('/passwordless/start', app);
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe(app);
    expect(answer.headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect(answer.headers.get('access-control-allow-headers')).toBe(
      'authorization, auth0-client, content-type, dpop, x-request-language',
    );
    expect(answer.headers.get('access-control-max-age')).toBeNull();
    expect(answer.headers.get('vary')).toBe('Origin');
  });

  it('may read the answer and its rate limit', async () => {
    const answer = await setUp().start(app);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(app);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(answer.headers.get('vary')).toBe('Origin');
    expect(answer.headers.get('access-control-expose-headers')).toBe(
      'retry-after, x-ratelimit-limit, x-ratelimit-remaining, x-ratelimit-reset',
    );
  });

  it('may read errors and unknown paths too', async () => {
    const { emulator, get, start } = setUp();
    emulator.failNext({ path: '/passwordless/start', status: 503 });
    const answers = await Promise.all([get('/userinfo', app), get('/nothing', app), start(app)]);
    expect(answers.map(({ status }) => status)).toEqual([401, 404, 503]);
    expect(answers.map(({ headers }) => headers.get('access-control-allow-origin'))).toEqual([
      app,
      app,
      app,
    ]);
  });

  it('reads no header when none is exposed', async () => {
    const answer = await setUp({ exposedHeaders: [] }).start(app);
    expect(answer.headers.get('access-control-expose-headers')).toBeNull();
  });
});

describe('a page of another origin', () => {
  it('is refused with a text and without CORS headers', async () => {
    const { emulator, preflight, start } = setUp();
    for (const pending of [preflight('/passwordless/start', foreign), start(foreign)]) {
      const answer = await pending;
      expect(answer.status).toBe(403);
      expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      expect(await answer.text()).toBe('Origin https://evil.example is not allowed.');
    }
    expect(emulator.outbox.messages()).toEqual([]);
  });

  it('may still read discovery and keys', async () => {
    const answer = await setUp().get('/.well-known/openid-configuration', foreign);
    expect(answer.headers.get('access-control-allow-origin')).toBe(foreign);
  });
});

describe('origins', () => {
  it('count by application, which a preflight does not name', async () => {
    const { preflight, start } = setUp({ applications: [shop] });
    const origin = 'https://login.shop.example';
    expect((await preflight('/passwordless/start', origin)).status).toBe(204);
    expect((await start(origin, 'shop')).status).toBe(200);
    expect((await start(origin, 'native')).status).toBe(403);
  });

  it.each([
    ['https://login.shop.example', true],
    ['https://a.store.example', true],
    ['https://a.b.store.example', true],
    ['https://store.example', false],
    ['http://a.store.example', false],
    ['https://evilstore.example', false],
    ['https://a.store.example.evil.example', false],
    ['null', false],
  ])(
    'of the lists are compared whole, wildcards by subdomain: %s %s',
    async (origin, isAllowed) => {
      const { status } = await setUp({ applications: [shop] }).start(origin, 'shop');
      expect(status).toBe(isAllowed ? 200 : 403);
    },
  );

  it('of the option count for every application', async () => {
    const origin = 'http://localhost:6006';
    const { start } = setUp({ origins: [origin], applications: [shop] });
    expect((await start(origin, 'native')).status).toBe(200);
    expect((await start(origin, 'shop')).status).toBe(200);
  });

  it('include the emulator’s own', async () => {
    expect((await setUp().start('http://localhost:4400')).status).toBe(200);
  });

  it('do not matter to a server, which sends none', async () => {
    const { emulator } = setUp();
    const answer = await emulator.handle(new Request('http://localhost:4400/userinfo'));
    expect(answer.status).toBe(401);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { createEmulator } from '../createEmulator.ts';
import { callerOf } from '../testing/caller.ts';

function setUp(options?: Parameters<typeof createEmulator>[0]) {
  const emulator = createEmulator({ now: () => 1_700_000_000_000, ...options });
  const getList = async (path: string): Promise<unknown> => {
    const response = await emulator.fetch(new URL(path, emulator.issuer));
    return response.json();
  };
  return { emulator, getList, ...callerOf(emulator) };
}

const handle = (url: string, headers: Record<string, string> = {}, issuer?: string) =>
  createEmulator(issuer === undefined ? {} : { issuer }).handle(new Request(url, { headers }));

describe('GET /_emulator/messages', () => {
  it('lists messages, newest first, to one address if asked', async () => {
    const { emulator, getList, start } = setUp();
    await start({ email: 'ada@example.com' });
    await start({ email: 'bob@example.com' });
    expect(await getList('/_emulator/messages')).toEqual(emulator.outbox.messages());
    expect(await getList('/_emulator/messages?to=ADA@example.com')).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{24}$/),
        to: 'ada@example.com',
        connection: 'email',
        send: 'code',
        code: expect.stringMatching(/^\d{6}$/),
        sentAt: 1_700_000_000_000,
        subject: expect.any(String),
        text: expect.any(String),
        html: expect.any(String),
      },
    ]);
  });
});

describe('GET /_emulator/requests', () => {
  it('lists what arrived, oldest first, without secrets and without itself', async () => {
    const { getList, start, token, codeFor, get } = setUp();
    await start({}, { 'x-request-language': 'fr', 'x-other': 'unseen' });
    const otp = codeFor('ada@example.com');
    const { body } = await token({ otp, client_secret: 'hush' });
    await get('/userinfo?access_token=abc', {
      authorization: `Bearer ${String(body.access_token)}`,
    });
    const requests = await getList('/_emulator/requests');
    expect(requests).toEqual([
      {
        method: 'POST',
        path: '/passwordless/start',
        query: {},
        headers: { 'content-type': 'application/json', 'x-request-language': 'fr' },
        body: {
          client_id: 'native',
          connection: 'email',
          email: 'ada@example.com',
          send: 'code',
        },
        status: 200,
        at: 1_700_000_000_000,
      },
      expect.objectContaining({
        path: '/oauth/token',
        body: expect.objectContaining({ otp: '[masked]', client_secret: '[masked]' }),
      }),
      expect.objectContaining({
        method: 'GET',
        path: '/userinfo',
        query: { access_token: '[masked]' },
        headers: { authorization: '[masked]' },
      }),
    ]);
    expect(JSON.stringify(requests)).not.toContain(otp);
  });
});

describe('POST /_emulator/clock', () => {
  it('moves the time', async () => {
    const { emulator, post } = setUp();
    const { status, body } = await post('/_emulator/clock', { advanceSeconds: 1.5 });
    expect([status, body]).toEqual([200, { now: 1_700_000_001_500 }]);
    expect(emulator.clock.now()).toBe(1_700_000_001_500);
  });

  it.each([{}, { advanceSeconds: '180' }, { advanceSeconds: -1 }])('refuses %o', async (fields) => {
    const { status, body } = await setUp().post('/_emulator/clock', fields);
    expect(status).toBe(400);
    expect(body.error).toContain('advanceSeconds');
  });
});

describe('POST /_emulator/fail-next', () => {
  it('orders a failure', async () => {
    const { post, start } = setUp();
    const rule = { path: '/passwordless/start', status: 502, body: '<p>Bad gateway' };
    expect((await post('/_emulator/fail-next', rule)).status).toBe(200);
    expect((await start()).status).toBe(502);
  });
});

describe('POST /_emulator/reset', () => {
  it('empties the mailbox', async () => {
    const { emulator, post, start } = setUp();
    await start();
    expect((await post('/_emulator/reset', {})).status).toBe(200);
    expect(emulator.outbox.messages()).toEqual([]);
  });
});

describe('any other control', () => {
  it('is not found', async () => {
    expect((await setUp().get('/_emulator/nothing')).status).toBe(404);
  });
});

describe('controls', () => {
  it('are open to pages of allowed origins and to callers without one', async () => {
    const url = 'http://localhost:4400/_emulator/messages';
    const shared = await handle(url, { origin: 'http://localhost:5173' });
    expect(shared.status).toBe(200);
    expect(shared.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
    expect((await handle(url)).status).toBe(200);
  });

  it('are closed to pages of other origins', async () => {
    const { emulator } = setUp();
    const refused = await emulator.handle(
      new Request('http://localhost:4400/_emulator/clock', {
        method: 'POST',
        headers: { origin: 'https://evil.example', 'content-type': 'application/json' },
        body: '{"advanceSeconds":1}',
      }),
    );
    expect(refused.status).toBe(403);
    expect(refused.headers.get('access-control-allow-origin')).toBeNull();
    expect(emulator.clock.now()).toBe(1_700_000_000_000);
  });

  it.each([
    ['http://evil.example:4400', 403],
    ['http://127.0.0.1:4400', 200],
    ['http://[::1]:4400', 200],
    ['http://auth0:4400', 200],
    ['http://auth0.localhost:4400', 200],
  ])('asked for by the name of %s answer %d', async (base, status) => {
    expect((await handle(`${base}/_emulator/messages`)).status).toBe(status);
  });

  it('answer to the issuer’s own name', async () => {
    const url = 'https://login.example.com/_emulator/messages';
    expect((await handle(url, {}, 'https://login.example.com')).status).toBe(200);
  });
});

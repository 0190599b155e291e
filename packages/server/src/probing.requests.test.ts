// What somebody who is not the page sends, after the OWASP testing guide: other sites, other headers, other bodies.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PasswordlessHandlerOptions } from './handlerOptions.ts';
import { toNodeListener } from './node.ts';
import { email, loginServer } from './testing/loginServer.ts';

const json = { 'content-type': 'application/json' };
const startBody = JSON.stringify(email);

/** A request with these headers only: nothing of a browser is added. */
const bare = (path: string, headers: Record<string, string>, body?: BodyInit) =>
  new Request(`https://app.example.com/passwordless/${path}`, {
    method: 'POST',
    headers,
    ...(body !== undefined && { body }),
  });

describe('a page of another site', () => {
  it.each<[string, Record<string, string>, BodyInit | undefined]>([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'connection=email'],
    ['a form with a file', { 'content-type': 'multipart/form-data; boundary=x' }, '--x--'],
    ['JSON in a text form', { 'content-type': 'text/plain' }, startBody],
    ['a beacon without a type', {}, new Uint8Array(new TextEncoder().encode(startBody))],
    ['JSON, had the preflight passed', json, startBody],
  ])('gets nowhere with %s', async (_, headers, body) => {
    const { emulator, handler, jar, login } = loginServer();
    await login();
    const calls = emulator.requests().length;
    const cookie = [...jar.cookies].map((pair) => pair.join('=')).join('; ');
    const evil = { cookie, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    for (const path of ['start', 'exchange', 'logout']) {
      const response = await handler(bare(path, { ...evil, ...headers }, body));
      expect([path, response.status, response.headers.getSetCookie()]).toEqual([path, 403, []]);
    }
    expect(emulator.requests()).toHaveLength(calls);
  });

  it.each<[string, Record<string, string>]>([
    ['a page without an origin, from elsewhere', { 'sec-fetch-site': 'cross-site' }],
    ['a page without an origin, of a sibling', { 'sec-fetch-site': 'same-site' }],
    ['an address that was typed', { 'sec-fetch-site': 'none' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a sandboxed frame that says it is ours', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
    ['a sibling', { origin: 'https://blog.example.com', 'sec-fetch-site': 'same-site' }],
    ['a child', { origin: 'https://x.app.example.com' }],
    ['two origins', { origin: 'https://app.example.com, https://evil.example' }],
    ['our origin in the name of another', { origin: 'https://app.example.com@evil.example' }],
    ['an origin that is none', { origin: 'app.example.com' }],
    ['nothing at all', {}],
  ])('is %s, and is refused', async (_, headers) => {
    const { handler } = loginServer();
    const response = await handler(bare('logout', headers));
    expect([response.status, response.headers.getSetCookie()]).toEqual([403, []]);
  });

  it('gets no leave of a preflight, and cannot read an answer', async () => {
    const { handler, browser } = loginServer();
    const preflight = new Request('https://app.example.com/passwordless/session', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    const responses = [
      await handler(preflight),
      await browser('/passwordless/session', { headers: { origin: 'https://evil.example' } }),
    ];
    expect(responses.map(({ status }) => status)).toEqual([405, 200]);
    for (const { headers } of responses) {
      const allowed = [...headers.keys()].filter((name) => name.startsWith('access-control-'));
      expect(allowed).toEqual([]);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('is not let in by a Host of its own, where the origins are named', async () => {
    const { handler } = loginServer({ origins: ['https://app.example.com'] });
    const request = new Request('https://evil.example/passwordless/start', {
      method: 'POST',
      headers: { ...json, origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
      body: startBody,
    });
    expect((await handler(request)).status).toBe(403);
  });
});

describe('another method or route', () => {
  it.each(['x-http-method-override', 'x-http-method', 'x-method-override'])(
    'is not had by %s',
    async (header) => {
      const { handler, requestOf } = loginServer();
      const posing = requestOf('/passwordless/logout?_method=POST', {
        headers: { [header]: 'POST' },
      });
      expect((await handler(posing)).status).toBe(405);
      const posted = requestOf('/passwordless/session', {
        method: 'POST',
        headers: { [header]: 'GET' },
      });
      expect((await handler(posted)).status).toBe(405);
    },
  );

  it.each(['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])(
    '%s is refused',
    async (method) => {
      const { handler, requestOf } = loginServer();
      for (const path of ['start', 'exchange', 'session', 'logout']) {
        expect((await handler(requestOf(`/passwordless/${path}`, { method }))).status).toBe(405);
      }
    },
  );

  it.each([
    '',
    '/',
    '/start/',
    '//start',
    '/START',
    '/start%2f',
    '/__proto__',
    '/constructor',
    'x/start',
  ])('of the name "%s" is none', async (path) => {
    const { handler, requestOf } = loginServer();
    const request = requestOf(`/passwordless${path}`, { method: 'POST' });
    expect((await handler(request)).status).toBe(404);
  });
});

describe('a header that says who calls', () => {
  const names = [
    ...['auth0-forwarded-for', 'cf-connecting-ip', 'client-ip', 'fastly-client-ip', 'forwarded'],
    ...['true-client-ip', 'x-client-ip', 'x-cluster-client-ip', 'x-forwarded', 'x-forwarded-for'],
    ...['x-original-forwarded-for', 'x-real-ip'],
  ];
  const spoofed = Object.fromEntries(
    names.map((name) => [name, name === 'forwarded' ? 'for=6.6.6.6' : '6.6.6.6']),
  );
  const toldTo = ({ emulator }: ReturnType<typeof loginServer>) =>
    emulator.requests().at(-1)?.headers['auth0-forwarded-for'];

  it.each<[string, Partial<PasswordlessHandlerOptions>, string | undefined]>([
    ['is not believed without a rule', {}, '203.0.113.7'],
    [
      'is believed under the name of the rule only',
      { trustedProxy: { header: 'x-azure-clientip' } },
      undefined,
    ],
    [
      'is not believed from anywhere but the proxy',
      { trustedProxy: { isTrusted: (peer) => peer === '10.0.0.1' } },
      '203.0.113.7',
    ],
  ])('%s', async (_, options, expected) => {
    const server = loginServer(options);
    expect((await server.post('start', email, spoofed)).status).toBe(204);
    expect(toldTo(server)).toBe(expected);
  });

  it('wins no tries: the limit counts the connection', async () => {
    const server = loginServer({ limits: { start: { perIp: { count: 2, seconds: 60 } } } });
    const statuses = [];
    for (const index of [1, 2, 3]) {
      const body = { ...email, email: `p${index}@example.com` };
      const headers = { ...spoofed, 'x-forwarded-for': `6.6.6.${index}` };
      statuses.push((await server.post('start', body, headers)).status);
    }
    expect(statuses).toEqual([204, 204, 429]);
  });

  it.each<[string, string | undefined]>([
    ['6.6.6.6, 198.51.100.9', '198.51.100.9'],
    ['198.51.100.9,', undefined],
    ['6.6.6.6, "198.51.100.9"', undefined],
    ['6.6.6.6, 198.51.100.9 evil: 1', undefined],
    ['6.6.6.6; 198.51.100.9', undefined],
    ['0x7f.1', undefined],
    ['3325256713', undefined],
    ['198.51.100.009999', undefined],
    ['1'.repeat(5000), undefined],
  ])('of a trusted proxy: "%s" is the address %s', async (value, expected) => {
    const server = loginServer({ trustedProxy: {} });
    const response = await server.post('start', email, { 'x-forwarded-for': value });
    expect([response.status, toldTo(server)]).toEqual([204, expected]);
  });
});

describe('a body', () => {
  const nested = `{"connection":${'['.repeat(4000)}${']'.repeat(4000)}}`;

  it.each<[string, BodyInit, number]>([
    ['deeply nested', nested, 400],
    [
      'with an address that ends in NUL',
      '{"connection":"email","email":"a@example.com\\u0000"}',
      400,
    ],
    ['with half a character', '{"connection":"email","email":"\\ud800@example.com"}', 400],
    [
      'with a line break in the address',
      '{"connection":"email","email":"a@example.com\\r\\nx:y"}',
      400,
    ],
    ['with a list for an address', '{"connection":"email","email":["a@example.com"]}', 400],
    [
      'with an address in its prototype',
      '{"__proto__":{"connection":"email","email":"a@b.co"}}',
      400,
    ],
    ['in UTF-16', new Uint8Array(Buffer.from(startBody, 'utf16le')), 400],
    ['of bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00, 0x80]), 400],
    ['of blanks', ' '.repeat(8000), 400],
    ['a byte too large', startBody + ' '.repeat(8193 - startBody.length), 413],
    ['as large as it may be', startBody + ' '.repeat(8192 - startBody.length), 204],
    ['with a byte order mark', `\ufeff${startBody}`, 204],
  ])('%s', async (_, body, status) => {
    const { emulator, handler, requestOf } = loginServer();
    const init = { method: 'POST', headers: json, body };
    expect((await handler(requestOf('/passwordless/start', init))).status).toBe(status);
    expect(emulator.requests()).toHaveLength(status === 204 ? 1 : 0);
  });

  it('that names prototypes changes none, and asks for nothing else', async () => {
    const { emulator, post } = loginServer();
    const body = `{"__proto__":{"send":"link","polluted":1},"constructor":{"prototype":{"polluted":1}},"connection":"email","email":"ana@example.com"}`;
    expect((await post('start', body)).status).toBe(204);
    expect(Object(emulator.requests()[0]?.body).send).toBe('code');
    expect('polluted' in {}).toBe(false);
  });

  it('with a key twice is limited and sent by the same one of the two', async () => {
    const limits = { start: { perIdentifier: { count: 1, seconds: 60 } } };
    const { emulator, post } = loginServer({ limits });
    const twice = (first: string) =>
      `{"connection":"email","email":"${first}@example.com","email":"ana@example.com"}`;
    expect((await post('start', twice('one'))).status).toBe(204);
    expect((await post('start', twice('two'))).status).toBe(429);
    expect(emulator.outbox.messages().map(({ to }) => to)).toEqual(['ana@example.com']);
  });

  it.each([
    'application/jsonp',
    'application/json, text/plain',
    'text/plain; application/json',
    'application/x-www-form-urlencoded; application/json',
    'application/json-patch+json',
    'text/json',
    '',
  ])('of the type "%s" is refused', async (type) => {
    const { handler, requestOf } = loginServer();
    const body = new TextEncoder().encode(startBody);
    const init = { method: 'POST', headers: { 'content-type': type }, body };
    expect((await handler(requestOf('/passwordless/start', init))).status).toBe(415);
  });

  it.each<[string, () => Promise<void>]>([
    ['fails', () => Promise.reject(new Error('No.'))],
    ['takes for ever', () => new Promise<never>(() => undefined)],
  ])('that is too large is refused, though calling off the rest %s', async (_, cancel) => {
    const { handler, requestOf } = loginServer();
    const pull = (rest: ReadableStreamDefaultController) => rest.enqueue(new Uint8Array(9000));
    const request = requestOf('/passwordless/start', { method: 'POST', headers: json });
    const body = new ReadableStream({ pull, cancel });
    const { method, url, headers } = request;
    expect((await handler.serve({ method, url, headers, body })).status).toBe(413);
  });

  it.each(['-1', '1e9', '99999999999999999999', 'abc'])(
    'is not taken for shorter by a length of "%s"',
    async (length) => {
      const { handler, requestOf } = loginServer();
      const headers = { ...json, 'content-length': length };
      const init = { method: 'POST', headers, body: 'x'.repeat(9000) };
      expect((await handler(requestOf('/passwordless/start', init))).status).toBe(413);
    },
  );
});

describe('over a socket', () => {
  const open: (() => void)[] = [];
  afterEach(() => {
    for (const close of open.splice(0)) close();
  });

  async function listen() {
    const onError = vi.fn();
    const { emulator, handler } = loginServer({ onError });
    const answered: number[] = [];
    const listener = toNodeListener(handler);
    const server = createServer((incoming, outgoing) => {
      outgoing.on('close', () => answered.push(outgoing.statusCode));
      listener(incoming, outgoing);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    open.push(() => server.close().closeAllConnections());
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const head = (lines: string) =>
      `POST /passwordless/start HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nContent-Type: application/json\r\n${lines}\r\n\r\n`;
    const socket = () => connect(port, '127.0.0.1');
    return { server, emulator, onError, answered, head, socket };
  }

  it.each<[string, string, string]>([
    ['a length and chunks at once', 'Content-Length: 5\r\nTransfer-Encoding: chunked', '0\r\n\r\n'],
    ['two lengths', 'Content-Length: 5\r\nContent-Length: 6', '{"a":1'],
    ['a folded header', 'X-A: 1\r\n evil: 1\r\nContent-Length: 2', '{}'],
    ['a size that is none', 'Transfer-Encoding: chunked', 'zz\r\n'],
  ])('%s is refused with 400', async (_, lines, body) => {
    const { emulator, head, socket } = await listen();
    const client = socket();
    client.end(`${head(lines)}${body}`);
    expect(await text(client)).toMatch(/^HTTP\/1\.1 400 /);
    expect(emulator.requests()).toEqual([]);
  });

  it('half a body is no error of ours', async () => {
    const { server, emulator, onError, head, socket } = await listen();
    const client = socket();
    client.write(`${head('Content-Length: 500')}{"connection":"email"`);
    const [, outgoing] = await once(server, 'request');
    const closed = once(outgoing, 'close');
    client.destroy();
    await closed;
    expect(onError).not.toHaveBeenCalled();
    expect(emulator.requests()).toEqual([]);
  });

  it('a body without an end is cut at the limit, with 413', async () => {
    const { emulator, head, socket } = await listen();
    const client = socket();
    client.write(head('Transfer-Encoding: chunked'));
    const chunk = `400\r\n${' '.repeat(1024)}\r\n`;
    client.write(chunk.repeat(20));
    const [answer] = await once(client, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 413 /);
    expect(emulator.requests()).toEqual([]);
    client.destroy();
  });
});

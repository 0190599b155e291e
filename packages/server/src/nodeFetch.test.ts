import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { listen as listenAsAuth0 } from '@auth0-passwordless/emulator/node';
import { afterEach, expect, it } from 'vitest';
import { createPasswordlessHandler } from './node.ts';
import { nodeFetch } from './nodeFetch.ts';
import { clientSecret, cookieSecret, email } from './testing/loginServer.ts';

const open: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

async function listen(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(() => server.close().closeAllConnections());
  const address = server.address();
  return `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

const { signal } = new AbortController();
const post = { method: 'POST', headers: { 'x-one': '1' }, body: '{"name":"Zoë"}', signal } as const;

it('sends headers and body, and tells status, headers and text', async () => {
  const host = await listen((incoming, outgoing) => {
    const { method, headers } = incoming;
    outgoing.writeHead(429, { 'Retry-After': '7' });
    outgoing.write([method, headers['x-one'], headers['content-length'], ''].join(' '));
    incoming.pipe(outgoing);
  });
  const response = await nodeFetch(`http://${host}/`, post);
  expect(response).toMatchObject({ ok: false, status: 429 });
  expect(response.headers.get('Retry-After')).toBe('7');
  expect(response.headers.get('x-other')).toBeNull();
  expect(await response.text()).toBe('POST 1 15 {"name":"Zoë"}');
});

it('puts characters together that come in two pieces', async () => {
  const bytes = Buffer.from('Zoë');
  const host = await listen((_, outgoing) => {
    outgoing.write(bytes.subarray(0, 3), () => outgoing.end(bytes.subarray(3)));
  });
  expect(await (await nodeFetch(`http://${host}/`, post)).text()).toBe('Zoë');
});

it('sends one request after the other over one connection', async () => {
  const ports = new Set();
  const host = await listen((incoming, outgoing) => {
    ports.add(incoming.socket.remotePort);
    outgoing.end();
  });
  await nodeFetch(`http://${host}/`, post);
  await nodeFetch(`http://${host}/`, post);
  expect(ports.size).toBe(1);
});

it('follows no redirect', async () => {
  let requests = 0;
  const host = await listen((_, outgoing) => {
    requests += 1;
    outgoing.writeHead(307, { location: '/' }).end();
  });
  expect(await nodeFetch(`http://${host}/`, post)).toMatchObject({ ok: false, status: 307 });
  expect(requests).toBe(1);
});

it('speaks TLS with https', async () => {
  const host = await listen((_, outgoing) => outgoing.end());
  await expect(nodeFetch(`https://${host}/`, post)).rejects.toMatchObject({ code: /SSL/ });
});

it('rejects when nobody answers', async () => {
  const host = await listen((incoming) => incoming.socket.destroy());
  await expect(nodeFetch(`http://${host}/`, post)).rejects.toMatchObject({ code: 'ECONNRESET' });
});

it('rejects when the answer breaks off', async () => {
  const host = await listen((incoming, outgoing) => {
    outgoing.writeHead(200, { 'content-length': '10' });
    outgoing.write('{', () => incoming.socket.destroy());
  });
  await expect(nodeFetch(`http://${host}/`, post)).rejects.toMatchObject({ code: 'ECONNRESET' });
});

it.each(['before', 'in the middle of'])(
  'ends the request when it is aborted %s the answer',
  async (when) => {
    const aborts = new AbortController();
    let closed: Promise<unknown> | undefined;
    const host = await listen((incoming, outgoing) => {
      const { socket } = incoming;
      closed = new Promise((resolve) => {
        socket.once('close', resolve);
      });
      if (when === 'before') aborts.abort();
      // A turn later, its beginning has arrived.
      else outgoing.write('{', () => setImmediate(() => setImmediate(() => aborts.abort())));
    });
    await expect(
      nodeFetch(`http://${host}/`, { ...post, signal: aborts.signal }),
    ).rejects.toMatchObject({ message: expect.stringContaining('abort') });
    expect(closed).toBeDefined();
    await closed;
  },
);

it('logs in through the handler; a code that is wrong and an Auth0 that is gone are told apart', async () => {
  const auth0 = await listenAsAuth0({ port: 0, deliver: (message) => Promise.resolve(message) });
  const handler = createPasswordlessHandler({
    domain: `http://localhost:${auth0.port}`,
    clientId: 'web',
    clientSecret,
    cookieSecret,
  });
  const origin = 'https://app.example.com';
  const call = (path: string, body: object) =>
    handler(
      new Request(`${origin}/passwordless/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify(body),
      }),
    );
  expect((await call('start', email)).status).toBe(204);
  const code = auth0.emulator.outbox.messages()[0]?.code ?? '';
  const wrong = await call('exchange', { ...email, code: code === '000000' ? '000001' : '000000' });
  expect(await wrong.json()).toMatchObject({ error: { code: 'wrong_code' } });
  const right = await call('exchange', { ...email, code });
  expect(right.status).toBe(204);
  expect(right.headers.getSetCookie()).toHaveLength(1);
  await auth0.close();
  const gone = await call('start', email);
  expect(gone.status).toBe(503);
  expect(await gone.json()).toMatchObject({ error: { code: 'provider_down' } });
});

import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  request as httpRequest,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { text } from 'node:stream/consumers';
import { createEmulator } from '@auth0-passwordless/emulator';
import { afterEach, describe, expect, it } from 'vitest';
import { toNodeListener, toRequest } from './node.ts';
import { createPasswordlessHandler } from './passwordlessHandler.ts';
import { clientSecret, cookieSecret, email } from './testing/loginServer.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

async function listen(other?: RequestListener) {
  const emulator = createEmulator();
  const handler = createPasswordlessHandler({
    domain: 'http://localhost:4400',
    clientId: 'web',
    clientSecret,
    cookieSecret,
    fetch: emulator.fetch,
  });
  const listener = toNodeListener(handler);
  const page = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { session } = await handler.getSession(toRequest(incoming));
    outgoing.end(session?.user.email ?? 'nobody');
  };
  const server = createServer((incoming, outgoing) => {
    if (incoming.url?.startsWith('/passwordless/')) listener(incoming, outgoing);
    else if (other) other(incoming, outgoing);
    else void page(incoming, outgoing);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(() => server.close().closeAllConnections());
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const origin = `http://localhost:${port}`;
  const post = (path: string, body: string) =>
    fetch(`http://127.0.0.1:${port}/passwordless/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: `http://127.0.0.1:${port}` },
      body,
    });
  return { emulator, port, origin, post };
}

describe('toNodeListener', () => {
  it('logs in over a port, with the IP of the connection', async () => {
    const { emulator, port, post } = await listen();
    expect((await post('start', JSON.stringify(email))).status).toBe(204);
    expect(emulator.requests()[0]?.headers['auth0-forwarded-for']).toBe('127.0.0.1');
    const code = emulator.outbox.messages()[0]?.code;
    const response = await post('exchange', JSON.stringify({ ...email, code }));
    expect(response.status).toBe(204);
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^passwordless=/);
    const page = await fetch(`http://127.0.0.1:${port}/`, { headers: { cookie } });
    expect(await page.text()).toBe(email.email);
  });

  it('answers a body that is too large with 413, and goes on', async () => {
    const { post } = await listen();
    expect((await post('start', 'x'.repeat(1_000_000))).status).toBe(413);
    expect((await post('start', JSON.stringify(email))).status).toBe(204);
  });

  it('reads a header that came twice as one list, whatever the case of its name', async () => {
    const { port } = await listen((incoming, outgoing) => {
      const { url, method, headers } = toRequest(incoming);
      outgoing.end([method, url, headers.get('X-Forwarded-For'), headers.get('x-other')].join(' '));
    });
    const request = httpRequest({ port, host: '127.0.0.1', path: '//other.example/a' });
    request.setHeader('x-forwarded-for', ['192.0.2.1', '192.0.2.2']);
    request.end();
    const [response] = await once(request, 'response');
    expect(await text(response)).toBe(
      `GET http://127.0.0.1:${port}//other.example/a 192.0.2.1, 192.0.2.2 `,
    );
  });

  it('answers a request with a broken host with 400', async () => {
    const { port } = await listen();
    const request = httpRequest({ port, host: '127.0.0.1', path: '/passwordless/session' });
    request.setHeader('host', 'a b');
    request.end();
    const [response] = await once(request, 'response');
    expect(response.statusCode).toBe(400);
    response.resume();
  });
});

import type { IncomingMessage, RequestListener } from 'node:http';
import type { PasswordlessHandler } from './passwordlessHandler.ts';

/** A request of `node:http` as a `Request`, for `getSession` and `getAccessToken`. */
export function toRequest(incoming: IncomingMessage): Request {
  const { method = 'GET', url = '/', socket } = incoming;
  const isEncrypted = 'encrypted' in socket && socket.encrypted === true;
  const host = incoming.headers.host ?? 'localhost';
  const address = new URL(
    url.startsWith('/') ? url : '/',
    `${isEncrypted ? 'https' : 'http'}://${host}`,
  );
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(incoming.headersDistinct)) {
    // Of HTTP/2, which `Headers` does not take.
    if (!name.startsWith(':')) for (const value of values) headers.append(name, value);
  }
  if (method === 'GET' || method === 'HEAD') return new Request(address, { method, headers });
  const chunks: AsyncIterator<Uint8Array> = incoming[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    // No `cancel`: ending the iterator would end the connection before the answer is out.
  });
  // Streams need `duplex` (Fetch standard), which TypeScript's DOM does not know yet.
  const init: RequestInit & { duplex: 'half' } = { method, headers, body, duplex: 'half' };
  return new Request(address, init);
}

/**
 * The handler as a listener of `node:http`, or a route of Express, Fastify (raw) and the like. Knows the address of the
 * connection, so that limits by IP work without a proxy.
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http'
 * import { createPasswordlessHandler } from '@auth0-passwordless/server'
 * import { toNodeListener } from '@auth0-passwordless/server/node'
 *
 * const auth = createPasswordlessHandler({
 *   domain: 'example.eu.auth0.com',
 *   clientId: 'your-client-id',
 *   clientSecret: process.env.AUTH0_CLIENT_SECRET ?? '',
 *   cookieSecret: process.env.COOKIE_SECRET ?? '',
 * })
 * createServer(toNodeListener(auth)).listen(3000)
 * ```
 */
export function toNodeListener(handler: PasswordlessHandler): RequestListener {
  return (incoming, outgoing) => {
    const serve = async () => {
      const response = await handler(toRequest(incoming), { ip: incoming.socket.remoteAddress });
      const headers = [...response.headers].filter(([name]) => name !== 'set-cookie');
      const cookies = response.headers.getSetCookie();
      outgoing.writeHead(response.status, {
        ...Object.fromEntries(headers),
        ...(cookies.length > 0 && { 'set-cookie': cookies }),
      });
      outgoing.end(await response.text());
    };
    // The handler never rejects; a request that is none (a broken Host, say) does.
    serve().catch(() => outgoing.writeHead(400).end());
  };
}

import type { IncomingMessage, RequestListener } from 'node:http';
import type { IncomingRequest } from './incomingRequest.ts';
import type { PasswordlessHandler } from './passwordlessHandler.ts';

export { nodeFetch } from './nodeFetch.ts';

/** A request of `node:http` as the handler takes it, for `getSession` and `getAccessToken` too. */
export function toRequest(incoming: IncomingMessage): IncomingRequest {
  const { method = 'GET', url = '/', socket, headers } = incoming;
  const isEncrypted = 'encrypted' in socket && socket.encrypted === true;
  const host = headers.host ?? 'localhost';
  return {
    method,
    url: `${isEncrypted ? 'https' : 'http'}://${host}${url.startsWith('/') ? url : '/'}`,
    headers: { get: (name) => headers[name.toLowerCase()]?.toString() ?? null },
    // Without `destroyOnReturn`, a body that is too large would end the connection before the answer is out.
    body: incoming.iterator({ destroyOnReturn: false }),
  };
}

/**
 * The handler as a listener of `node:http`, or a route of Express, Fastify (raw) and the like. Knows the address of the
 * connection, so that limits by IP work without a proxy.
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http'
 * import { createPasswordlessHandler } from '@auth0-passwordless/server'
 * import { nodeFetch, toNodeListener } from '@auth0-passwordless/server/node'
 *
 * const auth = createPasswordlessHandler({
 *   domain: 'example.eu.auth0.com',
 *   clientId: 'your-client-id',
 *   clientSecret: process.env.AUTH0_CLIENT_SECRET ?? '',
 *   cookieSecret: process.env.COOKIE_SECRET ?? '',
 *   fetch: nodeFetch,
 * })
 * createServer(toNodeListener(auth)).listen(3000)
 * ```
 */
export function toNodeListener(handler: PasswordlessHandler): RequestListener {
  return (incoming, outgoing) => {
    const serve = async () => {
      const answer = await handler.serve(toRequest(incoming), {
        ip: incoming.socket.remoteAddress,
      });
      const { status, headers, setCookies, body } = answer;
      outgoing.writeHead(
        status,
        setCookies.length > 0 ? { ...headers, 'set-cookie': [...setCookies] } : headers,
      );
      if (body === null) outgoing.end();
      else outgoing.end(body);
    };
    // Rejects for a request that is none (a broken Host, say).
    serve().catch(() => outgoing.writeHead(400).end());
  };
}

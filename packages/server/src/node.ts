import type { IncomingMessage, RequestListener } from 'node:http';
import { createHandler } from './createHandler.ts';
import type { PasswordlessHandlerOptions } from './handlerOptions.ts';
import type { IncomingRequest } from './incomingRequest.ts';
import { nodeFetch } from './nodeFetch.ts';
import { nodeHeaders } from './nodeHeaders.ts';
import { createNodeSeal } from './nodeSeal.ts';
import type { PasswordlessHandler } from './passwordlessHandler.ts';

/**
 * The same as `createPasswordlessHandler` of the main entry, quicker: it calls Auth0 by `node:http` and `node:https`
 * unless `fetch` is given, and seals cookies by `node:crypto`. Both read each other's cookies.
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http'
 * import { createPasswordlessHandler, toNodeListener } from '@auth0-passwordless/server/node'
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
export const createPasswordlessHandler = (
  options: PasswordlessHandlerOptions,
): PasswordlessHandler =>
  createHandler({ ...options, fetch: options.fetch ?? nodeFetch }, createNodeSeal);

/** A request of `node:http`, for `getSession`, `getAccessToken` and `signIn`. */
export function toRequest(incoming: IncomingMessage): IncomingRequest {
  const { method = 'GET', url = '/', socket, headers } = incoming;
  const isEncrypted = 'encrypted' in socket && socket.encrypted === true;
  const host = headers.host ?? 'localhost';
  return {
    method,
    url: `${isEncrypted ? 'https' : 'http'}://${host}${url.startsWith('/') ? url : '/'}`,
    headers: nodeHeaders(headers),
    // Without `destroyOnReturn`, a body that is too large would end the connection before the answer is out.
    body: incoming.iterator({ destroyOnReturn: false }),
  };
}

/**
 * The handler as a listener of `node:http`, or a route of Express, Fastify (raw) and the like. Knows the address of the
 * connection, so that limits by IP work without a proxy.
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

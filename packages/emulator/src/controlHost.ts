import type { MiddlewareHandler } from 'hono';
import { answerJson } from './answerJson.ts';
import type { EndpointEnv } from './endpoint.ts';
import { isIpAddress } from './ipAddress.ts';

/**
 * Refuses control requests that arrive under a name from the public DNS.
 *
 * A foreign page can point a name of its own at this machine (DNS rebinding). Its requests are then
 * of one origin and carry no `Origin` header, but they still carry that name. Addresses, names
 * without a dot (`localhost`, a container's name) and `*.localhost` cannot be taken over like that.
 */
export function controlHost(issuer: string): MiddlewareHandler<EndpointEnv> {
  const own = new URL(issuer).hostname;
  return async (c, next) => {
    const { hostname } = new URL(c.req.url);
    const isLocal = !hostname.includes('.') || hostname.endsWith('.localhost');
    if (hostname === own || isLocal || isIpAddress(hostname)) return next();
    return answerJson(403, { error: `Controls are not answered under the name ${hostname}.` });
  };
}

import type { Clock } from './clock.ts';
import { createRateLimit, type RateLimit } from './rateLimit.ts';

export interface EndpointLimits {
  /** The limit of a path, and by what its calls are counted. `undefined`: the path counts its own calls, or is a page. */
  of(path: string): { limit: RateLimit; by: 'tenant' | 'ip' | 'token' } | undefined;
  reset(): void;
}

/**
 * The limits of a free tenant, for the endpoints that do not count their own calls.
 *
 * @see {@link https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy/rate-limit-configurations/free-public Auth0 docs: Rate limits of free tenants}
 */
export function createEndpointLimits(clock: Clock): EndpointLimits {
  const limit = (perHour: number, burst: number) => createRateLimit({ clock, perHour, burst });
  const perSecond = 3600;
  const perMinute = 60;

  const token = { limit: limit(30 * perSecond, 30), by: 'tenant' as const };
  const crossOrigin = { limit: limit(5 * perSecond, 5), by: 'ip' as const };
  const userinfo = { limit: limit(5 * perMinute, 10), by: 'token' as const };
  const jwks = { limit: limit(20 * perSecond, 20), by: 'tenant' as const };
  /** The limit of the Authentication API, for what has none of its own. */
  const other = { limit: limit(300 * perMinute, 300), by: 'tenant' as const };

  const limits = new Map<string, ReturnType<EndpointLimits['of']>>([
    ['/oauth/token', token],
    ['/co/authenticate', crossOrigin],
    ['/userinfo', userinfo],
    ['/.well-known/jwks.json', jwks],
    ['/.well-known/openid-configuration', other],
    ['/oauth/revoke', other],
    ['/oauth/ro', other],
    ['/passwordless/verify', other],
    ['/mfa/challenge', other],
  ]);

  return {
    of: (path) => limits.get(path),
    reset() {
      for (const { limit: one } of [token, crossOrigin, userinfo, jwks, other]) one.reset();
    },
  };
}

import type { Clock } from './clock.ts';

/** What is left to a caller, in the words of Auth0's `X-RateLimit-*` headers. */
export interface RateLimitState {
  allowed: boolean;
  limit: number;
  remaining: number;
  /** When the caller has the whole limit again, in epoch seconds. */
  resetAtSeconds: number;
  /** Whole seconds until the next call is allowed; 0 while there is something left. */
  retryAfterSeconds: number;
}

export interface RateLimit {
  /** Counts one call of `key`, which is refused when nothing is left. */
  take(key: string): RateLimitState;
  reset(): void;
}

/**
 * A token bucket for each key: `burst` calls at once, refilled evenly with `perHour` calls an hour.
 *
 * That `resetAtSeconds` is when the bucket is full, rather than when the next call is allowed, is how
 * limitd, Auth0's open-source limiter, defines its `reset`; Auth0's documentation leaves it open.
 *
 * @see {@link https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy Auth0 docs: Rate limit policy}
 */
export function createRateLimit(options: {
  clock: Clock;
  perHour: number;
  burst: number;
}): RateLimit {
  const { clock, perHour, burst } = options;
  const msPerCall = 3_600_000 / perHour;
  /** When each bucket is full again: each call pushes that further away. */
  const fullAt = new Map<string, number>();

  return {
    take(key) {
      const now = clock.now();
      const before = Math.max(now, fullAt.get(key) ?? now);
      const allowed = before + msPerCall - now <= burst * msPerCall;
      const after = allowed ? before + msPerCall : before;
      fullAt.set(key, after);
      return {
        allowed,
        limit: burst,
        remaining: Math.floor(burst - (after - now) / msPerCall),
        resetAtSeconds: Math.ceil(after / 1000),
        retryAfterSeconds: Math.ceil(Math.max(0, after - now - (burst - 1) * msPerCall) / 1000),
      };
    },
    reset: () => fullAt.clear(),
  };
}

/** The state in `X-RateLimit-*` headers. */
export const rateLimitHeaders = ({ limit, remaining, resetAtSeconds }: RateLimitState) => ({
  'x-ratelimit-limit': String(limit),
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': String(resetAtSeconds),
});

// oxlint-disable-next-line typescript/triple-slash-reference -- types that no package has; whoever compiles this file finds them
/// <reference path="./rateLimiterFlexible.d.ts" />
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js';
import RateLimiterRedis from 'rate-limiter-flexible/lib/RateLimiterRedis.js';
import { networkOf } from './endUserIp.ts';
import { hex } from './hex.ts';

/** So many requests in so much time; the time begins with the first of them. */
export interface Limit {
  readonly count: number;
  readonly seconds: number;
}

export interface EndpointLimits {
  /** By the address of the person's device; IPv6 by its /64. Not counted when the address is not known. */
  readonly perIp?: Limit | undefined;
  /** By e-mail address or phone number, whoever asks. */
  readonly perIdentifier?: Limit | undefined;
}

export interface LimitOptions {
  /** Defaults to 50 an hour by IP, as at Auth0, and 5 in 15 minutes by identifier. */
  readonly start?: EndpointLimits | undefined;
  /** Defaults to 150 an hour by IP and 15 in 15 minutes by identifier: three tries for each code. */
  readonly exchange?: EndpointLimits | undefined;
  /**
   * A connected client of `ioredis` or `redis`, so that all instances count as one. While it has no connection, or
   * takes longer than half a second, each instance counts for itself, and nobody is kept from logging in. Listen
   * for its `error` event: that is how you learn of it. Defaults to this process's memory.
   */
  readonly redis?: object | undefined;
}

export interface Limits {
  /** Counts a request. @returns Milliseconds until the next is allowed; `undefined` when this one is. */
  readonly take: (
    endpoint: 'start' | 'exchange',
    ip: string | undefined,
    identifier: string,
  ) => Promise<number | undefined>;
}

const hour = 3600;
const quarter = 900;

/** @param pepper - Redis counts identifiers under a keyed hash: it has no e-mail address in it. */
export function createLimits(options: LimitOptions, pepper: string): Limits {
  const { redis, start, exchange } = options;
  const limiterOf = (name: string, { count, seconds }: Limit) => {
    const common = { keyPrefix: `auth0-passwordless:${name}`, points: count, duration: seconds };
    const memory = new RateLimiterMemory(common);
    if (!redis) return memory;
    const shared = new RateLimiterRedis({
      ...common,
      storeClient: redis,
      // `redis` says whether it is open, `ioredis` does not; their commands differ.
      useRedisPackage: 'isOpen' in redis,
      // Without a connection, both would keep commands for later, and the person waiting.
      rejectIfRedisNotReady: true,
    });
    return insured(shared, memory);
  };
  // At the first use: some runtimes start nothing before the first request.
  let key: Promise<CryptoKey> | undefined;
  const nameOf = async (identifier: string) =>
    redis ? keyedHash(identifier, await (key ??= importKey(pepper))) : identifier.toLowerCase();
  const limitersOf = (name: string, own: EndpointLimits | undefined, usual: [number, number]) => ({
    ip: limiterOf(`${name}:ip`, own?.perIp ?? { count: usual[0], seconds: hour }),
    identifier: limiterOf(
      `${name}:identifier`,
      own?.perIdentifier ?? { count: usual[1], seconds: quarter },
    ),
  });
  const limiters = {
    start: limitersOf('start', start, [50, 5]),
    exchange: limitersOf('exchange', exchange, [150, 15]),
  };

  return {
    async take(endpoint, ip, identifier) {
      const limiter = limiters[endpoint];
      const name = nameOf(identifier);
      // First by IP: who has used that up cannot use up the tries of other people.
      const waitByIp = ip && (await wait(limiter.ip.consume(networkOf(ip))));
      return waitByIp || wait(limiter.identifier.consume(await name));
    },
  };
}

type Limiter = Pick<RateLimiterMemory, 'consume'>;

const deadlineMilliseconds = 500;

/**
 * A limiter that counts by another one when its store fails. Not the library's `insuranceLimiter`: that waits as
 * long as the client does, which for a server that hangs is for ever.
 */
function insured(limiter: Limiter, insurance: Limiter): Limiter {
  return {
    async consume(key) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('Late.')), deadlineMilliseconds);
      });
      try {
        return await Promise.race([limiter.consume(key), late]);
      } catch (refusal) {
        if (waitOf(refusal) !== undefined) throw refusal;
        return insurance.consume(key);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** A limiter rejects with how long to wait, or with its store's error. */
function waitOf(refusal: unknown): number | undefined {
  const milliseconds: unknown = Object(refusal).msBeforeNext;
  return typeof milliseconds === 'number' ? Math.max(milliseconds, 1) : undefined;
}

const wait = (consumed: Promise<unknown>): Promise<number | undefined> =>
  consumed.then(
    () => undefined,
    (refusal: unknown) => {
      const milliseconds = waitOf(refusal);
      if (milliseconds === undefined) throw refusal;
      return milliseconds;
    },
  );

const bytes = (text: string) => new TextEncoder().encode(text);

const importKey = (secret: string): Promise<CryptoKey> => {
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  return globalThis.crypto.subtle.importKey('raw', bytes(secret), hmac, false, ['sign']);
};

async function keyedHash(text: string, key: CryptoKey): Promise<string> {
  const hash = await globalThis.crypto.subtle.sign('HMAC', key, bytes(text.toLowerCase()));
  return hex(new Uint8Array(hash));
}

import { describe, expect, it } from 'vitest';
import { createLimits } from './limits.ts';

const options = {
  start: { perIp: { count: 100, seconds: 60 }, perIdentifier: { count: 2, seconds: 60 } },
};
const take = (limits: ReturnType<typeof createLimits>) =>
  limits.take('start', '198.51.100.1', 'ana@example.com');

/** As much of an `ioredis` client as is called; `keys` is what the server would have. */
function redisOf(keys: Map<string, number>) {
  return {
    status: 'ready',
    defineCommand: () => undefined,
    rlflxIncr([key = '']: readonly string[]) {
      const count = (keys.get(key) ?? 0) + 1;
      keys.set(key, count);
      return Promise.resolve([count, 30_000]);
    },
  };
}

describe('createLimits', () => {
  it('says how long to wait once the count is used up, for the identifier in any case', async () => {
    const limits = createLimits(options, 'pepper');
    expect([await take(limits), await take(limits)]).toEqual([undefined, undefined]);
    const wait = await limits.take('start', undefined, 'ANA@example.com');
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60_000);
    expect(await limits.take('exchange', undefined, 'ana@example.com')).toBeUndefined();
  });

  it('counts as one over several instances with Redis, under keys without an address', async () => {
    const keys = new Map<string, number>();
    const [one, two] = [0, 1].map(() =>
      createLimits({ ...options, redis: redisOf(keys) }, 'pepper'),
    );
    if (!one || !two) throw new Error('Unreachable.');
    expect([await take(one), await take(two)]).toEqual([undefined, undefined]);
    expect([await take(one), await take(two)]).toEqual([30_000, 30_000]);
    expect([...keys.keys()].join()).not.toContain('ana');
    expect([...keys.keys()].join()).toContain('auth0-passwordless:start:identifier');
  });

  it('counts in memory while Redis does not answer', async () => {
    const broken = { ...redisOf(new Map()), rlflxIncr: () => Promise.reject(new Error('Gone.')) };
    const limits = createLimits({ ...options, redis: broken }, 'pepper');
    expect([await take(limits), await take(limits)]).toEqual([undefined, undefined]);
    expect(await take(limits)).toBeGreaterThan(0);
  });
});

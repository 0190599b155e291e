import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPace } from './pace.ts';
import { email, loginServer } from './testing/loginServer.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const later = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

describe('createPace', () => {
  it('keeps a refusal as long as a send has taken', async () => {
    const pace = createPace(() => Date.now());
    await pace.sent(Date.now() - 40);
    const askedAt = Date.now();
    await vi.advanceTimersByTimeAsync(5);
    const kept = pace.keep(askedAt).then(() => Date.now() - askedAt);
    await vi.runAllTimersAsync();
    expect(await kept).toBe(40);
  });

  it('keeps a refusal 300 ms while it knows of no send', async () => {
    const pace = createPace(() => Date.now());
    const askedAt = Date.now();
    const kept = pace.keep(askedAt).then(() => Date.now() - askedAt);
    await vi.runAllTimersAsync();
    expect(await kept).toBe(300);
  });

  it('waits for nothing when the refusal has taken longer', async () => {
    const pace = createPace(() => Date.now());
    await pace.sent(Date.now() - 40);
    await pace.keep(Date.now() - 50);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('start', () => {
  it('takes as long for unknown and for blocked people as for known ones, whose message is sent first', async () => {
    const users = [{ email: 'known@example.com' }, { email: 'blocked@example.com', blocked: true }];
    const server = loginServer(
      { now: () => Date.now(), limits: { start: { perIp: { count: 99, seconds: 60 } } } },
      {
        users,
        deliver: async (message) => {
          await later(250);
          return message;
        },
      },
    );
    server.emulator.setTenant({ disableSignups: true, tellsBlockedUsers: true });
    const timeOf = async (name: string) => {
      const startedAt = Date.now();
      const answered = server.post('start', { ...email, email: `${name}@example.com` });
      const done = answered.then(({ status }) => [status, Date.now() - startedAt]);
      // Work that has no timer, such as cryptography, goes on between these.
      let result: number[] | undefined;
      const noted = done.then((value) => (result = value));
      await vi.waitUntil(() => result, { interval: 1, timeout: 20_000 });
      return noted;
    };
    const known = await timeOf('known');
    expect(known?.[0]).toBe(204);
    expect(known?.[1]).toBeGreaterThanOrEqual(250);
    for (const name of ['unknown', 'blocked']) {
      const [status, milliseconds = 0] = (await timeOf(name)) ?? [];
      expect(status).toBe(204);
      expect(milliseconds).toBeGreaterThanOrEqual(250);
    }
  });
});

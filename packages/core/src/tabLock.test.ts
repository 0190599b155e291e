import { expect, it } from 'vitest';
import { createTabLock, type SessionLocks } from './tabLock.ts';

/** Grants everything at once, and writes down what happens in which order. */
function createLocks(held: readonly string[] = []) {
  const log: string[] = [];
  const locks: SessionLocks = {
    async request(name, _options, whileHeld) {
      log.push(`take ${name}`);
      await whileHeld();
      log.push(`leave ${name}`);
    },
    query: () => Promise.resolve({ held: held.map((name) => ({ name })) }),
  };
  return { log, locks };
}

it('lets a tab work only once it sees what the tab before it has stored', async () => {
  const { locks } = createLocks(['session#3', 'session', 'other#9']);
  let age = 0;
  const lock = createTabLock(locks, 'session', 1, () => (age += 1));
  await lock(() => {
    expect(age).toBe(3);
    return Promise.resolve(false);
  });
  expect.assertions(1);
});

it('tells the age of what it has stored before it lets the next tab work', async () => {
  const { locks, log } = createLocks();
  const lock = createTabLock(locks, 'session', 1, () => 7);
  await lock(() => Promise.resolve(true));
  await expect.poll(() => log).toEqual(['take session', 'take session#7', 'leave session']);
});

it('tells nothing when it has stored nothing', async () => {
  const { locks, log } = createLocks();
  const lock = createTabLock(locks, 'session', 1, () => 7);
  await lock(() => Promise.resolve(false));
  await expect.poll(() => log).toEqual(['take session', 'leave session']);
});

it('passes on what goes wrong', async () => {
  const { locks } = createLocks();
  const lock = createTabLock(locks, 'session', 1, () => 0);
  await expect(lock(() => Promise.reject(new Error('Down')))).rejects.toThrow('Down');
});

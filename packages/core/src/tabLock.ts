/** The part of the Web's `LockManager` that a session takes. */
export interface SessionLocks {
  request(
    name: string,
    options: { signal: AbortSignal },
    whileHeld: () => Promise<void>,
  ): Promise<unknown>;
  query?(): Promise<{ held?: readonly { name?: string }[] }>;
}

/** Runs `work` while no other tab does. It says whether it has stored something. */
export type TabLock = (work: () => Promise<boolean>) => Promise<void>;

/** How long a tab tells what it has stored, and others wait for it: by far longer than storage takes. */
const settlingSeconds = 5;
const pause = (seconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, seconds * 1000);
  });

/**
 * A lock between tabs under which each sees what the one before has stored.
 *
 * A Web Lock alone does not do that: Chromium gives it to another process before that process sees the
 * new text in storage, one time in five when measured. A tab that then reads the old refresh token uses
 * it a second time, and Auth0 ends the session. So a tab that has stored something first takes another lock,
 * whose name tells the age of it; locks are exact in all processes.
 *
 * @param age - Of what this tab sees in storage: a number that grows with each change.
 * @returns A function that rejects when the lock is not to be had within `timeoutSeconds`, as a tab that hangs with
 *   it must not stop the others for ever.
 */
export function createTabLock(
  locks: SessionLocks,
  name: string,
  timeoutSeconds: number,
  age: () => number,
): TabLock {
  const prefix = `${name}#`;

  const catchUp = async () => {
    const { held = [] } = (await locks.query?.()) ?? {};
    const newest = held
      .filter((lock) => lock.name?.startsWith(prefix))
      .map((lock) => Number(lock.name?.slice(prefix.length)));
    for (let tries = settlingSeconds * 100; tries && newest.some((it) => it > age()); tries -= 1) {
      // oxlint-disable-next-line no-await-in-loop -- storage tells no other way that it has caught up
      await pause(0.01);
    }
  };

  return (work) =>
    new Promise((resolve, reject) => {
      const options = { signal: AbortSignal.timeout(timeoutSeconds * 1000) };
      const whileHeld = async () => {
        await catchUp();
        const hasStored = await work();
        resolve();
        if (!hasStored || !locks.query) return;
        await new Promise<void>((told) => {
          const tell = () => {
            told();
            return pause(settlingSeconds);
          };
          const { signal } = new AbortController();
          locks.request(prefix + age(), { signal }, tell).catch(told);
        });
      };
      locks.request(name, options, whileHeld).catch(reject);
    });
}

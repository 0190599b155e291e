/** The part of the Web's `LockManager` that a session takes. */
export interface SessionLocks {
  request(
    name: string,
    options: { signal: AbortSignal },
    whileHeld: () => Promise<void>,
  ): Promise<unknown>;
}

/** Runs `work` while no other tab does. It says whether it has stored something. */
export type TabLock = (work: () => Promise<boolean>) => Promise<unknown>;

/**
 * Chromium lets another process have a lock some milliseconds before it lets it see what was stored under
 * it: one time in five, measured with two tabs; five milliseconds were enough. A tab that reads the old refresh token then would use it a
 * second time, and Auth0 would end the session.
 */
const settlingMilliseconds = 50;

/**
 * Rejects when the lock is not to be had within `timeoutSeconds`, as a tab that hangs with it must not stop the
 * others for ever.
 */
export function createTabLock(locks: SessionLocks, name: string, timeoutSeconds: number): TabLock {
  return (work) =>
    new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(timeoutSeconds * 1000);
      const whileHeld = async () => {
        const hasStored = await work();
        // Who waits here goes on at once; only the lock is held a little longer.
        resolve(hasStored);
        if (!hasStored) return;
        await new Promise((settled) => {
          setTimeout(settled, settlingMilliseconds);
        });
      };
      locks.request(name, { signal }, whileHeld).catch(reject);
    });
}

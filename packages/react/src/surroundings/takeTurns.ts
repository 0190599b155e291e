import { identifierText, type LoginState } from '@auth0-passwordless/core';
import { storageKey } from './storageKey.ts';
import type { Surrounding } from './surroundLogin.ts';

/**
 * Lets one tab at a time ask for a message, and makes the others that ask for the same one go on with
 * it: a second message within the resend delay costs twice, and ends the code of the first. The same
 * holds for a person who went back and submits the same address again.
 *
 * A tab tells of its message by the name of a second lock, which it holds while its login is on the page
 * and until another message may be asked for. Locks are exact in all tabs at once; storage and channels are
 * not. Where there are none (pages without https, browsers before 2022), each tab is alone.
 */
export const takeTurns: Surrounding = ({ controls }) => {
  const { store, settings } = controls;
  const { locks } = navigator;
  if (!locks) return () => {};
  const left = new AbortController();

  /** Resolves when the lock is held. */
  const hold = (lock: string, sentAt: number, milliseconds: number) =>
    new Promise<void>((isHeld) => {
      const untilOver = () =>
        new Promise<void>((release) => {
          isHeld();
          setTimeout(release, milliseconds);
          left.signal.addEventListener('abort', () => release());
          const unsubscribe = store.subscribe(() => {
            if (!isOver(store.getSnapshot(), sentAt)) return;
            release();
            unsubscribe();
          });
        });
      locks.request(lock, untilOver).catch(() => isHeld());
    });

  controls.takeTurn = (state, send, signal) => {
    const { now, policy } = settings();
    const name = [storageKey(settings()), state.send, identifierText(state.identifier)].join(' ');
    const prefix = `${name} @`;
    const delay = policy.resendDelaysSeconds[0] * 1000;
    const since = Math.max('sentAt' in state ? state.sentAt : 0, now() - delay);

    const turn = async (): Promise<number> => {
      const { held = [] } = await locks.query();
      const sent = held.map((lock) =>
        lock.name?.startsWith(prefix) ? Number(lock.name.slice(prefix.length)) : 0,
      );
      const newest = Math.max(...sent);
      if (newest > since) return newest;
      await send();
      const sentAt = now();
      await hold(prefix + sentAt, sentAt, delay);
      return sentAt;
    };
    return locks.request(name, { signal }, turn);
  };
  return () => {
    controls.takeTurn = undefined;
    left.abort();
  };
};

/** Whether the message of that instant is used up, so that the next one may be asked for at once. */
function isOver(state: LoginState, sentAt: number): boolean {
  if ('sentAt' in state) return state.sentAt !== sentAt || !state.triesLeft;
  return /^(mfa|auth)/.test(state.status);
}

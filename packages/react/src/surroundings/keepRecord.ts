import { identifierText, initialState, type RestoredLogin } from '@auth0-passwordless/core';
import { findStorage, readLoginRecord, writeLoginRecord } from '@auth0-passwordless/core/record';
import type { LoginSettings } from '../loginActions.ts';
import { writeInputValue } from '../writeInputValue.ts';
import { storageKey } from './storageKey.ts';
import type { Surrounding } from './surroundLogin.ts';

/** Goes on with what a reload, a crash or a discarded tab has left, and leaves it for the next one. */
export const keepRecord: Surrounding = ({ controls: { store, settings }, elements }) => {
  const key = storageKey(settings());
  const storage = findStorage(settings().storage ?? 'sessionStorage');
  if (!storage) return () => {};

  const text = attempt(() => storage.getItem(key)) ?? null;
  const state = readLoginRecord(text, settings().now());
  const field = elements.identifier.current;
  // Whoever was faster than the storage goes on typing. A value without the focus is the browser's doing.
  const isTyping = Boolean(field?.value) && document.activeElement === field;
  const isRestored =
    state !== null &&
    !isTyping &&
    store.getSnapshot() === initialState &&
    isFor(settings(), state) &&
    store.send({ type: 'restored', state });
  // The form was there before what belongs into it.
  if (isRestored && field && state.identifier && state.status === 'enteringIdentifier')
    writeInputValue(field, identifierText(state.identifier));

  const keep = () => {
    const newest = writeLoginRecord(store.getSnapshot());
    // A full or forbidden storage must not end the login.
    attempt(() => (newest === null ? storage.removeItem(key) : storage.setItem(key, newest)));
  };
  if (isRestored || state === null) keep();
  return store.subscribe(keep);
};

/** Whether a login with these settings could have come there. Another one on the page may have left it. */
function isFor(
  { connections, send }: LoginSettings,
  { identifier, status }: RestoredLogin,
): boolean {
  if (!identifier || !connections.includes(identifier.connection)) return false;
  const isLink = identifier.connection === 'email' && send === 'link';
  return status === 'enteringIdentifier' || isLink === (status === 'awaitingLink');
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

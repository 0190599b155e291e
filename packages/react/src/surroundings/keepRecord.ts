import { identifierText, initialState } from '@auth0-passwordless/core';
import { findStorage, readLoginRecord, writeLoginRecord } from '@auth0-passwordless/core/record';
import { writeInputValue } from '../writeInputValue.ts';
import { storageKey } from './storageKey.ts';
import type { SurroundedLogin, Surrounding } from './surroundLogin.ts';

/** Goes on with what a reload, a crash or a discarded tab has left, and leaves it for the next one. */
export const keepRecord: Surrounding = ({ controls: { store, settings }, elements }) => {
  const { storage: choice = 'sessionStorage', now } = settings();
  const key = storageKey(settings());
  const storage = findStorage(choice);
  if (!storage) return () => {};

  const keep = () => {
    const text = writeLoginRecord(store.getSnapshot());
    // A full or forbidden storage must not end the login.
    attempt(() => (text === null ? storage.removeItem(key) : storage.setItem(key, text)));
  };

  const text = attempt(() => storage.getItem(key)) ?? null;
  const state = readLoginRecord(text, now());
  // Whoever was faster than the storage goes on with what they began.
  const isUntouched = store.getSnapshot() === initialState && !elements.identifier.current?.value;
  if (state && isUntouched && store.send({ type: 'restored', state })) prefill({ elements, state });
  if (isUntouched && text !== null) keep();
  return store.subscribe(keep);
};

/** The form was there before what belongs into it. */
function prefill({
  elements,
  state,
}: Pick<SurroundedLogin, 'elements'> & { state: ReturnType<typeof readLoginRecord> }) {
  const field = elements.identifier.current;
  if (field && state?.status === 'enteringIdentifier' && state.identifier)
    writeInputValue(field, identifierText(state.identifier));
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

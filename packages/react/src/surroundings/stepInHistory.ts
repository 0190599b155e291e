import { storageKey } from './storageKey.ts';
import type { Surrounding } from './surroundLogin.ts';

/**
 * Gives the code step, and a second factor after it, an entry in the browser's history, so that Back returns to the
 * identifier instead of leaving the page. The address does not change, and what a router keeps in the entry stays there.
 */
export const stepInHistory: Surrounding = ({ controls: { store, settings }, actions }) => {
  const key = storageKey(settings());
  if (settings().history === false) return () => {};

  const isEntry = () => Boolean(window.history.state?.[key]);
  const isOnWay = () => {
    const state = store.getSnapshot();
    return 'sentAt' in state || state.status === 'mfaRequired';
  };
  const mark = (method: 'pushState' | 'replaceState', isMarked?: true) => {
    try {
      window.history[method]({ ...window.history.state, [key]: isMarked }, '');
    } catch {
      // A sandboxed page has no history of its own, and Safari refuses the hundredth entry in half a minute.
    }
  };

  let wasOnWay = isOnWay();
  const follow = () => {
    const before = wasOnWay;
    wasOnWay = isOnWay();
    if (wasOnWay) {
      if (!isEntry()) mark('pushState', true);
    } else if (isEntry()) {
      // By the button: its entry goes, as if Back had been pressed. Signed in, nothing leads back to the code.
      const isBack = before && store.getSnapshot().status === 'enteringIdentifier';
      if (isBack) window.history.back();
      else mark('replaceState');
    }
  };
  const popped = () => {
    if (!isEntry() && isOnWay()) actions.editIdentifier();
    // Forward, to a code step that is over.
    else if (isEntry() && !isOnWay()) mark('replaceState');
  };

  follow();
  window.addEventListener('popstate', popped);
  const unsubscribe = store.subscribe(follow);
  return () => {
    window.removeEventListener('popstate', popped);
    unsubscribe();
  };
};

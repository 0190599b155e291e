import { storageKey } from './storageKey.ts';
import type { Surrounding } from './surroundLogin.ts';

/** Tells the other tabs of a sign-in, and this one of theirs. No token and no name goes through the channel. */
export const followTabs: Surrounding = ({ controls: { store, settings } }) => {
  if (settings().followTabs === false || !globalThis.BroadcastChannel) return () => {};
  const channel = new BroadcastChannel(storageKey(settings()));
  channel.addEventListener('message', () => store.send({ type: 'otherTabSignedIn' }));
  let { status } = store.getSnapshot();
  const unsubscribe = store.subscribe(() => {
    const before = status;
    ({ status } = store.getSnapshot());
    const isNews = status === 'authenticated' && before !== 'signedInElsewhere';
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- of a window; a channel has none
    if (isNews && before !== status) channel.postMessage(status);
  });
  return () => {
    unsubscribe();
    channel.close();
  };
};

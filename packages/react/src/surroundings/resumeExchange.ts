import type { Surrounding } from './surroundLogin.ts';

/** Sends the code that could not leave the device, once the network is back. A message is never sent so. */
export const resumeExchange: Surrounding = ({ controls: { store }, actions }) => {
  const resume = () => {
    const isWaiting = store.getSnapshot().status === 'waitingForNetwork';
    if (isWaiting && navigator.onLine) actions.networkRestored();
  };
  // It may have come back before anybody listened.
  const unsubscribe = store.subscribe(resume);
  window.addEventListener('online', resume);
  return () => {
    unsubscribe();
    window.removeEventListener('online', resume);
  };
};

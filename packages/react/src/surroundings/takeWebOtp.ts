import type { Surrounding } from './surroundLogin.ts';

/**
 * Takes the code out of a text message where the browser hands it over, if the person agrees. Asks again for each
 * message, and stops asking when the login leaves the field.
 */
export const takeWebOtp: Surrounding = ({ controls: { store }, elements }) => {
  if (!('OTPCredential' in window)) return () => {};
  let sentAt: number | undefined;
  let controller = new AbortController();
  const ask = () => {
    const state = store.getSnapshot();
    const isAsking = state.status === 'enteringCode' && state.identifier.connection === 'sms';
    if (!isAsking) {
      controller.abort();
      sentAt = undefined;
    } else if (state.sentAt !== sentAt && state.triesLeft > 0) {
      ({ sentAt } = state);
      controller = new AbortController();
      const { signal } = controller;
      void import('./receiveWebOtp.ts').then(({ receiveWebOtp }) =>
        receiveWebOtp(signal, elements.code),
      );
    }
  };
  ask();
  const unsubscribe = store.subscribe(ask);
  return () => {
    unsubscribe();
    controller.abort();
  };
};

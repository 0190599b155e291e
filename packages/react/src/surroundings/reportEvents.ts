import { type LoginState, parseCode } from '@auth0-passwordless/core';
import { loginView } from '../loginView.ts';
import type { LoginReport } from './loginReport.ts';
import type { Surrounding } from './surroundLogin.ts';

type HowFilled = Extract<LoginReport, { type: 'codeFilled' }>['how'];

/** Tells `onEvent` what happens, as far as that may leave the form. */
export const reportEvents: Surrounding = ({ controls: { store, settings }, elements }) => {
  let state = store.getSnapshot();
  let changedAt = settings().now();
  const report = (event: LoginReport | null) => {
    if (event) settings().onEvent?.(event);
  };

  const unsubscribe = store.subscribe(() => {
    const { now, policy } = settings();
    const before = state;
    const milliseconds = now() - changedAt;
    state = store.getSnapshot();
    changedAt = now();
    report(reportOf(before, state, milliseconds, policy.maxTries));
  });

  let isPasted = false;
  const heardPaste = () => {
    isPasted = true;
    // What a paste fills in is there before the next task.
    setTimeout(() => (isPasted = false));
  };
  const heardInput = (event: Event) => {
    const field = elements.code.current;
    const { onEvent, policy } = settings();
    if (!onEvent || !field || event.target !== field) return;
    const { codeLength: length } = policy;
    const isFilled = parseCode(field.value, { length }).kind === 'code';
    if (isFilled) report({ type: 'codeFilled', how: isPasted ? 'pasted' : howFilled(event) });
  };
  document.addEventListener('paste', heardPaste, true);
  document.addEventListener('input', heardInput, true);
  return () => {
    unsubscribe();
    document.removeEventListener('paste', heardPaste, true);
    document.removeEventListener('input', heardInput, true);
  };
};

function howFilled(event: Event): HowFilled {
  // Of the events that no person caused, only that of WebOTP is left once pastes are known.
  if (!event.isTrusted) return 'webOtp';
  const inputType = event instanceof InputEvent ? event.inputType : '';
  if (/paste|drop/i.test(inputType)) return 'pasted';
  // A suggestion of the keyboard or the browser replaces text, or says nothing of how it came.
  return /^insert(Text|Composition)/.test(inputType) ? 'typed' : 'autofilled';
}

function reportOf(
  before: LoginState,
  after: LoginState,
  milliseconds: number,
  maxTries: number,
): LoginReport | null {
  const error = after.error?.code;
  switch (before.status) {
    case 'sendingCode':
    case 'resendingCode': {
      const { connection } = before.identifier;
      const request = { connection, send: before.send, milliseconds };
      if (error) return { type: 'sendFailed', error, ...request };
      const isSent = 'sentAt' in after && after.sentAt !== ('sentAt' in before && before.sentAt);
      if (!isSent) break;
      const type = before.send === 'code' ? 'codeSent' : 'linkSent';
      return { type, sendCount: after.sendCount, ...request };
    }
    case 'exchangingCode':
      if (after.status === 'authenticated')
        return { type: 'exchanged', milliseconds, tries: 1 + maxTries - before.triesLeft };
      if (after.status === 'enteringCode' && error)
        return { type: 'exchangeFailed', error, milliseconds, triesLeft: after.triesLeft };
  }
  if (after.status === before.status) {
    if (!error || after.error === before.error) return null;
    // What was kept has expired meanwhile.
    if ('sentAt' in after || error !== 'expired_code') return { type: 'inputRefused', error };
    return { type: 'restored', step: 'identifier' };
  }
  if (after.status === 'enteringIdentifier')
    return 'sentAt' in before ? { type: 'identifierEdited' } : null;
  if ('isRestored' in after && before.status === 'enteringIdentifier')
    return { type: 'restored', step: loginView(after).step };
  switch (after.status) {
    case 'waitingForNetwork':
    case 'mfaRequired':
    case 'signedInElsewhere':
    case 'authenticated':
      return { type: after.status };
    default:
      return null;
  }
}

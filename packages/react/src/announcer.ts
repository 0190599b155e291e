import { identifierText } from '@auth0-passwordless/core';
import { errorText } from './errorText.ts';
import type { PasswordlessLoginState } from './loginView.ts';
import { sendingText } from './messages/sendingText.ts';
import type { Catalogue } from './messages/useCatalogue.ts';
import { planSpokenTimes } from './spokenTimes.ts';

/** After the focus has moved: a screen reader that announces the focus would swallow the text. */
const settleMilliseconds = 120;
/** A request that is answered sooner needs no word. */
const slowMilliseconds = 1000;

/** The two live regions: `status` waits for its turn, `alert` does not. */
export interface Regions {
  readonly status: HTMLElement;
  readonly alert: HTMLElement;
}

export interface Announcer {
  /** Says what has changed since the last call. */
  readonly tell: (login: PasswordlessLoginState, catalogue: Catalogue) => void;
  readonly end: () => void;
}

/**
 * Speaks each step of a login through two live regions. Writes their text itself, so that no announcement
 * renders anything.
 *
 * @param login - What needs no word, because it was there when the page was read.
 *
 * @see {@link https://www.w3.org/WAI/WCAG22/Understanding/status-messages.html WCAG 4.1.3 Status Messages}
 */
export function createAnnouncer(
  { status, alert }: Regions,
  login: PasswordlessLoginState,
  catalogue: Catalogue,
): Announcer {
  let told = login;
  let current = catalogue;
  let timer: ReturnType<typeof setTimeout>;
  let forgetTimes: (() => void) | undefined;

  const say = (text: string, isUrgent = false, afterMilliseconds = settleMilliseconds) => {
    clearTimeout(timer);
    // Emptied first: a region that gets the same text again says nothing.
    status.textContent = '';
    alert.textContent = '';
    timer = setTimeout(() => {
      (isUrgent ? alert : status).textContent = text;
    }, afterMilliseconds);
  };

  const network = () => {
    if (told.step !== 'code') return;
    const { messages } = current;
    if (navigator.onLine) say(messages.online);
    else say(messages['code.offline'], true);
  };
  window.addEventListener('online', network);
  window.addEventListener('offline', network);

  return {
    tell(newest, newestCatalogue) {
      const before = told;
      told = newest;
      current = newestCatalogue;
      if (before !== told) {
        forgetTimes?.();
        forgetTimes = planSpokenTimes(told, current, say);
      }
      if (before.status === told.status && before.error === told.error) return;
      const { messages, policy, now } = current;
      const wait = told.retryAt ? Math.ceil((told.retryAt - now()) / 1000) : 0;
      const error = errorText(told, messages, policy, wait);
      // Nobody has just done what failed when a page comes back to a code that has expired.
      const isUrgent =
        error !== '' && !(told.step === 'identifier' && told.error?.field === 'code');
      const text = error || statusText(told, before, current);
      say(text, isUrgent, told.isPending ? slowMilliseconds : settleMilliseconds);
    },
    end() {
      clearTimeout(timer);
      forgetTimes?.();
      window.removeEventListener('online', network);
      window.removeEventListener('offline', network);
    },
  };
}

function statusText(
  login: PasswordlessLoginState,
  before: PasswordlessLoginState,
  { messages }: Catalogue,
): string {
  const identifier = login.identifier ? identifierText(login.identifier) : '';
  switch (login.status) {
    case 'sendingCode':
    case 'resendingCode':
      return sendingText(login.send, messages);
    case 'exchangingCode':
      return messages['code.checking'];
    case 'enteringCode': {
      const isRestored = before.step === 'identifier' && login.isRestored;
      return messages[isRestored ? 'code.restored' : 'code.announced']({ identifier });
    }
    case 'awaitingLink':
      return messages['link.sent']({ identifier });
    case 'signedInElsewhere':
      return messages['elsewhere.title'];
    case 'mfaRequired':
      return messages['mfa.title'];
    case 'authenticated':
      return messages.success;
    case 'waitingForNetwork':
    case 'enteringIdentifier':
      return '';
  }
}

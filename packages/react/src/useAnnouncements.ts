'use client';

import { identifierText } from '@auth0-passwordless/core';
import { type RefObject, useEffect, useRef } from 'react';
import type { PasswordlessLoginState } from './loginView.ts';
import type { Messages } from './messages/messages.ts';
import { sendingText } from './messages/sendingText.ts';
import { useCatalogue } from './messages/useCatalogue.ts';
import { errorText } from './errorText.ts';

/** After the focus has moved: a screen reader that announces the focus would swallow the text. */
const settleMilliseconds = 120;
/** A request that is answered sooner needs no word. */
const slowMilliseconds = 1000;

/**
 * Speaks each step of a login through two live regions: `status` waits for its turn, `alert` does
 * not. Writes their text itself, so that no announcement renders anything.
 *
 * @returns Refs for two elements that are on the page, empty, from the first render on.
 *
 * @see {@link https://www.w3.org/WAI/WCAG22/Understanding/status-messages.html WCAG 4.1.3 Status Messages}
 */
export function useAnnouncements(login: PasswordlessLoginState): {
  statusRef: RefObject<HTMLDivElement | null>;
  alertRef: RefObject<HTMLDivElement | null>;
} {
  const { messages, policy, now } = useCatalogue();
  const statusRef = useRef<HTMLDivElement>(null);
  const alertRef = useRef<HTMLDivElement>(null);
  const spoken = useRef(login);

  useEffect(() => {
    const before = spoken.current;
    spoken.current = login;
    if (before.status === login.status && before.error === login.error) return undefined;
    // Emptied first: a region that gets the same text again says nothing.
    write(statusRef, '');
    write(alertRef, '');
    const wait = login.retryAt ? Math.ceil((login.retryAt - now()) / 1000) : 0;
    const error = errorText(login, messages, policy, wait);
    const timer = setTimeout(
      () => write(error ? alertRef : statusRef, error || statusText(login, messages)),
      login.isPending ? slowMilliseconds : settleMilliseconds,
    );
    return () => clearTimeout(timer);
  }, [login, messages, policy, now]);

  return { statusRef, alertRef };
}

function write({ current }: RefObject<HTMLElement | null>, text: string): void {
  if (current) current.textContent = text;
}

function statusText(login: PasswordlessLoginState, messages: Messages): string {
  switch (login.status) {
    case 'sendingCode':
    case 'resendingCode':
      return sendingText(login.send, messages);
    case 'exchangingCode':
      return messages['code.checking'];
    case 'enteringCode':
      return messages['code.announced']({ identifier: identifierText(login.identifier) });
    case 'awaitingLink':
      return messages['link.sent']({ identifier: identifierText(login.identifier) });
    case 'mfaRequired':
      return messages['mfa.title'];
    case 'authenticated':
      return messages.success;
    case 'enteringIdentifier':
      return '';
  }
}

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

interface Announcement {
  readonly region: 'status' | 'alert';
  readonly text: string;
  readonly delay: number;
}

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
    const isNews = before.status !== login.status || before.error !== login.error;
    const wait = login.retryAt ? Math.ceil((login.retryAt - now()) / 1000) : 0;
    const errorNow = errorText(login, messages, policy, wait);
    const next = isNews ? announcementOf(login, messages, errorNow) : null;
    // Emptied first: a region that gets the same text again says nothing.
    if (isNews)
      for (const ref of [statusRef, alertRef]) if (ref.current) ref.current.textContent = '';
    if (!next) return undefined;
    const { region, text, delay } = next;
    const timer = setTimeout(() => {
      const element = (region === 'status' ? statusRef : alertRef).current;
      if (element) element.textContent = text;
    }, delay);
    return () => clearTimeout(timer);
  }, [login, messages, policy, now]);

  return { statusRef, alertRef };
}

function announcementOf(
  login: PasswordlessLoginState,
  messages: Messages,
  error: string,
): Announcement | null {
  const polite = (text: string, delay = settleMilliseconds): Announcement => ({
    region: 'status',
    text,
    delay,
  });
  if (error) return { region: 'alert', text: error, delay: settleMilliseconds };
  switch (login.status) {
    case 'sendingCode':
    case 'resendingCode':
      return polite(sendingText(login.send, messages), slowMilliseconds);
    case 'exchangingCode':
      return polite(messages['code.checking'], slowMilliseconds);
    case 'enteringCode':
      return polite(messages['code.announced']({ identifier: identifierText(login.identifier) }));
    case 'awaitingLink':
      return polite(messages['link.sent']({ identifier: identifierText(login.identifier) }));
    case 'mfaRequired':
      return polite(messages['mfa.title']);
    case 'authenticated':
      return polite(messages.success);
    case 'enteringIdentifier':
      return null;
  }
}

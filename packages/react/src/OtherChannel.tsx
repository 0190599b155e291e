'use client';

import type { ReactNode } from 'react';
import type { LoginAt } from './loginView.ts';
import { useCatalogue } from './messages/useCatalogue.ts';

/**
 * The way on when a message could not be sent and the person may have it by another way: mail for a text, a text
 * for mail.
 */
export function OtherChannel({
  login,
  takesFocus,
  onChoose,
}: {
  login: LoginAt<'identifier'> | LoginAt<'code'>;
  /** Where nothing else is left to do on the step. */
  takesFocus?: boolean;
  /** Lets the person type the other identifier. Nothing is sent yet. */
  onChoose: () => void;
}): ReactNode {
  const { messages } = useCatalogue();
  const hasFailed = /^(delivery_failed|provider_down)$/.test(login.error?.code ?? '');
  if (!hasFailed || !login.identifier || !login.connections[1]) return null;
  const other = login.identifier.connection === 'sms' ? 'email' : 'sms';
  return (
    <button
      className="apl-link"
      type="button"
      ref={takesFocus ? focus : undefined}
      onClick={onChoose}
    >
      {messages[`instead.${other}`]}
    </button>
  );
}

/** The same function at every render, so that it is called once. */
const focus = (button: HTMLElement | null) => button?.focus();

'use client';

import type { Identifier } from '@auth0-passwordless/core';
import type { ReactNode } from 'react';
import { usePartMessages } from '../messages/usePartMessages.ts';
import { mailService } from './mailServices.ts';

export interface MailShortcutProps {
  /** A login that has sent a message: the code step, or the link step. */
  login: { readonly identifier: Identifier };
}

/**
 * "Open Gmail": a link to where the person reads their mail, by the domain of their address. For the slot
 * `help`, or your own `renderLinkSent`. Renders nothing for a domain that does not say, and for a phone number.
 *
 * Opens a new tab, so that the code field stays. The service learns nothing: neither the address nor the
 * page that the person came from.
 *
 * @example
 * ```tsx
 * import { PasswordlessLogin } from '@auth0-passwordless/react'
 * import { MailShortcut } from '@auth0-passwordless/react/mail-shortcut'
 *
 * export const Login = () => <PasswordlessLogin slots={{ help: (login) => <MailShortcut login={login} /> }} />
 * ```
 */
export function MailShortcut({ login }: MailShortcutProps): ReactNode {
  const messages = usePartMessages();
  const { identifier } = login;
  const service = identifier.connection === 'email' ? mailService(identifier.email) : undefined;
  if (!service) return null;
  return (
    <a
      className="apl-mail"
      href={service.url}
      target="_blank"
      rel="noopener noreferrer"
      referrerPolicy="no-referrer"
    >
      {messages['mail.open']({ provider: service.name })}
      <span className="apl-visually-hidden"> ({messages['mail.newTab']})</span>
    </a>
  );
}

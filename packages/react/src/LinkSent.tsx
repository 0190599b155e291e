'use client';

import { identifierText } from '@auth0-passwordless/core';
import type { ReactNode } from 'react';
import { ErrorMessage } from './ErrorMessage.tsx';
import type { LoginAt } from './loginView.ts';
import { usePasswordless } from './PasswordlessProvider.tsx';
import { ResendButton } from './ResendButton.tsx';

/** What a person sees while the link waits in their mail. */
export function LinkSent({ login }: { login: LoginAt<'link'> }): ReactNode {
  const { messages } = usePasswordless();
  const { connection } = login.identifier;
  const identifier = identifierText(login.identifier);
  return (
    <div className="apl-form" data-part="link-sent">
      <h2 className="apl-title" {...login.getHeadingProps()}>
        {messages['link.title']}
      </h2>
      <p className="apl-text">
        {messages['link.sent']({ identifier })} {messages['link.hint']}
      </p>
      <ErrorMessage login={login} />
      <ResendButton login={login} label={messages['link.resend']} />
      <p className="apl-hint">
        {messages['help.spam']({ connection, identifier })}{' '}
        <button className="apl-link" {...login.getEditIdentifierButtonProps()}>
          {messages.change({ connection })}
        </button>
      </p>
    </div>
  );
}

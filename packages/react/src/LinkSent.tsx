'use client';

import { identifierText } from '@auth0-passwordless/core';
import type { ReactNode } from 'react';
import { ErrorMessage } from './ErrorMessage.tsx';
import type { LoginAt } from './loginView.ts';
import { ResendButton } from './ResendButton.tsx';
import { useCatalogue } from './messages/useCatalogue.ts';

/** What a person sees while the link waits in their mail. */
export function LinkSent({ login }: { login: LoginAt<'link'> }): ReactNode {
  const { messages } = useCatalogue();
  const { connection } = login.identifier;
  const identifier = identifierText(login.identifier);
  return (
    <div className="apl-form">
      <h2 className="apl-title" {...login.getHeadingProps()}>
        {messages['code.title.email']}
      </h2>
      <p className="apl-text">{messages['link.sent']({ identifier })}</p>
      <ErrorMessage login={login} />
      <ResendButton login={login} label={messages['resend.link']} />
      <p className="apl-hint">
        {messages[`help.${connection}`]({ identifier })}{' '}
        <button className="apl-link" {...login.getEditIdentifierButtonProps()}>
          {messages[`change.${connection}`]}
        </button>
      </p>
    </div>
  );
}

'use client';

import type { ReactNode } from 'react';
import type { LoginAt } from './loginView.ts';
import { useCatalogue } from './messages/useCatalogue.ts';

/** What a person sees when another tab has signed in meanwhile. */
export function SignedInElsewhere({ login }: { login: LoginAt<'elsewhere'> }): ReactNode {
  const { messages } = useCatalogue();
  return (
    <div className="apl-form">
      <h2 className="apl-title" {...login.getHeadingProps()}>
        {messages['elsewhere.title']}
      </h2>
      <button
        className="apl-button"
        type="button"
        ref={focus}
        onClick={() => login.signedInElsewhere(null)}
      >
        {messages['elsewhere.continue']}
      </button>
      <button className="apl-link" {...login.getEditIdentifierButtonProps()}>
        {messages[`change.${login.identifier?.connection ?? 'email'}`]}
      </button>
    </div>
  );
}

/** The way on; the same function at every render, so that it is called once. */
const focus = (button: HTMLElement | null) => button?.focus();

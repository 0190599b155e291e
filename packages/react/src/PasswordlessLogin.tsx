'use client';

import { Fragment, type ReactNode } from 'react';
import { CodeForm, type CodeStep } from './CodeForm.tsx';
import { IdentifierForm, type IdentifierStep } from './IdentifierForm.tsx';
import { LinkSent } from './LinkSent.tsx';
import { LiveRegions } from './LiveRegions.tsx';
import type { LoginSlots } from './LoginSlots.ts';
import type { LoginAt, PasswordlessLoginState } from './loginView.ts';
import { SignedInElsewhere } from './SignedInElsewhere.tsx';
import { usePasswordlessLogin, type UsePasswordlessLoginOptions } from './usePasswordlessLogin.ts';
import { useCatalogue } from './messages/useCatalogue.ts';

/** Your own markup for single steps; the others keep theirs. */
export interface StepRenderProps {
  /** Spread `getIdentifierFormProps()` and `getIdentifierInputProps()`; `form` is the React Hook Form behind them. */
  renderIdentifier?: ((login: IdentifierStep) => ReactNode) | undefined;
  /** Spread `getCodeFormProps()` and `getCodeInputProps()`; `form` is the React Hook Form behind them. */
  renderCode?: ((login: CodeStep) => ReactNode) | undefined;
  /** Spread `getResendButtonProps()`; `signedInElsewhere(tokens)` goes on when your app hears of the link's sign-in. */
  renderLinkSent?: ((login: LoginAt<'link'>) => ReactNode) | undefined;
  /** Ask for the second factor with `login.mfa`, then call `login.completeMfa(tokens)`. */
  renderMfa?: ((login: LoginAt<'mfa'>) => ReactNode) | undefined;
  /** What is shown after the login, as long as the app leaves it on the page. */
  renderAuthenticated?: ((login: LoginAt<'done'>) => ReactNode) | undefined;
  /** Offer to go on by `login.signedInElsewhere(null)`, or with the tokens that the other tab has stored. */
  renderSignedInElsewhere?: ((login: LoginAt<'elsewhere'>) => ReactNode) | undefined;
  /** Parts of your own inside the default markup. */
  slots?: LoginSlots | undefined;
}

type NoStepRenderProps = { [K in keyof StepRenderProps]?: never };

export type PasswordlessLoginProps = UsePasswordlessLoginOptions &
  (
    | (StepRenderProps & { children?: never })
    | (NoStepRenderProps & {
        /** Your own markup for the whole login. Mounted anew at each step, not at each status. */
        children: (login: PasswordlessLoginState) => ReactNode;
      })
  );

/**
 * A passwordless login: type an e-mail address or a phone number, get a code, type it, be signed in.
 *
 * Renders two real forms, one at a time, and two live regions. Bring your own markup with
 * `children(login)` for the whole or with a render prop for a step; each gets what
 * {@link usePasswordlessLogin} returns. Without them the default markup carries `apl-` classes and
 * `data-` attributes; `@auth0-passwordless/react/styles.css` makes it look finished. No inline style.
 *
 * Sends nothing until the person submits: not on mount, not under `StrictMode`, not on going back.
 *
 * @throws When no `PasswordlessProvider` is above. Failed requests are shown to the person, not thrown.
 *
 * @example
 * ```tsx
 * import { createAuth0Client } from '@auth0-passwordless/core'
 * import { PasswordlessLogin, PasswordlessProvider } from '@auth0-passwordless/react'
 * import '@auth0-passwordless/react/styles.css'
 *
 * const client = createAuth0Client({ domain: 'example.eu.auth0.com', clientId: 'your-client-id' })
 *
 * export function Login() {
 *   return (
 *     <PasswordlessProvider client={client}>
 *       <PasswordlessLogin onAuthenticated={({ tokens }) => console.info(tokens?.scope)} />
 *     </PasswordlessProvider>
 *   )
 * }
 * ```
 */
export function PasswordlessLogin(props: PasswordlessLoginProps): ReactNode {
  const login = usePasswordlessLogin(props);
  const { messages } = useCatalogue();
  // Keyed by step, as the forms are: React would make the code field out of the identifier field.
  return (
    <div
      className="auth0-passwordless"
      data-step={login.step}
      data-status={login.status}
      lang={messages.locale}
      dir={messages.direction}
    >
      {props.children ? (
        <Fragment key={login.step}>{props.children(login)}</Fragment>
      ) : (
        <Step login={login} {...props} />
      )}
      <LiveRegions login={login} />
    </div>
  );
}

function Step({
  login,
  ...render
}: { login: PasswordlessLoginState } & StepRenderProps & UsePasswordlessLoginOptions): ReactNode {
  switch (login.step) {
    case 'identifier':
      return (
        <IdentifierForm
          login={login}
          send={render.send}
          render={render.renderIdentifier}
          slots={render.slots}
        />
      );
    case 'code':
      return <CodeForm login={login} render={render.renderCode} slots={render.slots} />;
    case 'link':
      return render.renderLinkSent?.(login) ?? <LinkSent login={login} />;
    case 'elsewhere':
      return render.renderSignedInElsewhere?.(login) ?? <SignedInElsewhere login={login} />;
    case 'mfa':
      return render.renderMfa?.(login) ?? <Heading login={login} title="mfa.title" />;
    case 'done':
      return render.renderAuthenticated?.(login) ?? <Heading login={login} title="success" />;
  }
}

/** A step that the app carries on from. */
function Heading({
  login,
  title,
}: {
  login: LoginAt<'mfa'> | LoginAt<'done'>;
  title: 'mfa.title' | 'success';
}): ReactNode {
  const { messages } = useCatalogue();
  return (
    <div className="apl-form">
      <h2 className="apl-title" {...login.getHeadingProps()}>
        {messages[title]}
      </h2>
    </div>
  );
}

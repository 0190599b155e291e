import type { ReactNode } from 'react';
import type { CodeStep } from './CodeForm.tsx';
import type { IdentifierStep } from './IdentifierForm.tsx';

/** Your own parts inside the default markup. */
export interface LoginSlots {
  /** Under the identifier field: fields of your own (register them with `login.form`), a typo hint. */
  readonly fields?: ((login: IdentifierStep) => ReactNode) | undefined;
  /**
   * Above the button while Auth0 asks for a captcha; takes the focus, and is rendered anew for each new
   * one. Give the answer to the prop `captcha`.
   */
  readonly captcha?: ((login: IdentifierStep) => ReactNode) | undefined;
  /** Under the button of the first step: terms, privacy, other ways to sign in. */
  readonly terms?: ((login: IdentifierStep) => ReactNode) | undefined;
  /** On the code step, under what to do when no message comes: a shortcut to the mail, support. */
  readonly help?: ((login: CodeStep) => ReactNode) | undefined;
}

import type { ReactNode } from 'react';
import { type PasswordlessLoginState, useErrorText } from '../../index.ts';
import './PlainLogin.css';

/** The whole login by `children`: plain elements, each with the props of its getter. */
export function PlainLogin({ login }: { login: PasswordlessLoginState }): ReactNode {
  const error = useErrorText(login);
  switch (login.step) {
    case 'identifier':
      return (
        <form className="plain" {...login.getIdentifierFormProps()}>
          <label {...login.getLabelProps()}>Your e-mail</label>
          <input {...login.getIdentifierInputProps()} />
          <p className="plain-error" {...login.getErrorProps()}>
            {error}
          </p>
          <button {...login.getSubmitButtonProps()}>Send me a code</button>
        </form>
      );
    case 'code':
      return (
        <form className="plain" {...login.getCodeFormProps()}>
          <input {...login.getUsernameInputProps()} />
          <label {...login.getLabelProps()}>The code from your mail</label>
          <input {...login.getCodeInputProps()} />
          <p className="plain-error" {...login.getErrorProps()}>
            {error}
          </p>
          <button {...login.getSubmitButtonProps()}>Sign in</button>
          <button {...login.getResendButtonProps()}>Send a new code</button>
          <button {...login.getEditIdentifierButtonProps()}>Use a different email</button>
        </form>
      );
    default:
      return (
        <h2 className="plain" {...login.getHeadingProps()}>
          Hello again
        </h2>
      );
  }
}

import type { ReactNode } from 'react';
import { type PasswordlessLoginState, useErrorText } from '../../index.ts';
import './PlainLogin.css';
import './UtilityLogin.css';

const card = 'grid gap-4 max-w-sm p-6 rounded-2xl bg-white shadow-xl font-sans text-slate-900';
const input =
  'px-4 py-3 border-0 rounded-lg ring-1 bg-white text-slate-900 focus:outline-indigo-600';
const button =
  'px-4 py-3 border-0 rounded-lg bg-indigo-600 text-white text-base font-semibold focus:outline-indigo-600';
const link = 'py-3 border-0 bg-white text-slate-900 text-sm font-semibold focus:outline-indigo-600';

/** The whole login by `children`, styled by classes alone. */
export function UtilityLogin({ login }: { login: PasswordlessLoginState }): ReactNode {
  const error = useErrorText(login);
  if (login.step === 'identifier')
    return (
      <form className={card} {...login.getIdentifierFormProps()}>
        <h2 className="m-0 text-2xl" {...login.getHeadingProps()}>
          Welcome
        </h2>
        <label className="text-sm font-semibold" {...login.getLabelProps()}>
          Work e-mail
        </label>
        <input className={`${input} text-base`} {...login.getIdentifierInputProps()} />
        <p className="m-0 text-sm text-red-700" {...login.getErrorProps()}>
          {error}
        </p>
        <button className={button} {...login.getSubmitButtonProps()}>
          {login.isPending ? 'One moment…' : 'Continue'}
        </button>
      </form>
    );
  if (login.step === 'code')
    return (
      <form className={card} {...login.getCodeFormProps()}>
        <h2 className="m-0 text-2xl" {...login.getHeadingProps()}>
          Check your mail
        </h2>
        <input {...login.getUsernameInputProps()} />
        <label className="text-sm font-semibold" {...login.getLabelProps()}>
          Code
        </label>
        <input
          className={`${input} text-2xl text-center tracking-widest`}
          {...login.getCodeInputProps()}
        />
        <p className="m-0 text-sm text-red-700" {...login.getErrorProps()}>
          {error}
        </p>
        <button className={button} {...login.getSubmitButtonProps()}>
          Sign in
        </button>
        <button className={link} {...login.getResendButtonProps()}>
          Send a new code
        </button>
      </form>
    );
  return (
    <h2 className={`${card} m-0`} {...login.getHeadingProps()}>
      You’re in
    </h2>
  );
}

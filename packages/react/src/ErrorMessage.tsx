'use client';

import type { ReactNode } from 'react';
import type { PasswordlessLoginState } from './loginView.ts';
import { useErrorText } from './useErrorText.ts';

/** The error of a step beside its field. Only this leaf renders while a wait counts down. */
export function ErrorMessage({ login }: { login: PasswordlessLoginState }): ReactNode {
  const text = useErrorText(login);
  if (!login.error || !text) return null;
  return (
    <p className="apl-error" data-code={login.error.code} {...login.getErrorProps()}>
      {text}
    </p>
  );
}

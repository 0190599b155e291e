'use client';

import type { ReactNode } from 'react';
import type { PasswordlessLoginState } from './loginView.ts';
import { usePasswordless } from './PasswordlessProvider.tsx';
import { countdown, useSecondsUntil } from './useSecondsUntil.ts';

/** The error of a step beside its field. Only this leaf renders while a wait counts down. */
export function ErrorMessage({ login }: { login: PasswordlessLoginState }): ReactNode {
  const { messages, now } = usePasswordless();
  const secondsLeft = useSecondsUntil(login.retryAt, now);
  const text = secondsLeft > 0 ? messages.limit({ time: countdown(secondsLeft) }) : login.errorText;
  if (!login.error || !text) return null;
  return (
    <p className="apl-error" data-code={login.error.code} {...login.getErrorProps()}>
      {text}
    </p>
  );
}

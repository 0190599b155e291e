'use client';

import { canResend } from '@auth0-passwordless/core';
import type { ReactNode } from 'react';
import type { LoginAt } from './loginView.ts';
import { useOnline } from './useOnline.ts';
import { countdown, useSecondsUntil } from './useSecondsUntil.ts';
import { sendingText } from './messages/sendingText.ts';
import { useCatalogue } from './messages/useCatalogue.ts';

/** Asks for a new message. Only this leaf renders while its wait counts down. */
export function ResendButton({
  login,
  label,
}: {
  login: LoginAt<'code'> | LoginAt<'link'>;
  label: string;
}): ReactNode {
  const { messages, now } = useCatalogue();
  const secondsLeft = useSecondsUntil(
    Math.max(login.resendAvailableAt, login.sendLimit?.until ?? 0),
    now,
  );
  const isOnline = useOnline();
  const isWaiting = secondsLeft > 0 && !canResend(login, now());
  return (
    <div className="apl-resend">
      <button
        className="apl-link"
        {...login.getResendButtonProps()}
        {...(!isOnline && { 'aria-disabled': true })}
      >
        {login.status === 'resendingCode' ? sendingText(login.send, messages) : label}
      </button>
      <span className="apl-hint" {...login.getResendHintProps()}>
        {isOnline
          ? isWaiting && messages['resend.wait']({ time: countdown(secondsLeft) })
          : messages['resend.offline']}
      </span>
    </div>
  );
}

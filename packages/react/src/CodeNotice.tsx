'use client';

import type { ReactNode } from 'react';
import type { LoginAt } from './loginView.ts';
import { useCatalogue } from './messages/useCatalogue.ts';
import { useOnline } from './useOnline.ts';
import { countdown, useSecondsUntil } from './useSecondsUntil.ts';

/** Before its last minute a clock only hurries the person who looks for the code. */
const lastSeconds = 60;

/**
 * What happens to the code while the person looks for it: no network, its last minute, its end. Moves no
 * focus. Only this leaf renders while it counts down; the live regions say when it matters.
 */
export function CodeNotice({ login }: { login: LoginAt<'code'> }): ReactNode {
  const { messages, now } = useCatalogue();
  const isOnline = useOnline();
  const secondsLeft = useSecondsUntil(login.expiresAt, now);
  // The error beside the field has said what matters more.
  if (login.error || login.status !== 'enteringCode') return null;
  if (!isOnline) return <p className="apl-notice">{messages['code.offline']}</p>;
  if (secondsLeft === 0) return <p className="apl-notice">{messages.expired_code}</p>;
  if (secondsLeft > lastSeconds) return null;
  return (
    <p className="apl-hint" role="timer">
      {messages['code.expires']({ time: countdown(secondsLeft) })}
    </p>
  );
}

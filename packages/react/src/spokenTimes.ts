import type { PasswordlessLoginState } from './loginView.ts';
import type { Catalogue } from './messages/useCatalogue.ts';

/** Seconds before an end at which it is worth a word: whoever cannot see a countdown must not hear all of it. */
const milestones = [60, 30, 10, 0];
/** Timers may fire before their time by a hair. */
const earlyMilliseconds = 500;

/**
 * Says how long a code still works, and when Auth0 takes requests again: a minute, half a minute and ten
 * seconds ahead, and at the end. Moves no focus and renders nothing.
 *
 * @returns What takes the rest back.
 *
 * @see {@link https://www.w3.org/WAI/WCAG22/Understanding/timing-adjustable.html WCAG 2.2.1 Timing Adjustable}
 */
export function planSpokenTimes(
  login: PasswordlessLoginState,
  { messages, now }: Catalogue,
  say: (text: string) => void,
): () => void {
  const { retryAt } = login;
  const isOpen = login.status === 'enteringCode' && login.triesLeft > 0;
  const end = retryAt ?? (isOpen ? login.expiresAt : null);
  let timer: ReturnType<typeof setTimeout>;

  const text = (seconds: number): string => {
    if (seconds === 0) return retryAt ? messages['resend.now'] : messages.expired_code;
    const unit = { style: 'unit', unit: 'second', unitDisplay: 'long' } as const;
    const time = new Intl.NumberFormat(messages.locale, unit).format(seconds);
    return messages[retryAt ? 'resend.wait' : 'code.expires']({ time });
  };
  const wait = (instant: number) => {
    const left = instant - now();
    const next = milestones.find((seconds) => seconds * 1000 < left - earlyMilliseconds);
    if (next === undefined) return;
    timer = setTimeout(
      () => {
        // After sleep several have passed: only the newest is true.
        const since = instant - now() - earlyMilliseconds;
        const passed = milestones.findLast((seconds) => seconds * 1000 >= since);
        if (passed !== undefined) say(text(passed));
        wait(instant);
      },
      left - next * 1000,
    );
  };
  if (end !== null) wait(end);
  return () => clearTimeout(timer);
}

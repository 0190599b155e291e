'use client';

import { useEffect, useState } from 'react';
import { systemNow } from './PasswordlessProvider.tsx';

/**
 * Whole seconds until an instant, `0` once it has passed or when there is none. Renders once a second
 * until then, so use it in a leaf.
 *
 * Counts against the wall clock, not its own ticks: it is right after sleep and in background tabs.
 *
 * @param instant - Epoch milliseconds, such as `login.resendAvailableAt`.
 * @param now - Epoch milliseconds now. Defaults to `Date.now`.
 */
export function useSecondsUntil(instant: number | null, now: () => number = systemNow): number {
  const [, setTick] = useState(0);
  const millisecondsLeft = Math.max(0, (instant ?? 0) - now());
  const seconds = Math.ceil(millisecondsLeft / 1000);

  useEffect(() => {
    if (seconds === 0) return undefined;
    const tick = () => setTick((count) => count + 1);
    // The next whole second; a timer that fires early by a hair finds the same second and waits again.
    const timer = setTimeout(tick, ((instant ?? 0) - now()) % 1000 || 1000);
    // Browsers stop timers of hidden tabs and of sleeping machines.
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  });

  return seconds;
}

/** Seconds as a person reads a countdown: `0:09`, `2:00`. */
export function countdown(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

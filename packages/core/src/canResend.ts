import type { Delivery } from './loginState.ts';
import type { PasswordlessError } from './passwordlessError.ts';

/**
 * Whether a new message may be asked for at this instant (epoch milliseconds). Waiting makes no sense
 * once the code cannot work any more; Auth0's own "not now" always counts.
 */
export function canResend(
  delivery: Pick<Delivery, 'expiresAt' | 'resendAvailableAt' | 'triesLeft' | 'sendLimit'> & {
    readonly error: PasswordlessError | null;
  },
  at: number,
): boolean {
  const isDue =
    !delivery.triesLeft ||
    delivery.error?.code === 'expired_code' ||
    at >= Math.min(delivery.expiresAt, delivery.resendAvailableAt);
  return isDue && at >= (delivery.sendLimit?.until ?? 0);
}

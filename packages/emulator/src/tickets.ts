import type { Clock } from './clock.ts';
import { randomHex } from './random.ts';

/** Things that are known by a random name, once, and for a while. */
export interface Tickets<T> {
  /** @returns The name. */
  issue(value: T): string;
  /** What a ticket stands for, unless it is unknown, used or too old. */
  peek(ticket: string): T | undefined;
  /** The same, and the ticket is used up. */
  take(ticket: string): T | undefined;
  /** Why a ticket is worth nothing: `expired` only while it is not forgotten. */
  isExpired(ticket: string): boolean;
  reset(): void;
}

/**
 * @param options.lifetimeSeconds - Asked at each issue, because it may be a setting.
 * @param options.name - Makes a ticket's name. Defaults to 48 hexadecimal digits.
 */
export function createTickets<T>(options: {
  clock: Clock;
  lifetimeSeconds: () => number;
  name?: () => string;
}): Tickets<T> {
  const { clock, lifetimeSeconds, name = () => randomHex(24) } = options;
  const issued = new Map<string, { value: T; expiresAt: number }>();
  const isOver = ({ expiresAt }: { expiresAt: number }) => clock.now() >= expiresAt;

  const tickets: Tickets<T> = {
    issue(value) {
      const ticket = name();
      issued.set(ticket, { value, expiresAt: clock.now() + lifetimeSeconds() * 1000 });
      return ticket;
    },
    peek(ticket) {
      const found = issued.get(ticket);
      return found && !isOver(found) ? found.value : undefined;
    },
    take(ticket) {
      const value = tickets.peek(ticket);
      if (value !== undefined) issued.delete(ticket);
      return value;
    },
    isExpired(ticket) {
      const found = issued.get(ticket);
      return found !== undefined && isOver(found);
    },
    reset: () => issued.clear(),
  };
  return tickets;
}

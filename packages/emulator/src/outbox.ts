import type { Connection } from './identifier.ts';

/** A message that reached a person: an e-mail or an SMS. */
export interface Message {
  id: string;
  /** The e-mail address or phone number, as Auth0 stores it. */
  to: string;
  connection: Connection;
  send: 'code' | 'link';
  /** The one-time code, in messages that carry one. */
  code?: string;
  /** The sign-in link, in messages that carry one. */
  link?: string;
  /** Epoch milliseconds on the emulator's clock. */
  sentAt: number;
  /** The `x-request-language` of the start. The emulator writes English whatever it says. */
  language?: string;
  /** E-mail only. */
  subject?: string;
  text: string;
  /** E-mail only. */
  html?: string;
}

/** Where every message lands, SMS and e-mail alike. */
export interface Outbox {
  /**
   * @param filter.to - Only messages to this address or number; upper and lower case are the same.
   * @returns The messages, newest first.
   */
  readonly messages: (filter?: { to?: string }) => Message[];
  /**
   * Tells a mailbox view about news: after a message arrived and after a reset.
   *
   * @returns Stops it.
   */
  readonly subscribe: (listener: () => void) => () => void;
}

/** The emulator's own side of an outbox. */
export interface OutboxControl {
  /** Announces a message. @returns Puts it in, unless a reset came first. */
  readonly expect: () => (message: Message) => void;
  readonly reset: () => void;
}

export function createOutbox(): Outbox & OutboxControl {
  /** Oldest first. */
  let messages: Message[] = [];
  /** The same by address: a load test looks for one person's message among ten thousand, ten thousand times. */
  const byAddress = new Map<string, Message[]>();
  let generation = 0;
  const listeners = new Set<() => void>();
  const announce = () => {
    for (const listener of listeners) listener();
  };
  const sentTo = (address: string) => byAddress.get(address.toLowerCase()) ?? [];

  return {
    messages: ({ to } = {}) => (to ? sentTo(to) : messages).toReversed(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    expect() {
      const expectedIn = generation;
      return (message) => {
        if (expectedIn !== generation) return;
        messages.push(message);
        byAddress.set(message.to.toLowerCase(), [...sentTo(message.to), message]);
        announce();
      };
    },
    reset() {
      generation += 1;
      messages = [];
      byAddress.clear();
      announce();
    },
  };
}

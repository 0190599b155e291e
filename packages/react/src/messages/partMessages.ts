import type { Messages, Text } from './messages.ts';

/** The texts of the parts that an app adds, each an entry of its own: typo hint, mail shortcut, phone. */
export interface PartMessages {
  'typo.suggestion': Text<{ address: string }>;
  /** On the button that takes the suggestion. */
  'typo.apply': string;
  /** On the button that keeps what was typed. */
  'typo.dismiss': string;
  /** With the name of a mail service, such as "Gmail". */
  'mail.open': Text<{ provider: string }>;
  /** Heard after it, not seen. */
  'mail.newTab': string;
  'phone.country': string;
}

/** Every text in one language, as `messages/de` and the others hold it. */
export type Language = Messages & PartMessages;

import type { PasswordlessErrorCode } from '@auth0-passwordless/core';
import type { IdentifierKind } from '../identifierKind.ts';

/** A text with something in it. */
export type Text<Values> = (values: Values) => string;

/** What an error's text may tell besides what happened. */
interface ErrorValues {
  /** Digits of a code. */
  readonly length: number;
  /** Wrong tries the code still has. */
  readonly triesLeft: number;
  /** Until another try makes sense, such as `0:52`; empty when that is not known. */
  readonly time: string;
  /** What may be typed as an identifier. */
  readonly kind: IdentifierKind;
}

/** Every text a person can see or hear, by key. A language that misses one does not compile. */
export interface Messages extends ErrorMessages {
  /** Said when time runs out, too. */
  expired_code: string;
  /** BCP 47 tag of the language, for times and for the `lang` of the form. */
  locale: string;
  /** Where its lines begin. */
  direction: 'ltr' | 'rtl';
  'identifier.title': string;
  'identifier.email.label': string;
  'identifier.phone.label': string;
  /** Where both an e-mail address and a phone number may be typed, as in the other `either` texts. */
  'identifier.either.label': string;
  'identifier.email.hint': Text<{ length: number }>;
  'identifier.link.hint': Text<{ length: number }>;
  /** Where a phone number may be typed, an e-mail address too or not. */
  'identifier.phone.hint': Text<{ length: number }>;
  'identifier.submit': string;
  'identifier.sending': string;
  'code.title.email': string;
  'code.title.sms': string;
  'code.sent': Text<{ length: number; identifier: string }>;
  'code.sentNew': Text<{ time: string }>;
  /** After a reload, with the time of the message. */
  'code.sentAt': Text<{ identifier: string; time: string }>;
  /** Said after a reload. */
  'code.restored': Text<{ identifier: string }>;
  'code.announced': Text<{ identifier: string }>;
  'code.label': string;
  'code.hint': Text<{ length: number; minutes: number }>;
  /** In the last minute: `0:42` to see, "30 seconds" to hear. */
  'code.expires': Text<{ time: string }>;
  'code.submit': string;
  'code.checking': string;
  /** Typed without a network. */
  'code.offline': string;
  'resend.ready': string;
  'resend.link': string;
  'resend.wait': Text<{ time: string }>;
  /** Said when the wait is over that Auth0 asked for. */
  'resend.now': string;
  'resend.offline': string;
  'help.email': Text<{ identifier: string }>;
  'help.sms': Text<{ identifier: string }>;
  'change.email': string;
  'change.sms': string;
  /** After a text message that could not be sent, where e-mail is allowed, too. */
  'instead.email': string;
  /** After an e-mail that could not be sent, where text messages are allowed, too. */
  'instead.sms': string;
  'link.sending': string;
  'link.sent': Text<{ identifier: string }>;
  /** Said when the network is back. */
  online: string;
  'elsewhere.title': string;
  'elsewhere.continue': string;
  'mfa.title': string;
  success: string;
}

/** What a person is told about each error, by its code. */
type ErrorMessages = Record<PasswordlessErrorCode, string | Text<ErrorValues>>;

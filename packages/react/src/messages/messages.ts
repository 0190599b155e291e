import type { Connection } from '@auth0-passwordless/core';

type Text<Values> = (values: Values) => string;

/** Every text a person can see or hear, by key. A language that misses one does not compile. */
export interface Messages {
  /** BCP 47 tag of the language, for times and for the `lang` of the form. */
  locale: string;
  'identifier.title': string;
  'identifier.email.label': string;
  'identifier.phone.label': string;
  'identifier.either.label': string;
  'identifier.link.hint': Text<{ length: number }>;
  'identifier.email.hint': Text<{ length: number }>;
  'identifier.either.hint': Text<{ length: number }>;
  'identifier.phone.hint': Text<{ length: number }>;
  'identifier.submit': string;
  'identifier.sending': string;
  'identifier.invalid': Text<{ connections: readonly Connection[] }>;
  'code.title': Text<{ connection: Connection }>;
  'code.sent': Text<{ length: number; identifier: string }>;
  'code.sentNew': Text<{ time: string }>;
  'code.announced': Text<{ identifier: string }>;
  'code.label': string;
  'code.hint': Text<{ length: number; minutes: number }>;
  'code.submit': string;
  'code.checking': string;
  'code.incomplete': Text<{ length: number }>;
  'code.ambiguous': Text<{ length: number }>;
  'code.wrong': Text<{ triesLeft: number }>;
  'code.repeat': string;
  'code.expired': string;
  'code.locked': string;
  'resend.ready': string;
  'resend.sending': string;
  'resend.wait': Text<{ time: string }>;
  'help.spam': Text<{ connection: Connection; identifier: string }>;
  change: Text<{ connection: Connection }>;
  'link.title': string;
  'link.sent': Text<{ identifier: string }>;
  'link.hint': string;
  'link.resend': string;
  'mfa.title': string;
  'mfa.hint': string;
  success: string;
  limit: Text<{ time: string }>;
  blocked: string;
  'signup.disabled': string;
  captcha: string;
  'delivery.failed': Text<{ connection: Connection }>;
  'access.denied': string;
  misconfigured: string;
  offline: string;
  network: string;
  timeout: string;
  'provider.down': string;
  unexpected: string;
}

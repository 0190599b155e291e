type Text<Values> = (values: Values) => string;

/** Every text a person can see or hear, by key. A language that misses one does not compile. */
export interface Messages {
  /** BCP 47 tag of the language, for times and for the `lang` of the form. */
  locale: string;
  'identifier.title': string;
  'identifier.email.label': string;
  'identifier.phone.label': string;
  /** Where both an e-mail address and a phone number may be typed, as in the other `either` texts. */
  'identifier.either.label': string;
  'identifier.email.hint': Text<{ length: number }>;
  'identifier.link.hint': Text<{ length: number }>;
  'identifier.phone.hint': Text<{ length: number }>;
  'identifier.either.hint': Text<{ length: number }>;
  'identifier.submit': string;
  'identifier.sending': string;
  'identifier.email.invalid': string;
  'identifier.phone.invalid': string;
  'identifier.either.invalid': string;
  'code.title.email': string;
  'code.title.sms': string;
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
  'resend.link': string;
  'resend.wait': Text<{ time: string }>;
  'help.email': Text<{ identifier: string }>;
  'help.sms': Text<{ identifier: string }>;
  'change.email': string;
  'change.sms': string;
  'link.sending': string;
  'link.sent': Text<{ identifier: string }>;
  'mfa.title': string;
  success: string;
  /** Auth0 takes no more requests until then. */
  limit: Text<{ time: string }>;
  blocked: string;
  'signup.disabled': string;
  captcha: string;
  'delivery.failed': string;
  'access.denied': string;
  misconfigured: string;
  offline: string;
  network: string;
  /** Auth0, or what answered in its place, failed. */
  busy: string;
}

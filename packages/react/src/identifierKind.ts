import type { Connection } from '@auth0-passwordless/core';

/** What the identifier field takes, by which its texts are named. */
export type IdentifierKind = 'email' | 'phone' | 'either';

export const identifierKind = ([first, second]: readonly Connection[]): IdentifierKind =>
  second ? 'either' : first === 'sms' ? 'phone' : 'email';

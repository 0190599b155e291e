import type { PartMessages } from './partMessages.ts';

/** The English texts of the optional parts: a login without them does not load these. */
export const enParts: PartMessages = {
  'typo.suggestion': ({ address }) => `Did you mean ${address}?`,
  'typo.apply': 'Yes, change it',
  'typo.dismiss': 'No, keep mine',
  'mail.open': ({ provider }) => `Open ${provider}`,
  'mail.newTab': 'opens in a new tab',
  'phone.country': 'Country or region',
};

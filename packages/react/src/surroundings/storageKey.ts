import type { LoginSettings } from '../loginActions.ts';

/** Names the record in storage, the channel and the locks of the tabs, and the entry in the history. */
export const storageKey = ({
  storageKey: key = 'auth0-passwordless:login',
}: LoginSettings): string => key;

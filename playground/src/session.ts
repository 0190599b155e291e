import { createSession } from '@auth0-passwordless/core';

/** Who is signed in, in all tabs and across reloads: the playground has nothing to steal. */
export const session = createSession({
  domain: import.meta.env.VITE_AUTH0_DOMAIN,
  clientId: import.meta.env.VITE_AUTH0_CLIENT_ID,
  storage: 'localStorage',
});

import { Auth0Client } from '@auth0/nextjs-auth0/server';

/** Reads its options from the environment: see `.env.example`. */
export const auth0 = new Auth0Client({
  // The emulator speaks http on this machine; a tenant does not.
  allowInsecureRequests: process.env['AUTH0_DOMAIN']?.startsWith('http://localhost:') ?? false,
});

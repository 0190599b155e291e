const { VITE_AUTH0_DOMAIN: domain, VITE_AUTH0_CLIENT_ID: clientId } = import.meta.env;

/** The Auth0 application that the playground logs in to. */
export const application = { domain, clientId };

/** Where Auth0, or the emulator in its place, answers. */
export const auth0Origin = domain.includes('://') ? domain : `https://${domain}`;

/** The emulator has a mailbox to look into; a tenant sends real mail. */
export const isEmulator = auth0Origin.startsWith('http://');

/** Whether the development server has a client secret, and so a login of its own under `/auth`. */
export const hasServer = import.meta.env.VITE_HAS_SERVER === 'true';

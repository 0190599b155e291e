const domain = import.meta.env.VITE_AUTH0_DOMAIN;

/** Where Auth0, or the emulator in its place, answers. */
export const auth0Origin = domain.includes('://') ? domain : `https://${domain}`;

/** The emulator has a mailbox to look into; a tenant sends real mail. */
export const isEmulator = auth0Origin.startsWith('http://');

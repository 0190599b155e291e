import { createPasswordlessHandler, toNodeListener } from '@auth0-passwordless/server/node';

const {
  VITE_AUTH0_DOMAIN: domain = '',
  AUTH0_CLIENT_ID: clientId = '',
  AUTH0_CLIENT_SECRET: clientSecret = '',
  COOKIE_SECRET: cookieSecret = '',
} = process.env;

/** The login of the playground on a server. None of this but the domain ever reaches the browser. */
export const login = toNodeListener(
  createPasswordlessHandler({ domain, clientId, clientSecret, cookieSecret, basePath: '/auth' }),
);

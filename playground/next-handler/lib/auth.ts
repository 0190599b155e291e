import { createPasswordlessHandler } from '@auth0-passwordless/server';
import { headers } from 'next/headers';

const {
  AUTH0_DOMAIN: domain = '',
  AUTH0_CLIENT_ID: clientId = '',
  AUTH0_CLIENT_SECRET: clientSecret = '',
  COOKIE_SECRET: cookieSecret = '',
  APP_ORIGIN: origin = '',
} = process.env;

/** The routes of the login, and what reads its cookie. See `.env.example`. */
export const auth = createPasswordlessHandler({
  domain,
  clientId,
  clientSecret,
  cookieSecret,
  basePath: '/auth',
  // Whose pages may call; and by its scheme, whether the cookie is for https only.
  origins: [origin],
  onError: (error) => console.error(error),
});

/** Who asks for the page that is being rendered; `null` when nobody is signed in. */
export async function getSession() {
  const request = new Request(origin, { headers: await headers() });
  return (await auth.getSession(request)).session;
}

import { auth0 } from './lib/auth0';

/** Mounts the routes of the SDK under `/auth`, and keeps the session alive. */
export const proxy = (request: Request) => auth0.middleware(request);

export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico).*)'] };

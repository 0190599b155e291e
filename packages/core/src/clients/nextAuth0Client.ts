import { nextVerifyBody, readNextFailure } from '../wire/nextAuth0.ts';
import { createOwnServerClient, type OwnServerOptions } from './ownServerClient.ts';
import type { PasswordlessClient } from './passwordlessClient.ts';

export interface NextAuth0ClientOptions extends OwnServerOptions {
  /**
   * Where the SDK has its passwordless routes, on the page's own origin. Defaults to `/auth/passwordless`; put Next's
   * `basePath` before it if there is one. No slash at the end.
   */
  baseUrl?: string | undefined;
}

/**
 * A client that calls the routes which `@auth0/nextjs-auth0` (4.27 or later) mounts in its middleware:
 * `POST /auth/passwordless/start` and `POST /auth/passwordless/verify`. The SDK holds the client secret, and its
 * `auth0.getSession()` says afterwards who is signed in.
 *
 * `exchangeCode` resolves with `null`: the tokens stay on the server and the browser has the SDK's cookie. Links
 * work too, they come back to the SDK's `/auth/callback`; `authParams` are the SDK's own.
 *
 * Errors are those of the direct client, as far as the SDK lets them through. It passes Auth0's names and sentences
 * on, but neither its statuses nor its headers: `rate_limited` comes as a 400 and without `retryAt`, and the
 * login waits a minute, then two, up to ten. An answer of Auth0's without a name, or none at all, is
 * `provider_down`. The answer to a captcha is not passed on, so `captcha_required` is the end of a login here.
 * `mfa.token` is encrypted; it is the `mfaToken` of the SDK's own `mfa` functions.
 *
 * @example
 * ```ts
 * import { createNextAuth0Client } from '@auth0-passwordless/core'
 *
 * const client = createNextAuth0Client()
 * await client.start({ connection: 'email', email: 'ana@example.com' })
 * await client.exchangeCode({ connection: 'email', email: 'ana@example.com', code: '123456' })
 * location.reload() // the page is rendered for who is signed in now
 * ```
 *
 * @see {@link https://github.com/auth0/nextjs-auth0/blob/main/EXAMPLES.md nextjs-auth0: Examples}
 */
export const createNextAuth0Client = (options: NextAuth0ClientOptions = {}): PasswordlessClient =>
  createOwnServerClient(options.baseUrl ?? '/auth/passwordless', options, [
    '/verify',
    nextVerifyBody,
    readNextFailure,
  ]);

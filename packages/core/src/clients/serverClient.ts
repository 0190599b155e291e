import { readHandlerFailure } from '../handlerFailure.ts';
import { createOwnServerClient, type OwnServerOptions } from './ownServerClient.ts';
import type { PasswordlessClient } from './passwordlessClient.ts';

export interface ServerClientOptions extends OwnServerOptions {
  /**
   * Where the handler of `@auth0-passwordless/server` is mounted, on the page's own origin: `/passwordless` is
   * its default. No slash at the end.
   */
  baseUrl: string;
}

/**
 * A client that calls the handler of `@auth0-passwordless/server` on your own server, which holds the client
 * secret. For applications of type Regular Web, the way that Auth0 recommends.
 *
 * `exchangeCode` resolves with `null`: the tokens stay on the server and the browser has a session cookie that
 * no script can read. Errors are those of the direct client, but for two things: what goes wrong between your
 * server and Auth0 is `provider_down` here, since the person's own network is fine; and `start` does not say
 * whether somebody may sign up or is blocked. `mfa.token` is sealed: only the handler can open it.
 *
 * Links are not for this client: `start` with `send: 'link'` rejects with `misconfigured`.
 *
 * @example
 * ```ts
 * import { createServerClient } from '@auth0-passwordless/core'
 *
 * const client = createServerClient({ baseUrl: '/passwordless' })
 * await client.start({ connection: 'email', email: 'ana@example.com' })
 * await client.exchangeCode({ connection: 'email', email: 'ana@example.com', code: '123456' })
 * ```
 */
export const createServerClient = (options: ServerClientOptions): PasswordlessClient =>
  createOwnServerClient(options.baseUrl, options, [
    '/exchange',
    (request) => request,
    readHandlerFailure,
  ]);

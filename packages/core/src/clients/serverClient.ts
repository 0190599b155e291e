import { readHandlerFailure } from '../handlerFailure.ts';
import { httpRequest } from './httpRequest.ts';
import type { PasswordlessClient, RequestOptions } from './passwordlessClient.ts';

export interface ServerClientOptions {
  /**
   * Where the handler of `@auth0-passwordless/server` is mounted, on the page's own origin: `/passwordless` is
   * its default. No slash at the end.
   */
  baseUrl: string;
  /** How long to wait for an answer. Defaults to `20`, which is longer than the handler waits for Auth0. */
  timeoutSeconds?: number | undefined;
  /** Replaces the global `fetch`, for tests. */
  fetch?: typeof fetch | undefined;
  /** Epoch milliseconds now. Defaults to `Date.now`. */
  now?: (() => number) | undefined;
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
export function createServerClient(options: ServerClientOptions): PasswordlessClient {
  const { baseUrl, timeoutSeconds = 20 } = options;
  const post = async (path: string, body: object, { signal }: RequestOptions = {}) => {
    const url = baseUrl + path;
    const init: RequestInit = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'same-origin',
      // The message still goes out when the person closes the tab right after the click.
      keepalive: true,
    };
    // Looked up at each call: a page may replace the global one after this client was made.
    const fetch = options.fetch ?? globalThis.fetch;
    const answer = await httpRequest(url, init, { fetch, timeoutSeconds }, signal);
    const now = options.now ?? Date.now;
    if (!answer.response.ok) throw readHandlerFailure(answer, now(), url);
  };
  return {
    start: (request, requestOptions) => post('/start', request, requestOptions),
    async exchangeCode(request, requestOptions) {
      await post('/exchange', request, requestOptions);
      return null;
    },
  };
}

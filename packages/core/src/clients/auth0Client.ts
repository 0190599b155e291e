import { PasswordlessError } from '../passwordlessError.ts';
import { setupHint, type SetupProblem } from '../setupHint.ts';
import { exchangeInit, readFailure, readTokens, startInit, startPath, tokenPath } from '../wire.ts';
import { type HttpAnswer, httpRequest } from './httpRequest.ts';
import type { PasswordlessClient } from './passwordlessClient.ts';

export interface Auth0ClientOptions {
  /**
   * The tenant's host, such as `example.eu.auth0.com` or a custom domain: no scheme, no path.
   * For a server on this machine an origin such as `http://localhost:4400` is accepted too.
   */
  domain: string;
  /** Client ID of an application of type Native that has the Passwordless OTP grant. */
  clientId: string;
  /** Identifier of the API to get an access token for. Without it the token is good for `/userinfo` only. */
  audience?: string | undefined;
  /** Scopes, separated by spaces. Defaults to `openid profile email`. */
  scope?: string | undefined;
  /** How long to wait for an answer. Defaults to `15`. */
  timeoutSeconds?: number | undefined;
  /** Replaces the global `fetch`, for tests and emulators. */
  fetch?: typeof fetch | undefined;
  /** Epoch milliseconds now. Defaults to `Date.now`. */
  now?: (() => number) | undefined;
  /** Never: whatever is in the browser is public. Applications with a secret belong on your server. */
  clientSecret?: never;
}

/**
 * A client that calls Auth0 straight from the browser: `POST /passwordless/start`, then
 * `POST /oauth/token` with the Passwordless OTP grant.
 *
 * For applications that may use this grant without a secret: type Native. Auth0 refuses it to
 * applications of type Single Page App and asks a secret of Regular Web ones; both fail with
 * `misconfigured`. No cookie is sent or kept, and no session begins at Auth0.
 *
 * @throws {PasswordlessError} `misconfigured`, at once, when `domain` or `clientId` cannot be right.
 *
 * @example
 * ```ts
 * import { createAuth0Client } from '@auth0-passwordless/core'
 *
 * const client = createAuth0Client({ domain: 'example.eu.auth0.com', clientId: 'your-client-id' })
 * await client.start({ connection: 'email', email: 'ana@example.com' })
 * const tokens = await client.exchangeCode({ connection: 'email', email: 'ana@example.com', code: '123456' })
 * ```
 *
 * @see {@link https://auth0.com/docs/authenticate/passwordless/implement-login/embedded-login/relevant-api-endpoints Auth0: Passwordless API endpoints}
 */
export function createAuth0Client(options: Auth0ClientOptions): PasswordlessClient {
  const { clientId, audience, scope = 'openid profile email', timeoutSeconds = 15 } = options;
  const origin = tenantOrigin(options);
  // Looked up at each call, as `fetch` is: a test may replace the clock after this client was made.
  const now = options.now ?? (() => Date.now());

  const post = (path: string, init: RequestInit, signal: AbortSignal | undefined) =>
    httpRequest(
      origin + path,
      { ...init, credentials: 'omit' },
      // Looked up at each call: a page may replace the global one after this client was made.
      { fetch: options.fetch ?? globalThis.fetch, timeoutSeconds, signal },
    );

  return {
    async start(request, { signal } = {}) {
      const answer = await post(startPath, startInit(clientId, request), signal);
      if (!isSuccess(answer)) throw readFailure(answer, now());
    },
    async exchangeCode(request, { signal } = {}) {
      const init = exchangeInit(clientId, request, { scope, audience });
      const answer = await post(tokenPath, init, signal);
      if (!isSuccess(answer)) throw readFailure(answer, now(), request.code);
      return readTokens(answer, now(), scope);
    },
  };
}

export const isSuccess = ({ status }: HttpAnswer) => status >= 200 && status < 300;

/** Where a tenant answers. Throws `misconfigured` when the domain or the client ID cannot be right. */
export function tenantOrigin({
  domain,
  clientId,
}: Pick<Auth0ClientOptions, 'domain' | 'clientId'>): string {
  if (!clientId) throw misconfigured('clientId', 'clientId is empty.');
  if (/^https?:\/\/([\w-]+\.)*localhost(:\d+)?$/.test(domain)) return domain;
  if (/^[\w.-]+(:\d+)?$/.test(domain)) return `https://${domain}`;
  throw misconfigured('domain', `domain is "${domain}".`);
}

const misconfigured = (problem: SetupProblem, detail: string) =>
  new PasswordlessError('misconfigured', { setupHint: setupHint(() => problem), detail });

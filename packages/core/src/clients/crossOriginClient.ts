import { randomText, sha256 } from '../randomText.ts';
import { beginTransaction, type TransactionStorage } from '../redirectTransaction.ts';
import { readLoginTicket } from '../wire/answers.ts';
import { crossOriginMeanings } from '../wire/failures.ts';
import { authorizeUrl, crossOriginInit, crossOriginPath } from '../wire/requests.ts';
import { createAuth0Client, defaultScope, type TokenOptions } from './auth0Client.ts';
import type { PasswordlessClient } from './passwordlessClient.ts';
import { createTenant, type TenantOptions } from './tenant.ts';

export interface CrossOriginClientOptions extends TenantOptions, TokenOptions {
  /** A page of yours among the application's Allowed Callback URLs; it calls `completeRedirect`. */
  redirectUri: string;
  /** Where the login is remembered meanwhile. Defaults to `sessionStorage`. */
  storage?: TransactionStorage | undefined;
  /** Leaves the page for a URL. Defaults to `location.assign`. */
  navigate?: ((url: string) => void) | undefined;
}

/**
 * A client for applications of type Single Page App: `POST /co/authenticate` trades the code for a login
 * ticket, and the browser takes the ticket to `/authorize` and comes back with an authorization code
 * (PKCE, state and nonce). Call {@link completeRedirect} on the page it comes back to.
 *
 * Needs "Allow Cross-Origin Authentication", which is off for new applications, the page's origin in
 * "Allowed Web Origins", and a custom domain of the page's own site, because browsers block
 * third-party cookies. A session begins at Auth0.
 *
 * The promise of `exchangeCode` does not resolve, since the page is left; it rejects like any other.
 *
 * @throws {PasswordlessError} `misconfigured`, at once, when `domain` or `clientId` cannot be right.
 *
 * @see {@link https://auth0.com/docs/authenticate/login/cross-origin-authentication Auth0: Cross-origin authentication}
 */
export function createCrossOriginClient(options: CrossOriginClientOptions): PasswordlessClient {
  const { scope = defaultScope, audience, organization, redirectUri } = options;
  const tenant = createTenant(options);
  return {
    ...createAuth0Client(options),
    async exchangeCode(request, requestOptions) {
      const answer = await tenant.request(
        crossOriginPath,
        crossOriginInit(tenant.clientId, request),
        {
          ...requestOptions,
          secret: request.code,
          meanings: crossOriginMeanings,
        },
      );
      const loginTicket = readLoginTicket(answer);
      const codeVerifier = randomText();
      const codeChallenge = await sha256(codeVerifier);
      const transaction = beginTransaction(options.storage ?? sessionStorage, {
        ...{ redirectUri, codeVerifier, organization, startedAt: tenant.now() },
      });
      const { connection } = request;
      const url = authorizeUrl(tenant.origin, tenant.clientId, {
        ...{ scope, audience, organization, redirectUri, connection },
        ...{ loginTicket, codeChallenge, ...transaction },
      });
      (options.navigate ?? ((to) => location.assign(to)))(url);
      return new Promise(() => undefined);
    },
  };
}

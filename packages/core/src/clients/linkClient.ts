import {
  beginTransaction,
  takeTransaction,
  type TransactionStorage,
} from '../redirectTransaction.ts';
import { linkAuthParams } from '../wire/requests.ts';
import { type Auth0ClientOptions, createAuth0Client, defaultScope } from './auth0Client.ts';
import type { PasswordlessClient } from './passwordlessClient.ts';

export interface LinkClientOptions extends Auth0ClientOptions {
  /** A page of yours among the application's Allowed Callback URLs; it calls `completeRedirect`. */
  redirectUri: string;
  /**
   * Where the login is remembered until the link is opened. Defaults to `localStorage`, because a
   * link opens in a tab of its own.
   */
  storage?: TransactionStorage | undefined;
}

/**
 * The client of {@link createAuth0Client}, whose e-mail links come back to your app: each `start` with
 * `send: 'link'` remembers a state and a nonce, and {@link completeRedirect} on the page that the link
 * opens checks them and gets the tokens. Codes work as before.
 *
 * A link works in the browser that asked for it. Tenants made since April 2023 insist on their own cookie too,
 * which an embedded form cannot set: they need "allow_magiclink_verify_without_session". Mail
 * scanners open links and use them up. Prefer codes.
 *
 * @throws {PasswordlessError} `misconfigured`, at once, when `domain` or `clientId` cannot be right.
 *
 * @see {@link https://auth0.com/docs/authenticate/passwordless/authentication-methods/email-magic-link Auth0: E-mail magic links}
 */
export function createLinkClient(options: LinkClientOptions): PasswordlessClient {
  const client = createAuth0Client(options);
  const {
    scope = defaultScope,
    audience,
    organization,
    redirectUri,
    now = () => Date.now(),
  } = options;
  return {
    ...client,
    async start(request, requestOptions) {
      if (request.connection !== 'email' || request.send !== 'link')
        return client.start(request, requestOptions);
      const storage = options.storage ?? localStorage;
      const startedAt = now();
      // Before the request: the mail may be opened before its answer is here.
      const sent = beginTransaction(storage, { redirectUri, organization, startedAt });
      const own = linkAuthParams({ scope, audience, organization, redirectUri, ...sent });
      const authParams = { ...request.authParams, ...own };
      try {
        await client.start({ ...request, authParams }, requestOptions);
      } catch (error) {
        takeTransaction(storage, sent.state, startedAt);
        throw error;
      }
    },
  };
}

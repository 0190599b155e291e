import { defaultScope, type TokenOptions } from './clients/auth0Client.ts';
import type { RequestOptions, TokenSet } from './clients/passwordlessClient.ts';
import { createTenant, type TenantOptions } from './clients/tenant.ts';
import { checkIdToken } from './wire/idToken.ts';
import { PasswordlessError } from './passwordlessError.ts';
import { takeTransaction, type TransactionStorage } from './redirectTransaction.ts';
import { developerDetail } from './setupHint.ts';
import { readTokens } from './wire/answers.ts';
import { readRedirect } from './wire/redirect.ts';
import { authorizationCodeInit, exchangePath } from './wire/requests.ts';

export interface CompleteRedirectOptions
  extends TenantOptions, Pick<TokenOptions, 'scope'>, RequestOptions {
  /** Where the login was remembered. Defaults to `sessionStorage`, then `localStorage`. */
  storage?: TransactionStorage | undefined;
  /** The address that Auth0 sent the browser to. Defaults to that of the page, which is then tidied up. */
  url?: string | URL | undefined;
}

/**
 * Ends a login that came back to the page: by an e-mail link, or by `/authorize` of a cross-origin login.
 *
 * Reads the answer from `?…` or `#…`, checks that this browser asked for it (`state`), and trades the
 * authorization code for tokens, whose ID token must carry the `nonce` of the login. Then the code is out of
 * the address and out of the history. Each login is completed once; a second call finds nothing of it.
 *
 * @returns The tokens, or `null` when the address is not an answer of Auth0: the page was opened as usual.
 *   Where Auth0 gave tokens in `#…` itself, the ID token is left out, since nobody has checked its signature.
 *
 * Rejects with a {@link PasswordlessError}: `expired_code` when the link is too old or was used, or
 * when this browser does not remember the login (look whether the person is signed in already, then offer
 * a new code); and like any exchange.
 *
 * @throws {PasswordlessError} `misconfigured` when `domain` or `clientId` cannot be right.
 *
 * @example
 * ```ts
 * import { completeRedirect } from '@auth0-passwordless/core'
 *
 * const tokens = await completeRedirect({ domain: 'example.eu.auth0.com', clientId: 'your-client-id' })
 * if (tokens) console.info('signed in until', tokens.expiresAt)
 * ```
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2 RFC 6749 §4.1.2: Authorization Response}
 * @see {@link https://auth0.com/docs/authenticate/passwordless/authentication-methods/email-magic-link Auth0: E-mail magic links}
 */
export async function completeRedirect(options: CompleteRedirectOptions): Promise<TokenSet | null> {
  const { scope = defaultScope, signal } = options;
  const tenant = createTenant(options);
  const url = new URL(options.url ?? location.href);
  const answer = readRedirect(url, tenant.now());
  if (!answer) return null;
  // Before anything else can fail: no code stays in the address, the history or a referrer.
  if (options.url === undefined) history.replaceState(history.state, '', answer.tidyUrl);

  const storages = options.storage ? [options.storage] : [sessionStorage, localStorage];
  const [transaction] = storages.flatMap(
    (storage) => takeTransaction(storage, answer.state, tenant.now()) ?? [],
  );
  if (answer.failure) throw answer.failure;
  if (!transaction) {
    throw new PasswordlessError(
      'expired_code',
      developerDetail('This browser did not ask for this login, or has completed it already.'),
    );
  }
  if (answer.tokens)
    return { ...readTokens(answer.tokens, tenant.now(), scope), idToken: undefined };

  const init = authorizationCodeInit(tenant.clientId, answer.authorizationCode, transaction);
  const secret = answer.authorizationCode;
  const tokens = readTokens(
    await tenant.request(exchangePath, init, { signal, secret }),
    tenant.now(),
    scope,
  );
  // The tenant comes last: nothing that lay in storage may stand in for it.
  if (tokens.idToken) checkIdToken(tokens.idToken, { ...transaction, ...tenant });
  return tokens;
}

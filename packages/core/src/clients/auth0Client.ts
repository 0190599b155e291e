import { exchangeInit, exchangePath, startInit, startPath } from '../wire/requests.ts';
import { readTokens } from '../wire/answers.ts';
import type { PasswordlessClient } from './passwordlessClient.ts';
import { createTenant, type TenantOptions } from './tenant.ts';

/** What tokens a client asks for. */
export interface TokenOptions {
  /** Identifier of the API to get an access token for. Without it the token is good for `/userinfo` only. */
  audience?: string | undefined;
  /** Scopes, separated by spaces. Defaults to `openid profile email`. */
  scope?: string | undefined;
  /** An organization's ID. Auth0 does not document it for this grant; it is passed on as it is. */
  organization?: string | undefined;
}

export const defaultScope = 'openid profile email';

export interface Auth0ClientOptions extends TenantOptions, TokenOptions {
  /**
   * How a code becomes tokens. `legacy-password` is the body of 2019's articles: the `password` grant with
   * the code as the password. Auth0 does not support it for passwordless, most tenants refuse it, and it
   * is here for those that do not yet. Defaults to `passwordless-otp`.
   */
  grant?: 'passwordless-otp' | 'legacy-password' | undefined;
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
  const { scope = defaultScope, audience, organization } = options;
  const isLegacy = options.grant === 'legacy-password';
  const tenant = createTenant(options);
  return {
    origin: tenant.origin,
    async start(request, requestOptions) {
      await tenant.request(startPath, startInit(tenant.clientId, request), requestOptions);
    },
    async exchangeCode(request, requestOptions) {
      const init = exchangeInit(tenant.clientId, request, {
        scope,
        audience,
        organization,
        isLegacy,
      });
      const answer = await tenant.request(exchangePath, init, {
        ...requestOptions,
        secret: request.code,
      });
      return readTokens(answer, tenant.now(), scope);
    },
  };
}

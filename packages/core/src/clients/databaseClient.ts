import { identifierText } from '../identifier.ts';
import { PasswordlessError } from '../passwordlessError.ts';
import { developerDetail } from '../setupHint.ts';
import { readAuthSession, readTokens } from '../wire/answers.ts';
import { challengedCodeMeanings } from '../wire/failures.ts';
import {
  challengedCodeInit,
  challengeInit,
  challengePath,
  exchangePath,
} from '../wire/requests.ts';
import { defaultScope, type TokenOptions } from './auth0Client.ts';
import type { PasswordlessClient } from './passwordlessClient.ts';
import { createTenant, type TenantOptions } from './tenant.ts';

export interface DatabaseClientOptions
  extends TenantOptions, Omit<TokenOptions, 'audience' | 'organization'> {
  /** Name of the database connection that has one-time codes by e-mail or phone. */
  connection: string;
  /** Whether a code may make a new user. Defaults to `false`, as at Auth0. */
  allowSignup?: boolean | undefined;
  /** How a phone number gets its code: `voice` needs a Unified Phone provider. Auth0 defaults to `text`. */
  deliveryMethod?: 'text' | 'voice' | undefined;
}

/**
 * A client for one-time codes on a *database* connection: `POST /otp/challenge`, then `POST /oauth/token`
 * with the session that the challenge began. For applications of type Native, as `createAuth0Client`.
 *
 * The session of the newest challenge is kept in memory. After a reload there is none, and a code is
 * answered with `expired_code` without a request: ask for a new one. Auth0 does not tell a wrong code
 * from an expired one here; both are `wrong_code`. There are no links.
 *
 * @throws {PasswordlessError} `misconfigured`, at once, when `domain` or `clientId` cannot be right.
 *
 * @see {@link https://auth0.com/docs/authenticate/database-connections/auth-api-passwordless-db-connections Auth0: One-time codes for database connections}
 */
export function createDatabaseClient(options: DatabaseClientOptions): PasswordlessClient {
  const { scope = defaultScope } = options;
  const tenant = createTenant(options);
  let challenge: { to: string; authSession: string } | undefined;
  return {
    async start(request, requestOptions) {
      const init = challengeInit(tenant.clientId, request, options);
      const answer = await tenant.request(challengePath, init, requestOptions);
      challenge = { to: identifierText(request), authSession: readAuthSession(answer) };
    },
    async exchangeCode(request, requestOptions) {
      if (challenge?.to !== identifierText(request)) {
        throw new PasswordlessError(
          'expired_code',
          developerDetail('No challenge was made for this identifier since the page was loaded.'),
        );
      }
      const { code } = request;
      const init = challengedCodeInit(tenant.clientId, { code, scope, ...challenge });
      const answer = await tenant.request(exchangePath, init, {
        ...requestOptions,
        secret: code,
        meanings: challengedCodeMeanings,
      });
      return readTokens(answer, tenant.now(), scope);
    },
  };
}

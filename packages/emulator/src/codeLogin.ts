import { isAuth0Error, type Auth0Error } from './auth0Error.ts';
import { missingParameter, unknownRealm } from './auth0Errors.ts';
import { botSuspected } from './guessedErrors.ts';
import type { TokenRequest } from './grants/grantHandler.ts';
import { identify, isConnection, type Identifier } from './identifier.ts';
import { redeemCode } from './redeemCode.ts';
import { textField } from './requestBody.ts';
import { requestedAccess } from './requestedAccess.ts';
import { secondFactor } from './secondFactor.ts';
import type { Tenant } from './tenant.ts';
import type { GrantOutcome } from './tokenAnswer.ts';

/** The identifier that a `realm` and a `username` make. */
export function identifyInRealm(realm: string, username: string): Identifier | Auth0Error {
  return isConnection(realm) ? identify(realm, username) : unknownRealm(realm);
}

/** The API and scopes that a token request asks for. */
export const accessOf = (tenant: Tenant, { application, fields }: TokenRequest) =>
  requestedAccess(tenant, application, {
    audience: textField(fields, 'audience'),
    scope: textField(fields, 'scope'),
  });

/**
 * A login with a code of a passwordless connection, under whatever names a grant's body has its parts.
 *
 * @param names.realm - A function reads it from elsewhere.
 */
export function codeLogin(
  tenant: Tenant,
  request: TokenRequest,
  names: { code: string; realm: (username: string) => string | undefined },
): GrantOutcome | Auth0Error {
  const username = textField(request.fields, 'username');
  if (username === undefined) return missingParameter('username');
  const code = textField(request.fields, names.code);
  if (code === undefined) return missingParameter(names.code);
  const realm = names.realm(username);
  if (realm === undefined) return missingParameter('realm');
  const from = identifyInRealm(realm, username);
  if (isAuth0Error(from)) return from;
  if (tenant.settings.suspectsBots) return botSuspected;

  // Before the code: a request that cannot succeed does not use it up.
  const access = accessOf(tenant, request);
  if (isAuth0Error(access)) return access;
  const user = redeemCode(tenant, from, code);
  if (isAuth0Error(user)) return user;
  return secondFactor(tenant, { user, grant: { ...access, userId: user.id } });
}

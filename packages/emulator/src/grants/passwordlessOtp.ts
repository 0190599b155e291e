import {
  expiredCode,
  missingParameter,
  tooManyTries,
  unknownRealm,
  wrongCode,
  type Auth0Error,
} from '../auth0Errors.ts';
import { identify, isConnection } from '../identifier.ts';
import { textField, type RequestBody } from '../requestBody.ts';
import type { User } from '../store.ts';
import type { Tenant } from '../tenant.ts';

/**
 * The passwordless grant: a code for a user. A new address becomes a user here, not when the code is sent.
 *
 * @see {@link https://auth0.com/docs/api/authentication/passwordless/authenticate-user Auth0 docs: Authenticate user}
 */
export function passwordlessOtp(
  { clock, codes, store }: Tenant,
  fields: RequestBody['fields'],
): User | Auth0Error {
  const username = textField(fields, 'username');
  const otp = textField(fields, 'otp');
  const realm = textField(fields, 'realm');
  if (username === undefined) return missingParameter('username');
  if (otp === undefined) return missingParameter('otp');
  if (realm === undefined) return missingParameter('realm');
  if (!isConnection(realm)) return unknownRealm(realm);

  const identifier = identify(realm, username);
  switch (codes.try(identifier, otp)) {
    case 'accepted':
      return store.signIn(identifier, clock.now());
    case 'expired':
      return expiredCode;
    case 'tooManyTries':
      return tooManyTries;
    case 'wrong':
      return wrongCode[realm];
  }
}

import { codeLogin } from '../codeLogin.ts';
import { identifyAddress } from '../identifier.ts';
import { noDefaultConnection } from '../auth0Errors.ts';
import { textField } from '../requestBody.ts';
import type { GrantHandler } from './grantHandler.ts';

/**
 * The grant `password` with a code for the password, as articles of 2019 had it. Auth0 never documented `connection` here, and
 * `response_token` and `sso` nowhere: they are ignored. Where the application does not have this switched on, the tenant has
 * no Default Directory to look the user up in.
 */
export const password: GrantHandler = (tenant, request) => {
  if (!request.application.legacyPassword) return noDefaultConnection;
  return codeLogin(tenant, request, {
    code: 'password',
    realm: (username) =>
      textField(request.fields, 'connection') ?? identifyAddress(username).connection,
  });
};

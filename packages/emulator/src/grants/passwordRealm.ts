import { codeLogin } from '../codeLogin.ts';
import { passwordlessNotAllowed } from '../guessedErrors.ts';
import { isConnection } from '../identifier.ts';
import { textField } from '../requestBody.ts';
import type { GrantHandler } from './grantHandler.ts';

/** The grant `password-realm` with a code for the password. Documented to work, and refused in practice. */
export const passwordRealm: GrantHandler = (tenant, request) => {
  const realm = textField(request.fields, 'realm');
  const isPasswordless = realm !== undefined && isConnection(realm);
  if (isPasswordless && !request.application.legacyPasswordRealm) return passwordlessNotAllowed;
  return codeLogin(tenant, request, { code: 'password', realm: () => realm });
};

import { codeLogin } from '../codeLogin.ts';
import { textField } from '../requestBody.ts';
import { authSession } from './authSession.ts';
import type { GrantHandler } from './grantHandler.ts';

/**
 * The passwordless grant: a one-time code for tokens. With an `auth_session`, the code is one of `/otp/challenge`.
 *
 * @see {@link https://auth0.com/docs/api/authentication/passwordless/authenticate-user Auth0 docs: Authenticate user}
 */
export const passwordlessOtp: GrantHandler = (tenant, request) =>
  request.fields.auth_session === undefined
    ? codeLogin(tenant, request, {
        code: 'otp',
        realm: () => textField(request.fields, 'realm'),
      })
    : authSession(tenant, request);

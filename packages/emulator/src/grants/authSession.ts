import { isAuth0Error } from '../auth0Error.ts';
import { blockedUser, missingParameter } from '../auth0Errors.ts';
import { accessOf } from '../codeLogin.ts';
import { wrongAuthSession } from '../guessedErrors.ts';
import { textField } from '../requestBody.ts';
import { challengeTypes, secondFactor } from '../secondFactor.ts';
import type { GrantHandler } from './grantHandler.ts';

/**
 * The exchange of a code that `/otp/challenge` sent. One answer to everything that is wrong with it, unlike the grant's other
 * form, so that nobody learns who has an account.
 *
 * @see {@link https://auth0.com/docs/authenticate/database-connections/auth-api-passwordless-db-connections Auth0 docs: Passwordless for database connections}
 */
export const authSession: GrantHandler = (tenant, request) => {
  const { authSessions, clock, codes, settings, store } = tenant;
  const name = textField(request.fields, 'auth_session');
  if (name === undefined) return wrongAuthSession;
  const otp = textField(request.fields, 'otp');
  if (otp === undefined) return missingParameter('otp');
  const access = accessOf(tenant, request);
  if (isAuth0Error(access)) return access;

  const session = authSessions.peek(name);
  const isOurs = session?.clientId === request.application.clientId;
  if (!session || !isOurs || codes.try(name, otp) !== 'accepted') return wrongAuthSession;
  const { to, allowsSignup } = session;
  const known = store.userOf(to, 'auth0');
  if (known?.isBlocked) return blockedUser;
  if (!known && (!allowsSignup || settings.disableSignups)) return wrongAuthSession;

  const user = store.signIn(to, clock.now(), 'auth0');
  const login = { user, grant: { ...access, userId: user.id } };
  return secondFactor(tenant, login, challengeTypes);
};

import { missingParameter, refreshTokenOfNobody, unknownRefreshToken } from '../auth0Errors.ts';
import { blockedError } from '../redeemCode.ts';
import { textField } from '../requestBody.ts';
import type { GrantHandler } from './grantHandler.ts';

/**
 * The grant `refresh_token`. `scope` may ask for less than the login had; what it did not have is left out.
 *
 * @see {@link https://auth0.com/docs/secure/tokens/refresh-tokens/use-refresh-tokens Auth0 docs: Use refresh tokens}
 */
export const refreshToken: GrantHandler = (tenant, { application, fields }) => {
  const token = textField(fields, 'refresh_token');
  if (token === undefined) return missingParameter('refresh_token');
  const refreshed = tenant.refreshTokens.use(token, application);
  if (!refreshed) return unknownRefreshToken;

  const { grant, next } = refreshed;
  const user = tenant.store.user(grant.userId);
  if (!user) return refreshTokenOfNobody;
  const blocked = blockedError(user, tenant);
  if (blocked) return blocked;

  const asked = textField(fields, 'scope')?.split(' ');
  const scopes = grant.scopes.filter((scope) => asked?.includes(scope) ?? true);
  const refresh = next === undefined ? {} : { next };
  return { user, grant: { ...grant, scopes }, refresh };
};

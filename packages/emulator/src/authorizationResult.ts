import type { AuthorizationRequest } from './authorizationRequest.ts';
import { callbackResponse } from './callback.ts';
import { sha256 } from './sha256.ts';
import type { Grant, User } from './store.ts';
import type { Tenant } from './tenant.ts';
import { implicitTokenSeconds } from './tokens.ts';

/** What an authorization code stands for. */
export interface IssuedAuthorizationCode {
  grant: Grant;
  redirectUri: string;
  /** Absent: the code is not bound by PKCE. */
  codeChallenge: string | undefined;
  nonce: string | undefined;
  sid: string;
}

/** Half of a hash, by which an ID token holds on to what came with it. */
const halfHash = (text: string | undefined) => (text === undefined ? undefined : sha256(text, 16));

/**
 * Gives an application what it asked for, for a user who has logged in.
 *
 * @param options.mayRefresh - Whether an authorization code may lead to a refresh token. Tokens in the address never do.
 */
export async function answerAuthorization(
  { authorizationCodes, settings, tokens }: Tenant,
  request: AuthorizationRequest,
  user: User,
  options: { sid: string; mayRefresh: boolean },
): Promise<Response> {
  const { access, callback, codeChallenge, nonce, responseTypes } = request;
  const { sid } = options;
  const whole = { ...access, userId: user.id };
  const short = { ...whole, scopes: access.scopes.filter((scope) => scope !== 'offline_access') };

  const code = responseTypes.includes('code')
    ? authorizationCodes.issue({
        grant: options.mayRefresh ? whole : short,
        redirectUri: callback.redirectUri,
        codeChallenge,
        nonce,
        sid,
      })
    : undefined;
  const lifetimeSeconds = Math.min(settings.accessTokenLifetimeSeconds, implicitTokenSeconds);
  const accessToken = responseTypes.includes('token')
    ? await tokens.accessToken(short, lifetimeSeconds)
    : undefined;
  const [at_hash, c_hash] = await Promise.all([halfHash(accessToken), halfHash(code)]);
  const idToken = responseTypes.includes('id_token')
    ? await tokens.idToken(user, short, { nonce, sid, at_hash, c_hash })
    : undefined;

  return callbackResponse(callback, {
    access_token: accessToken,
    ...(accessToken !== undefined && {
      scope: short.scopes.join(' ') || undefined,
      expires_in: lifetimeSeconds,
      token_type: 'Bearer',
    }),
    id_token: idToken,
    code,
  });
}

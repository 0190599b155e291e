import type { HttpAnswer } from '../clients/httpRequest.ts';
import type { UserInfo } from '../session.ts';
import { required } from './answers.ts';
import { type Body, readBody, string } from './body.ts';
import { decodeJwt } from './decodeJwt.ts';
import { form, members, type PostInit } from './requests.ts';

export const revokePath = '/oauth/revoke';
export const userinfoPath = '/userinfo';

/** `POST /oauth/token`: new tokens with the scopes of the login. */
export const refreshInit = (clientId: string, refreshToken: string): PostInit =>
  form({ grant_type: 'refresh_token', client_id: clientId, refresh_token: refreshToken });

/** `POST /oauth/revoke`, which goes out even when the page is left right after the click. */
export const revokeInit = (clientId: string, refreshToken: string): PostInit => ({
  ...form({ client_id: clientId, token: refreshToken, token_type_hint: 'refresh_token' }),
  keepalive: true,
});

/** `GET /userinfo` */
export const userinfoInit = (accessToken: string): RequestInit => ({
  headers: { authorization: `Bearer ${accessToken}` },
});

/** Where a browser goes to end the session that Auth0 itself may have. */
export const logoutAddress = (origin: string, clientId: string, returnTo?: string): string =>
  `${origin}/v2/logout?${members({ client_id: clientId, returnTo })}`;

/** Whether Auth0 says that a refresh token is over: revoked, too old, used twice, or its user gone. */
export const isRefreshRefused = ({ text }: HttpAnswer): boolean =>
  readBody(text)['error'] === 'invalid_grant';

/** The user of a successful answer. Throws `unexpected_response` when nobody is named in it. */
export function readUser(answer: HttpAnswer): UserInfo {
  required(answer, 'sub');
  return userOf(readBody(answer.text));
}

/** The user that an ID token is about, unchecked; the ID is empty when it is no JWT. */
export const readIdTokenUser = (idToken: string): UserInfo => userOf(decodeJwt(idToken)[1] ?? {});

function userOf(claims: Body): UserInfo {
  return {
    id: string(claims['sub']) ?? '',
    name: string(claims['name']),
    picture: string(claims['picture']),
    email: string(claims['email']),
    phoneNumber: string(claims['phone_number']),
    claims,
  };
}

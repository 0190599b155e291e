import type { HttpAnswer } from '../clients/httpRequest.ts';
import type { TokenSet } from '../clients/passwordlessClient.ts';
import { PasswordlessError } from '../passwordlessError.ts';
import { readBody, string } from './body.ts';

/** Tokens of a successful answer. Throws `unexpected_response` when there is no access token in it. */
export function readTokens(answer: HttpAnswer, at: number, requestedScope: string): TokenSet {
  const body = readBody(answer.text);
  const accessToken = required(answer, 'access_token');
  const seconds = Number(body['expires_in']);
  return {
    accessToken,
    tokenType: string(body['token_type']) ?? 'Bearer',
    expiresAt: seconds > 0 ? at + seconds * 1000 : null,
    // RFC 6749 §5.1: left out when it is what was asked for.
    scope: string(body['scope']) ?? requestedScope,
    idToken: string(body['id_token']),
    refreshToken: string(body['refresh_token']),
  };
}

/** The session that `/otp/challenge` began; the code is good for it only. */
export const readAuthSession = (answer: HttpAnswer): string => required(answer, 'auth_session');

/** What `/co/authenticate` gives for a code, and `/authorize` takes. */
export const readLoginTicket = (answer: HttpAnswer): string => required(answer, 'login_ticket');

/** A member that must be there, or the answer is not Auth0's. */
export function required({ response, text }: HttpAnswer, name: string): string {
  const value = string(readBody(text)[name]);
  if (value) return value;
  const detail = `The answer has no ${name}.`;
  throw new PasswordlessError('unexpected_response', { status: response.status, detail });
}

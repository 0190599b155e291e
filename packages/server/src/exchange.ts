import { identifierText, type MfaChallenge, PasswordlessError } from '@auth0-passwordless/core';
import {
  challengedCodeMeanings,
  challengedCodeInit,
  exchangeInit,
  exchangePath,
  readTokens,
} from '@auth0-passwordless/core/wire';
import { answer } from './answer.ts';
import type { HandlerContext, LoginEndpoint } from './handlerContext.ts';
import type { RequestHead } from './incomingRequest.ts';
import { readExchange } from './loginRequest.ts';
import { tooMany } from './start.ts';

/** Auth0's own MFA token lives as long. */
const mfaSeconds = 600;

/** `POST exchange`: a code for a session cookie, and for what `onAuthenticated` returns. */
export const exchange: LoginEndpoint = async (context, request, body, connection) => {
  const { options, settings, auth0, limits, session, challengeCookie, ipOf, refuse } = context;
  const asked = readExchange(body);
  const ip = ipOf(request, connection);
  const wait = await limits.take('exchange', ip, identifierText(asked));
  if (wait !== undefined) return refuse(tooMany(settings.now() + wait), request);

  const isDatabase = options.mode === 'database';
  const authSession = isDatabase
    ? await authSessionOf(context, request, identifierText(asked))
    : undefined;
  const { scope, now } = settings;
  const { audience } = options;
  const init =
    authSession === undefined
      ? exchangeInit(options.clientId, asked, { scope, audience })
      : challengedCodeInit(options.clientId, { code: asked.code, scope, authSession });
  const sentAt = now();
  const sent = await auth0.post(exchangePath, init, ip);
  if (!sent.response.ok) {
    const meanings = isDatabase ? challengedCodeMeanings : undefined;
    const error = auth0.failureOf(sent, asked.code, meanings);
    const upstream = sent.response.headers;
    return error.mfa
      ? refuse(await stepUp(context, request, error.mfa), request, upstream)
      : refuse(error, request, upstream);
  }
  const tokens = readTokens(sent, sentAt, scope);
  const begun = session.begin(tokens);
  const result = await options.onAuthenticated?.({ user: begun.user, tokens }, request);
  const cookies = await session.write(request, begun);
  if (isDatabase) cookies.push(...challengeCookie.clear(request));
  return result === undefined ? answer(204, undefined, cookies) : answer(200, result, cookies);
};

/** @throws {PasswordlessError} `expired_code`, when this browser has no challenge for this person. */
async function authSessionOf(
  { challengeCookie, settings }: HandlerContext,
  request: RequestHead,
  to: string,
): Promise<string> {
  const challenge = Object(await challengeCookie.read(request));
  const isGood = challenge.to === to && challenge.expiresAt > settings.now();
  if (isGood && typeof challenge.authSession === 'string') return challenge.authSession;
  const detail = 'The browser has no challenge for this identifier.';
  throw new PasswordlessError('expired_code', { detail });
}

/** The step of the second factor: Auth0's token for the app's callback, a sealed one for the browser. */
async function stepUp(
  { options, settings, seal }: HandlerContext,
  request: RequestHead,
  mfa: MfaChallenge,
): Promise<PasswordlessError> {
  await options.onMfaRequired?.(mfa, request);
  const expiresAt = settings.now() + mfaSeconds * 1000;
  const token = await seal.close('mfa', { token: mfa.token, expiresAt });
  return new PasswordlessError('mfa_required', { status: 403, mfa: { ...mfa, token } });
}

import { identifierText, PasswordlessError } from '@auth0-passwordless/core';
import {
  challengeInit,
  challengePath,
  readAuthSession,
  startInit,
  startPath,
} from '@auth0-passwordless/core/wire';
import { answer } from './answer.ts';
import type { LoginEndpoint } from './handlerContext.ts';
import { hex } from './hex.ts';
import { readStart } from './loginRequest.ts';

/** Longer than Auth0 keeps a code of a database connection, unless told otherwise. */
const challengeSeconds = 900;

/** What Auth0 may say of one person and not of another: nobody else may learn it. */
const isPersonal = ({ code, status }: PasswordlessError) =>
  code === 'signup_disabled' || code === 'access_denied' || (code === 'blocked' && status !== 429);

/** `POST start`: 204, whether the person is known or not. */
export const start: LoginEndpoint = async (context, request, body, connection) => {
  const { options, settings, auth0, limits, pace, challengeCookie, ipOf, refuse } = context;
  const asked = readStart(body);
  const to = identifierText(asked);
  const ip = ipOf(request, connection);
  const wait = await limits.take('start', ip, to);
  if (wait !== undefined) return refuse(tooMany(settings.now() + wait), request);

  const { clientId } = options;
  const isDatabase = options.mode === 'database';
  const init = isDatabase ? challengeInit(clientId, asked, options) : startInit(clientId, asked);
  const askedAt = settings.now();
  const sent = await auth0.post(isDatabase ? challengePath : startPath, init, ip);
  if (!sent.response.ok) {
    const error = auth0.failureOf(sent);
    const response = refuse(error, request, sent.response.headers);
    if (!isPersonal(error)) return response;
    await pace.keep(askedAt);
  } else {
    await pace.sent(askedAt);
  }
  if (!isDatabase) return answer(204);
  // Whom Auth0 has refused gets one of Auth0's form that no code fits, or the cookie would tell.
  const authSession = sent.response.ok
    ? readAuthSession(sent)
    : hex(globalThis.crypto.getRandomValues(new Uint8Array(12)));
  const expiresAt = settings.now() + challengeSeconds * 1000;
  const challenge = { to, authSession, expiresAt };
  return answer(204, undefined, await challengeCookie.write(request, challenge, challengeSeconds));
};

/** Our own limit, as Auth0's would be. */
export const tooMany = (retryAt: number): PasswordlessError =>
  new PasswordlessError('rate_limited', { status: 429, retryAt });

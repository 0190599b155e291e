import { PasswordlessError, type TokenSet, type UserInfo } from '@auth0-passwordless/core';
import {
  checkIdToken,
  isRefreshRefused,
  readIdTokenUser,
  readTokens,
  exchangePath,
  refreshInit,
  revokeInit,
  revokePath,
} from '@auth0-passwordless/core/wire';
import type { Auth0 } from './auth0.ts';
import type { RequestHead } from './incomingRequest.ts';
import type { SealedCookie } from './sealedCookie.ts';

/** Who is signed in. */
export interface ServerSession {
  /** As the ID token says. */
  readonly user: UserInfo;
  /** Epoch milliseconds of the login. */
  readonly startedAt: number;
  /** Epoch milliseconds at which the session ends if it is not used before. */
  readonly expiresAt: number;
}

/** What a cookie holds: the ID token is left out, the user stands for it. */
export interface StoredSession {
  /** Of this layout; a cookie of another one is as good as none. */
  readonly version: 1;
  readonly user: UserInfo;
  readonly tokens: Omit<TokenSet, 'idToken'>;
  readonly startedAt: number;
  readonly sealedAt: number;
}

interface SessionContext {
  readonly auth0: Auth0;
  readonly cookie: SealedCookie;
  readonly origin: string;
  readonly clientId: string;
  readonly rollingSeconds: number;
  readonly absoluteSeconds: number;
  readonly now: () => number;
}

/** An access token may be on its way to the API for a while. */
const marginSeconds = 30;
/** Requests that left the browser before the new cookie arrived bring the old refresh token. */
const lingerSeconds = 10;

type Refreshed = Promise<StoredSession | null>;

/** The session in the cookie: begins, goes on, and ends. */
export function createServerSession(context: SessionContext) {
  const { auth0, cookie, origin, clientId, rollingSeconds, absoluteSeconds, now } = context;

  const endOf = ({ startedAt, sealedAt }: StoredSession) =>
    Math.min(startedAt + absoluteSeconds * 1000, sealedAt + rollingSeconds * 1000);

  const write = (request: RequestHead, session: StoredSession) =>
    cookie.write(request, session, Math.ceil((endOf(session) - now()) / 1000));

  const read = async (request: RequestHead): Promise<StoredSession | null> => {
    const stored = await cookie.read(request);
    return isStored(stored) && endOf(stored) > now() ? stored : null;
  };

  /** By refresh token: one request, whoever asks in this process. */
  const refreshes = new Map<string, { at: number; session: Refreshed }>();

  const refresh = async (before: StoredSession, refreshToken: string): Refreshed => {
    const sentAt = now();
    const answer = await auth0.post(exchangePath, refreshInit(clientId, refreshToken));
    // Nothing of a refresh token is in Auth0's words, but who knows what stands between.
    if (isRefreshRefused(answer)) return null;
    if (!answer.response.ok) throw auth0.failureOf(answer, refreshToken);
    const { idToken, ...tokens } = readTokens(answer, sentAt, before.tokens.scope);
    if (idToken) checkIdToken(idToken, { origin, clientId, now, userId: before.user.id });
    const user = idToken ? readIdTokenUser(idToken) : before.user;
    // Without rotation, the old refresh token stays good.
    const kept = { ...tokens, refreshToken: tokens.refreshToken ?? refreshToken };
    return { ...before, user, tokens: kept, sealedAt: now() };
  };

  const refreshOnce = (before: StoredSession, refreshToken: string): Refreshed => {
    for (const [token, { at }] of refreshes) {
      if (at + lingerSeconds * 1000 > now()) break;
      refreshes.delete(token);
    }
    const known = refreshes.get(refreshToken);
    if (known) return known.session;
    const session = refresh(before, refreshToken);
    refreshes.set(refreshToken, { at: now(), session });
    // A failure is for those who waited for it; the next one tries again.
    session.catch(() => refreshes.delete(refreshToken));
    return session;
  };

  /** What another request may have just made of it. */
  const newestOf = async (stored: StoredSession): Promise<StoredSession> => {
    const refreshed = refreshes.get(stored.tokens.refreshToken ?? '');
    return (await refreshed?.session.catch(() => null)) ?? stored;
  };

  return {
    /** Makes a session of a login. @throws {PasswordlessError} `unexpected_response` when the ID token is not for it. */
    begin(tokens: TokenSet): StoredSession {
      const { idToken = '', ...rest } = tokens;
      checkIdToken(idToken, { origin, clientId, now });
      const user = readIdTokenUser(idToken);
      return { version: 1, user, tokens: rest, startedAt: now(), sealedAt: now() };
    },
    write,
    getSession: async (request: RequestHead) => {
      const stored = await read(request);
      if (!stored) return { session: null, setCookies: [] };
      const { user, startedAt } = stored;
      // Not at every request: a cookie on its way could undo a refresh that another process has made.
      const isDue = stored.sealedAt + rollingSeconds * 50 < now();
      const current = isDue ? { ...(await newestOf(stored)), sealedAt: now() } : stored;
      const session: ServerSession = { user, startedAt, expiresAt: endOf(current) };
      return { session, setCookies: isDue ? await write(request, current) : [] };
    },
    getAccessToken: async (request: RequestHead) => {
      const stored = await read(request);
      if (!stored) return { accessToken: null, setCookies: [] };
      const { accessToken, expiresAt, refreshToken } = stored.tokens;
      const lives = (margin: number) => expiresAt === null || expiresAt > now() + margin * 1000;
      if (lives(refreshToken ? marginSeconds : 0)) return { accessToken, setCookies: [] };
      if (!refreshToken) return { accessToken: null, setCookies: [] };
      try {
        const session = await refreshOnce(stored, refreshToken);
        if (!session) return { accessToken: null, setCookies: cookie.clear(request) };
        return {
          accessToken: session.tokens.accessToken,
          setCookies: await write(request, session),
        };
      } catch (error) {
        // The token at hand may live on for some seconds in which Auth0 answers again.
        if (lives(0)) return { accessToken, setCookies: [] };
        throw error;
      }
    },
    /** Revokes the refresh token, if Auth0 can be reached. @returns The lines that end the session. */
    async end(request: RequestHead): Promise<string[]> {
      const stored = await read(request);
      // A newer one than in the cookie must not outlive this.
      const refreshToken = stored && (await newestOf(stored)).tokens.refreshToken;
      if (refreshToken) {
        await auth0.post(revokePath, revokeInit(clientId, refreshToken)).catch((error: unknown) => {
          if (!(error instanceof PasswordlessError)) throw error;
        });
      }
      return cookie.clear(request);
    },
  };
}

/** Only we can have sealed it, so its version says what is in it. */
const isStored = (value: unknown): value is StoredSession => Object(value).version === 1;

import type { Cookies } from './cookies.ts';
import type { Clock } from './clock.ts';
import { randomHex } from './random.ts';
import type { User } from './store.ts';

/** A browser's login at Auth0 itself: what `prompt=none` asks for. The passwordless grant begins none. */
interface BrowserSession {
  /** The claim `sid` of ID tokens. */
  sid: string;
  userId: string;
  /** Epoch milliseconds. */
  startedAt: number;
}

export interface BrowserSessions {
  begin(cookies: Cookies, user: User): BrowserSession;
  of(cookies: Cookies): BrowserSession | undefined;
  /** Ends the browser's session, and the one that `sid` names. */
  end(cookies: Cookies, sid?: string): void;
  reset(): void;
}

/** The name of Auth0's own cookie. */
const cookieName = 'auth0';

const idOf = (cookies: Cookies) => cookies.get(cookieName) ?? '';

export function createBrowserSessions(clock: Clock): BrowserSessions {
  const sessions = new Map<string, BrowserSession>();

  return {
    begin(cookies, user) {
      // A name that another could have planted before the login is not kept.
      sessions.delete(idOf(cookies));
      const id = randomHex(24);
      const session = { sid: randomHex(16), userId: user.id, startedAt: clock.now() };
      sessions.set(id, session);
      cookies.set(cookieName, id);
      return session;
    },
    of: (cookies) => sessions.get(idOf(cookies)),
    end(cookies, sid) {
      sessions.delete(idOf(cookies));
      for (const [id, session] of sessions) if (session.sid === sid) sessions.delete(id);
      cookies.set(cookieName, undefined);
    },
    reset: () => sessions.clear(),
  };
}

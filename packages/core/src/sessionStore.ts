import type { TokenSet } from './clients/passwordlessClient.ts';
import { formatSessionRecord, parseSessionRecord, type SessionRecord } from './sessionRecord.ts';
import type { TokenStorage } from './tokenStorage.ts';

export interface SignedOut {
  readonly status: 'signedOut';
  /**
   * Why a session of this tab ended: `logout()` here, an end that only a new login mends (`expired`), or
   * another tab (`elsewhere`). `null` when there was none.
   */
  readonly reason: 'loggedOut' | 'expired' | 'elsewhere' | null;
}

export interface SignedIn {
  readonly status: 'signedIn';
  /** Who signed in, as Auth0 names them: `email|…` or `sms|…`. `null` when the scope lacks `openid`. */
  readonly userId: string | null;
  /** Granted scopes, separated by spaces. */
  readonly scope: string;
  /**
   * Epoch milliseconds at which the access token ends; `null` when Auth0 did not say. The session
   * outlives it where there is a refresh token.
   */
  readonly expiresAt: number | null;
}

/** Who is signed in. Holds no token, so rendering, logging or sending it cannot give one away. */
export type SessionState = SignedOut | SignedIn;

/** Holds the one session of a page, and follows what other tabs do to it. */
export interface SessionStore {
  /** The record now; storage is looked at each time, as another tab may have changed it. */
  readonly read: () => SessionRecord | null;
  /** Keeps of `tokens` what a session needs, with who they are for. */
  readonly write: (tokens: TokenSet, userId: string | null) => void;
  readonly end: (reason: 'loggedOut' | 'expired') => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => SessionState;
}

/** What tabs tell each other. Tokens travel through storage only, where the page chose one. */
type Message = 'changed' | 'loggedOut';

/** A channel that does not keep a process of Node alive. */
type Channel = BroadcastChannel & { unref?(): void };

export function createSessionStore(options: {
  readonly key: string;
  /** Without one, memory alone holds the session. */
  readonly storage: TokenStorage | undefined;
  readonly now: () => number;
  readonly BroadcastChannel: typeof BroadcastChannel | undefined;
}): SessionStore {
  const { key, storage } = options;
  let record: SessionRecord | null = null;
  let state: SessionState = { status: 'signedOut', reason: null };
  /** What storage held when it was last looked at: any other text is another tab's. */
  let seen: string | null = null;
  const listeners = new Set<() => void>();

  const set = (next: SessionRecord | null, reason: SignedOut['reason']) => {
    if (next === record) return;
    record = next;
    state = next
      ? { status: 'signedIn', userId: next.userId, scope: next.scope, expiresAt: next.expiresAt }
      : { status: 'signedOut', reason };
    for (const listener of listeners) listener();
  };

  const read = () => {
    try {
      const text = storage?.getItem(key) ?? null;
      if (text !== seen) {
        seen = text;
        set(parseSessionRecord(text), 'elsewhere');
      }
    } catch {
      // A storage that cannot be read: memory goes on.
    }
    return record;
  };

  const replace = (next: SessionRecord | null, reason: SignedOut['reason'] = null) => {
    const text = next && formatSessionRecord(next);
    try {
      if (text) storage?.setItem(key, text);
      else storage?.removeItem(key);
      seen = storage ? text : null;
    } catch {
      // Full, or switched off: this page goes on with what it has in memory.
    }
    set(next, reason);
  };

  const { BroadcastChannel: Platform } = options;
  const channel: Channel | undefined = Platform && new Platform(key);
  channel?.unref?.();
  channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    const known = record;
    // Nothing new in storage: the other tab has a storage, or a memory, of its own.
    if (read() === known && data === 'loggedOut') replace(null, 'elsewhere');
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has its own origin only
  const tell = (message: Message) => channel?.postMessage(message);

  // Also what no message tells: storage that was cleared, and a page that comes back from the
  // back/forward cache after the person has signed out.
  for (const type of ['storage', 'pageshow']) globalThis.addEventListener?.(type, read);
  read();

  return {
    read,
    write({ accessToken, expiresAt, scope, refreshToken }, userId) {
      const writtenAt = Math.max(options.now(), (record?.writtenAt ?? 0) + 1);
      replace({ accessToken, expiresAt, scope, refreshToken, userId, writtenAt });
      tell('changed');
    },
    end(reason) {
      replace(null, reason);
      tell(reason === 'loggedOut' ? reason : 'changed');
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => state,
  };
}

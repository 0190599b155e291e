import type { RequestOptions, TokenSet } from './clients/passwordlessClient.ts';
import { checkIdToken, type IdTokenExpectations, type SignInExpectations } from './wire/idToken.ts';
import { PasswordlessError } from './passwordlessError.ts';
import { createRefresh, hasExpired, needsRefresh } from './sessionRefresh.ts';
import { createSessionStore, type SessionState } from './sessionStore.ts';
import { developerDetail } from './setupHint.ts';
import { createTabLock, type SessionLocks } from './tabLock.ts';
import { createTenant, type TenantOptions } from './clients/tenant.ts';
import { findStorage, type StorageChoice } from './tokenStorage.ts';
import {
  logoutAddress,
  readUser,
  revokeInit,
  revokePath,
  userinfoInit,
  userinfoPath,
} from './wire/session.ts';

export interface SessionOptions extends TenantOptions {
  /**
   * What survives a reload. `memory` (the default): nothing; tokens are then out of reach for a script that
   * is injected later. `sessionStorage`: this tab. `localStorage`: all tabs, which then share one session and
   * refresh it once between them. Or any object with `getItem`, `setItem` and `removeItem`.
   * On a server, and where the browser blocks storage, the two names mean `memory`.
   */
  storage?: StorageChoice | undefined;
  /**
   * Names the entry in storage, the lock and the channel of the tabs. Set it when one page has two sessions of
   * one application, for two audiences say. Defaults to `auth0-passwordless:` and the client ID.
   */
  storageKey?: string | undefined;
  /** Stands in for `navigator.locks`. Without either, tabs refresh independently. */
  locks?: SessionLocks | undefined;
  /** Stands in for the platform's `BroadcastChannel`. */
  BroadcastChannel?: typeof BroadcastChannel | undefined;
}

/** What `/userinfo` says of a person. What the scopes or the profile lack is `undefined`. */
export interface UserInfo {
  /** `email|…` or `sms|…`: the same as `userId` of the session. */
  readonly id: string;
  readonly name: string | undefined;
  readonly picture: string | undefined;
  readonly email: string | undefined;
  readonly phoneNumber: string | undefined;
  /** All of it, custom claims included, as Auth0 spells it. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/** A signed-in state that lasts. Its functions may be taken apart and passed around. */
export interface Session {
  /**
   * Begins the session with the tokens of a login, in place of the one before. Other tabs follow where the
   * storage is shared.
   *
   * @throws {PasswordlessError} `unexpected_response` when the ID token is not for this login; nothing
   *   has changed then. The message names the claim.
   */
  readonly signIn: (tokens: TokenSet, expected?: SignInExpectations) => void;
  /**
   * An access token that has not expired, for the `Authorization` header of a request. Refreshes 30 seconds
   * ahead of the end: once, however many callers and tabs ask.
   *
   * @returns `null` when nobody is signed in, or the session has just ended because Auth0 refused the refresh
   *   token, or because there is none. Ask the person to sign in again.
   *
   * Rejects with a {@link PasswordlessError}: `offline`, `network`, `timeout`, `rate_limited`, `provider_down` and the
   * like keep the session, and the next call tries again. `aborted` ends the waiting of this caller alone.
   */
  readonly getAccessToken: (options?: RequestOptions) => Promise<string | null>;
  /**
   * Who is signed in, fresh from `/userinfo` (Auth0 allows five requests a minute). Needs the scope `openid`.
   *
   * @returns `null` when nobody is signed in. Rejects as `getAccessToken` does, with `access_denied` when Auth0
   *   does not take the token any more, and with `unexpected_response` when it tells of somebody else.
   */
  readonly getUser: (options?: RequestOptions) => Promise<UserInfo | null>;
  /**
   * Ends the session at once, here and in the other tabs, and then asks Auth0 to revoke the refresh token.
   * Resolves after that, and never rejects: without a network the token is forgotten, but lives on. So does an
   * access token until it expires.
   */
  readonly logout: () => Promise<void>;
  /**
   * Where to send the browser to end a session at Auth0 too. A login by code has none; one by redirect has.
   *
   * @param returnTo - One of the Allowed Logout URLs of the application.
   */
  readonly logoutUrl: (returnTo?: string) => string;
  /** Calls `listener` after each change; returns what ends that. */
  readonly subscribe: (listener: () => void) => () => void;
  /** The state now; the same object until it changes. */
  readonly getSnapshot: () => SessionState;
}

/**
 * Keeps the tokens of a login and calls Auth0 with them: what comes after `onAuthenticated`.
 *
 * Make one for the page, outside of components. No token is in its state, its errors, a log, a URL or a message
 * between tabs. A refresh token that rotates is stored before anybody gets the access token that came with it;
 * when the answer to a refresh is lost, the old one is sent once more, which Auth0 allows within the rotation
 * overlap period of the application (set some seconds there). Whatever else storage holds than what a session
 * wrote counts as signed out.
 *
 * @throws {PasswordlessError} `misconfigured`, at once, when `domain` or `clientId` cannot be right.
 *
 * @example
 * ```ts
 * import { createSession } from '@auth0-passwordless/core'
 *
 * const session = createSession({
 *   domain: 'example.eu.auth0.com',
 *   clientId: 'your-client-id',
 *   storage: 'localStorage',
 * })
 *
 * // after a login: session.signIn(tokens)
 *
 * async function loadOrders() {
 *   const token = await session.getAccessToken()
 *   if (token === null) return location.assign('/login')
 *   return fetch('https://api.example.com/orders', { headers: { authorization: `Bearer ${token}` } })
 * }
 * ```
 *
 * @see {@link https://auth0.com/docs/secure/tokens/refresh-tokens/refresh-token-rotation Auth0: Refresh token rotation}
 */
export function createSession(options: SessionOptions): Session {
  const { timeoutSeconds = 15 } = options;
  const tenant = createTenant(options);
  const { origin, clientId, now, request } = tenant;
  const key = options.storageKey ?? `auth0-passwordless:${clientId}`;
  const storage = findStorage(options.storage);
  const store = createSessionStore({
    key,
    storage,
    now,
    BroadcastChannel: options.BroadcastChannel ?? globalThis.BroadcastChannel,
  });

  const revoke = (refreshToken: string) =>
    request(revokePath, revokeInit(clientId, refreshToken)).catch(() => undefined);

  const check = (idToken: string, expected?: Partial<IdTokenExpectations>) =>
    checkIdToken(idToken, { ...tenant, ...expected });

  const locks: SessionLocks | undefined = options.locks ?? globalThis.navigator?.locks;
  const refresh = createRefresh({
    tenant,
    store,
    revoke,
    check,
    // Memory is not shared, so there is nothing to take turns for.
    lock:
      locks &&
      storage &&
      createTabLock(locks, key, 3 * timeoutSeconds, () => store.read()?.writtenAt ?? Infinity),
  });

  const getAccessToken: Session['getAccessToken'] = async ({ signal } = {}) => {
    // On its way the answer may have grown older than the token in it.
    let failure: unknown = new PasswordlessError('timeout');
    if (signal?.aborted || needsRefresh(store.read(), now())) {
      await untilAborted(refresh, signal).catch((error: unknown) => {
        if (signal?.aborted) throw error;
        failure = error;
      });
    }
    const record = store.read();
    // The token at hand may live on for some seconds in which Auth0 answers again.
    if (hasExpired(record, now())) throw failure;
    return record?.accessToken ?? null;
  };

  return {
    signIn(tokens, expected) {
      const { idToken = '' } = tokens;
      store.write(tokens, idToken || expected ? check(idToken, expected) : null);
    },
    getAccessToken,
    async getUser({ signal } = {}) {
      const accessToken = await getAccessToken({ signal });
      if (accessToken === null) return null;
      const expectedId = store.read()?.userId ?? null;
      const init = userinfoInit(accessToken);
      const user = readUser(await request(userinfoPath, init, { signal, secret: accessToken }));
      // OpenID Connect Core §5.3.2: an access token may have been swapped for another's.
      if (expectedId !== null && user.id !== expectedId) {
        throw new PasswordlessError(
          'unexpected_response',
          developerDetail('/userinfo tells of another person than the ID token.'),
        );
      }
      return user;
    },
    async logout() {
      const refreshToken = store.read()?.refreshToken;
      store.end('loggedOut');
      if (refreshToken !== undefined) await revoke(refreshToken);
    },
    logoutUrl: (returnTo) => logoutAddress(origin, clientId, returnTo),
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
  };
}

/** What `work` gives, unless `signal` ends this wait for it; the work goes on for others. */
const untilAborted = (work: () => Promise<unknown>, signal: AbortSignal | undefined) =>
  new Promise<unknown>((resolve, reject) => {
    const abort = () => reject(new PasswordlessError('aborted'));
    if (signal?.aborted) return abort();
    signal?.addEventListener('abort', abort);
    work()
      .then(resolve, reject)
      .finally(() => signal?.removeEventListener('abort', abort));
  });

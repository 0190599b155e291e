import type { TokenSet } from './clients/passwordlessClient.ts';
import type { Tenant } from './clients/tenant.ts';
import type { IdTokenExpectations } from './wire/idToken.ts';
import { PasswordlessError } from './passwordlessError.ts';
import type { SessionRecord } from './sessionRecord.ts';
import type { SessionStore } from './sessionStore.ts';
import { readTokens } from './wire/answers.ts';
import { refreshMeanings } from './wire/failures.ts';
import { exchangePath } from './wire/requests.ts';
import { refreshInit } from './wire/session.ts';

/** The part of the Web's `LockManager` that a session takes. */
export interface SessionLocks {
  request(
    name: string,
    options: { signal: AbortSignal },
    whileHeld: () => Promise<void>,
  ): Promise<unknown>;
}

interface RefreshContext {
  readonly tenant: Tenant;
  readonly store: SessionStore;
  readonly revoke: (refreshToken: string) => Promise<unknown>;
  readonly check: (idToken: string, expected: Partial<IdTokenExpectations>) => void;
  /** Runs `work` while no other tab does. */
  readonly lock: (work: () => Promise<void>) => Promise<void>;
}

/** An access token may be on its way to the API for a while. */
const marginSeconds = 30;

/** Nothing expires where nobody is signed in. */
export const hasExpired = (record: SessionRecord | null, at: number): boolean =>
  record !== null && record.expiresAt !== null && record.expiresAt <= at;

/** Ahead of the end where there is a refresh token; a token without one is used up to its end. */
export const needsRefresh = (record: SessionRecord | null, at: number): boolean =>
  hasExpired(record, record?.refreshToken ? at + marginSeconds * 1000 : at);

/**
 * What brings the session of a store up to date: one request at a time, whoever asks, in this tab and in all.
 * Resolves when the record is fresh or the session has ended; rejects when Auth0 could not say.
 */
export function createRefresh(context: RefreshContext): () => Promise<void> {
  const { tenant, store, check } = context;

  const refresh = async () => {
    const before = store.read();
    // Another tab may have done it while this one waited for the lock.
    if (!before || !needsRefresh(before, tenant.now())) return;
    const { refreshToken, userId, scope } = before;
    if (!refreshToken) return store.end('expired');

    const exchange = () =>
      tenant.request(exchangePath, refreshInit(tenant.clientId, refreshToken), {
        secret: refreshToken,
        meanings: refreshMeanings,
      });
    // The lifetime counts from before the request: the answer may have been long on its way.
    const sentAt = tenant.now();
    let tokens: TokenSet | undefined;
    let failure: unknown;
    try {
      const answer = await exchange().catch((error: unknown) => {
        // Auth0 may have given new tokens that nobody got.
        if (codeOf(error) === 'network' || codeOf(error) === 'timeout') return exchange();
        throw error;
      });
      tokens = readTokens(answer, sentAt, scope);
    } catch (error) {
      failure = error;
    }

    const current = store.read();
    if (current !== before) {
      // The person has signed out in the meantime: what was issued since must not outlive that. Any other
      // change is another tab's refresh or a new login, and stands.
      if (!current && tokens?.refreshToken) await context.revoke(tokens.refreshToken);
    } else if (tokens) {
      if (tokens.idToken) check(tokens.idToken, { userId });
      // Without rotation, the old one stays good.
      store.write({ ...tokens, refreshToken: tokens.refreshToken ?? refreshToken }, userId);
    } else if (codeOf(failure) === 'expired_code') {
      store.end('expired');
    } else {
      throw failure;
    }
  };

  let running: Promise<void> | undefined;
  return () =>
    (running ??= context
      .lock(refresh)
      .catch((cause: unknown) => {
        // Anything else says that the lock was not to be had.
        throw cause instanceof PasswordlessError
          ? cause
          : new PasswordlessError('timeout', { cause });
      })
      .finally(() => {
        running = undefined;
      }));
}

/** The code of an error of ours. */
const codeOf = (error: unknown) => (error instanceof PasswordlessError ? error.code : undefined);

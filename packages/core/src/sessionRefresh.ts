import type { HttpAnswer } from './clients/httpRequest.ts';
import type { IdTokenExpectations } from './idToken.ts';
import { PasswordlessError } from './passwordlessError.ts';
import type { SessionRecord } from './sessionRecord.ts';
import type { SessionStore } from './sessionStore.ts';
import type { TabLock } from './tabLock.ts';
import { readTokens } from './wire/answers.ts';
import { readFailure } from './wire/failures.ts';
import { exchangePath } from './wire/requests.ts';
import { isRefreshRefused, refreshInit } from './wire/session.ts';

interface RefreshContext {
  readonly clientId: string;
  readonly store: SessionStore;
  readonly now: () => number;
  readonly send: (path: string, init: RequestInit) => Promise<HttpAnswer>;
  readonly revoke: (refreshToken: string) => Promise<unknown>;
  readonly check: (idToken: string, expected: Partial<IdTokenExpectations>) => void;
  readonly lock: TabLock | undefined;
}

/** An access token may be on its way to the API for a while. */
const marginSeconds = 30;

export const hasExpired = ({ expiresAt }: SessionRecord, at: number): boolean =>
  expiresAt !== null && expiresAt <= at;

/** Ahead of the end where there is a refresh token; a token without one is used up to its end. */
export const needsRefresh = (record: SessionRecord, at: number): boolean =>
  hasExpired(record, record.refreshToken === undefined ? at : at + marginSeconds * 1000);

/**
 * What brings the session of a store up to date: one request at a time, whoever asks, in this tab and in all.
 * Resolves when the record is fresh or the session has ended; rejects when Auth0 could not say.
 */
export function createRefresh(context: RefreshContext): () => Promise<unknown> {
  const { clientId, store, now, send, revoke, check, lock = (work) => work() } = context;

  /** Says whether it has stored something. */
  const refresh = async (asked: SessionRecord | null) => {
    const before = store.read();
    // Another tab may have done it while this one waited for the lock, even for a token that lives shortly.
    const isDue = before !== asked ? hasExpired : needsRefresh;
    if (!before || !isDue(before, now())) return false;
    const { refreshToken, userId } = before;
    if (refreshToken === undefined) {
      store.end('expired');
      return true;
    }

    const exchange = () => send(exchangePath, refreshInit(clientId, refreshToken));
    // The lifetime counts from before the request: the answer may have been long on its way.
    const sentAt = now();
    const answer = await exchange().catch((error: unknown) => {
      if (!isAnswerLost(error)) throw error;
      return exchange();
    });
    const tokens = answer.response.ok ? readTokens(answer, sentAt, before.scope) : undefined;

    const current = store.read();
    if (current !== before) {
      // The person has signed out in the meantime: what was issued since must not outlive that. Any other
      // change is another tab's refresh or a new login, and stands.
      if (!current && tokens?.refreshToken) await revoke(tokens.refreshToken);
      return false;
    } else if (tokens) {
      if (tokens.idToken) check(tokens.idToken, { userId });
      // Without rotation, the old one stays good.
      store.write({ ...tokens, refreshToken: tokens.refreshToken ?? refreshToken }, userId);
    } else if (isRefreshRefused(answer)) {
      store.end('expired');
    } else {
      throw readFailure(answer, now(), refreshToken);
    }
    return true;
  };

  let running: Promise<unknown> | undefined;
  return () => {
    const asked = store.read();
    return (running ??= lock(() => refresh(asked))
      .catch((cause: unknown) => {
        // Anything else says that the lock was not to be had.
        throw cause instanceof PasswordlessError
          ? cause
          : new PasswordlessError('timeout', { cause });
      })
      .finally(() => {
        running = undefined;
      }));
  };
}

/** Whether Auth0 may have given new tokens that nobody got. */
const isAnswerLost = (error: unknown) =>
  error instanceof PasswordlessError && (error.code === 'network' || error.code === 'timeout');

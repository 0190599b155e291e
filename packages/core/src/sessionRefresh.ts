import type { TokenSet } from './clients/passwordlessClient.ts';
import type { Tenant } from './clients/tenant.ts';
import type { IdTokenExpectations } from './wire/idToken.ts';
import { PasswordlessError, type PasswordlessErrorCode } from './passwordlessError.ts';
import type { SessionRecord } from './sessionRecord.ts';
import type { SessionStore } from './sessionStore.ts';
import type { TabLock } from './tabLock.ts';
import { readTokens } from './wire/answers.ts';
import { refreshMeanings } from './wire/failures.ts';
import { exchangePath } from './wire/requests.ts';
import { refreshInit } from './wire/session.ts';

interface RefreshContext {
  readonly tenant: Tenant;
  readonly store: SessionStore;
  readonly revoke: (refreshToken: string) => Promise<unknown>;
  readonly check: (idToken: string, expected: Partial<IdTokenExpectations>) => void;
  readonly lock: TabLock | undefined;
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
  const { tenant, store, revoke, check, lock = async (work) => void (await work()) } = context;

  /** Says whether it has stored something. */
  const refresh = async (asked: SessionRecord | null) => {
    const before = store.read();
    // Another tab may have done it while this one waited for the lock, even for a token that lives shortly.
    const isDue = before !== asked ? hasExpired : needsRefresh;
    if (!before || !isDue(before, tenant.now())) return false;
    const { refreshToken, userId, scope } = before;
    if (!refreshToken) {
      store.end('expired');
      return true;
    }

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
        if (isOneOf(['network', 'timeout'], error)) return exchange();
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
      if (!current && tokens?.refreshToken) await revoke(tokens.refreshToken);
      return false;
    } else if (tokens) {
      if (tokens.idToken) check(tokens.idToken, { userId });
      // Without rotation, the old one stays good.
      store.write({ ...tokens, refreshToken: tokens.refreshToken ?? refreshToken }, userId);
    } else if (isOneOf(['expired_code'], failure)) {
      store.end('expired');
    } else {
      throw failure;
    }
    return true;
  };

  let running: Promise<void> | undefined;
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

const isOneOf = (codes: readonly PasswordlessErrorCode[], error: unknown) =>
  error instanceof PasswordlessError && codes.includes(error.code);

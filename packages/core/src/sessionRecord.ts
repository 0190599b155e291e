import { readBody } from './wire/body.ts';

/** What is kept of a login. */
export interface SessionRecord {
  readonly accessToken: string;
  /** Epoch milliseconds; `null` when Auth0 did not say. */
  readonly expiresAt: number | null;
  readonly scope: string;
  readonly refreshToken?: string | undefined;
  /** Who signed in (`sub`); `null` when the login gave no ID token. */
  readonly userId: string | null;
  /** Epoch milliseconds, and more than that of the record before, so that it tells which is newer. */
  readonly writtenAt: number;
}

/** Raised when the members change: what an older release stored is then a signed-out session. */
const version = 1;

export const formatSessionRecord = (record: SessionRecord): string =>
  JSON.stringify({ version, ...record });

/** A record out of storage, where anybody may have written anything; `null` when it is not one. */
export function parseSessionRecord(text: string | null): SessionRecord | null {
  const stored = readBody(text ?? '');
  const { accessToken, expiresAt, scope, refreshToken = '', userId, writtenAt } = stored;
  return stored['version'] === version &&
    typeof accessToken === 'string' &&
    (typeof expiresAt === 'number' || expiresAt === null) &&
    typeof scope === 'string' &&
    typeof refreshToken === 'string' &&
    (typeof userId === 'string' || userId === null) &&
    typeof writtenAt === 'number' &&
    accessToken
    ? { accessToken, expiresAt, scope, refreshToken: refreshToken || undefined, userId, writtenAt }
    : null;
}

import { identifierText, parseIdentifier } from './identifier.ts';
import {
  type AwaitingLink,
  type EnteringCode,
  type EnteringIdentifier,
  initialState,
  type LoginState,
  type SendLimit,
} from './loginState.ts';
import { PasswordlessError } from './passwordlessError.ts';

/** What a page can go on with after a reload. */
export type RestoredLogin = EnteringIdentifier | EnteringCode | AwaitingLink;

/** Raised when a field changes its meaning. Of what another version wrote, only the identifier is read. */
const version = 1;

/** No deadline of a login lies further ahead, and nobody comes back to one that is longer over. */
const dayMilliseconds = 86_400_000;

/**
 * What of a login is worth keeping over a reload, as text for a `Storage`; `null` when nothing is.
 *
 * Holds the identifier and the deadlines of its message. Never a code, typed or refused, and never a
 * token. A request in flight is not kept: what comes back is the step that it started from.
 */
export function writeLoginRecord(state: LoginState): string | null {
  const identifier = state.identifier && identifierText(state.identifier);
  if (identifier && 'sentAt' in state) {
    const { sentAt, expiresAt, resendAvailableAt, sendCount, triesLeft, sendLimit } = state;
    const send = 'send' in state ? state.send : state.status === 'awaitingLink' ? 'link' : 'code';
    const delivery = { send, sentAt, expiresAt, resendAvailableAt, sendCount, triesLeft };
    return JSON.stringify({ version, identifier, ...delivery, sendLimit });
  }
  // An identifier alone is not worth keeping. That Auth0 said "not now" is.
  const sendLimit = identifier && 'sendLimit' in state && state.sendLimit;
  return sendLimit ? JSON.stringify({ version, identifier, sendLimit }) : null;
}

/**
 * The login to go on with, from what {@link writeLoginRecord} wrote or from whatever else a storage
 * holds: another version's record, another program's text, numbers out of range. Never throws.
 *
 * @param text - As the storage gives it; `null` when it has none.
 * @param now - Epoch milliseconds.
 *
 * @returns The state for the event `restored`, or `null` when there is nothing to go on with. A code
 *   that has expired gives the identifier step, filled in, with the error `expired_code`; a broken
 *   record whose identifier can be read gives the same without an error.
 */
export function readLoginRecord(text: string | null, now: number): RestoredLogin | null {
  const record = fieldsOf(text);
  const identifier = parseIdentifier(String(record['identifier']), ['email', 'sms']);
  if (!identifier) return null;

  const sendLimit = readSendLimit(fieldsOf(record['sendLimit']), now);
  const identifierStep: EnteringIdentifier = { ...initialState, identifier, sendLimit };
  const { send, sentAt, expiresAt, resendAvailableAt, sendCount, triesLeft } = record;
  if (
    record['version'] !== version ||
    !isBetween(sentAt, 0, now) ||
    !isBetween(expiresAt, sentAt, sentAt + dayMilliseconds) ||
    !isBetween(resendAvailableAt, sentAt, sentAt + dayMilliseconds) ||
    !isBetween(sendCount, 1, 1000) ||
    !isBetween(triesLeft, 0, 1000)
  )
    return identifierStep;

  if (now >= expiresAt + dayMilliseconds) return null;
  const isLink = send === 'link';
  if (now >= expiresAt)
    return isLink
      ? identifierStep
      : { ...identifierStep, error: new PasswordlessError('expired_code') };

  return {
    status: isLink ? 'awaitingLink' : 'enteringCode',
    identifier,
    sentAt,
    expiresAt,
    resendAvailableAt,
    sendCount,
    triesLeft,
    rejectedCodes: [],
    sendLimit,
    isRestored: true,
    error: triesLeft ? null : new PasswordlessError('too_many_attempts'),
  };
}

function readSendLimit({ until, count }: Fields, now: number): SendLimit | null {
  return isBetween(until, now, now + dayMilliseconds) && isBetween(count, 1, 1000)
    ? { until, count }
    : null;
}

type Fields = Readonly<Record<string, unknown>>;

/** The fields of an object, or of the object that a text holds; none when it is something else. */
function fieldsOf(value: unknown): Fields {
  if (typeof value === 'object') return { ...value };
  try {
    return typeof value === 'string' ? { ...JSON.parse(value) } : {};
  } catch {
    return {};
  }
}

const isBetween = (value: unknown, from: number, to: number): value is number =>
  typeof value === 'number' && value >= from && value <= to;

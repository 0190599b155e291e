import { assertMembers, text, trueOrFalse, type MemberCheck } from './assertMembers.ts';
import type { Connection } from './identifier.ts';
import { randomDigits } from './random.ts';
import type { User } from './store.ts';

/** What can be said about a user: by option, by `setUser`, or by `PUT /_emulator/users/:identifier`. */
export interface UserSettings {
  /** Blocked by an administrator. Defaults to `false`. */
  blocked?: boolean | undefined;
  /** Whether a login also needs the code of an authenticator app. Defaults to `false`. */
  mfa?: boolean | undefined;
  /** That code. It never changes, unlike a real one. Defaults to six random digits. */
  mfaCode?: string | undefined;
  /** Makes the user one of the database connection (`auth0|…`), for `/otp/challenge`. Defaults to `false`. Counts only when the user is made. */
  database?: boolean | undefined;
}

/** A user as the control routes show it. */
export interface ShownUser {
  /** `email|…`, `sms|…` or `auth0|…`: the claim `sub`. */
  id: string;
  /** The e-mail address or phone number. */
  identifier: string;
  connection: Connection;
  blocked: boolean;
  mfa: boolean;
  /** The code of the authenticator app, for users with MFA. */
  mfaCode?: string;
}

const checks: Record<keyof UserSettings, MemberCheck> = {
  blocked: trueOrFalse,
  mfa: trueOrFalse,
  mfaCode: text,
  database: trueOrFalse,
};

function complain(problem: string): never {
  throw new TypeError(`User: ${problem}`);
}

/** @throws {TypeError} That names the member that makes no sense. */
export function assertUserSettings(value: unknown): asserts value is UserSettings {
  assertMembers<UserSettings>(value, checks, complain);
}

export function applyUserSettings(user: User, { blocked, mfa, mfaCode }: UserSettings): void {
  if (blocked !== undefined) user.isBlocked = blocked;
  const isOn = mfa ?? user.mfaCode !== undefined;
  if (isOn) user.mfaCode = mfaCode ?? user.mfaCode ?? randomDigits(6);
  else delete user.mfaCode;
}

export function showUser({ id, identifier, isBlocked, mfaCode }: User): ShownUser {
  return {
    id,
    identifier: identifier.value,
    connection: identifier.connection,
    blocked: isBlocked,
    mfa: mfaCode !== undefined,
    ...(mfaCode !== undefined && { mfaCode }),
  };
}

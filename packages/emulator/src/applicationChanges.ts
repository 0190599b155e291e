import type { Application } from './applications.ts';
import {
  assertMembers,
  orNull,
  seconds,
  text,
  texts,
  trueOrFalse,
  type MemberCheck,
} from './assertMembers.ts';
import { isConnection } from './identifier.ts';

/** What to change in an application. `null` takes an optional member away: `{ clientSecret: null }` makes it public. */
export type ApplicationChanges = {
  [Name in Exclude<keyof Application, 'clientId'>]?:
    | Application[Name]
    | (undefined extends Application[Name] ? null : never)
    | undefined;
};

const applicationTypes = new Set<unknown>(['native', 'spa', 'regular_web']);

const checks: Record<keyof ApplicationChanges, MemberCheck> = {
  name: text,
  type: ['native, spa or regular_web', (v) => applicationTypes.has(v)],
  clientSecret: orNull(text),
  grantTypes: texts,
  callbacks: texts,
  allowedOrigins: texts,
  webOrigins: orNull(texts),
  logoutUrls: orNull(texts),
  connections: orNull([
    'a list of email and sms',
    (v) => Array.isArray(v) && v.every((name) => typeof name === 'string' && isConnection(name)),
  ]),
  crossOriginLogin: orNull(trueOrFalse),
  refreshTokenRotation: orNull(trueOrFalse),
  refreshTokenLeewaySeconds: orNull(seconds),
  refreshTokenLifetimeSeconds: orNull(seconds),
  legacyPassword: orNull(trueOrFalse),
  legacyPasswordRealm: orNull(trueOrFalse),
};

function complain(problem: string): never {
  throw new TypeError(`Application: ${problem}`);
}

const unknownApplication = (clientId: string): Application => ({
  clientId,
  name: clientId,
  type: 'native',
  grantTypes: [],
  callbacks: [],
  allowedOrigins: [],
});

/**
 * @param before - `undefined` for an application that is new: a native one that may do nothing yet.
 * @param changes - Checked here, because they may come from a control request.
 * @throws {TypeError} That names the member that makes no sense.
 */
export function changedApplication(
  clientId: string,
  before: Application | undefined,
  changes: unknown,
): Application {
  assertMembers<ApplicationChanges>(changes, checks, complain);
  const changed = structuredClone(before ?? unknownApplication(clientId));
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) Reflect.deleteProperty(changed, name);
    else if (value !== undefined) Reflect.set(changed, name, structuredClone(value));
  }
  return changed;
}

import { isObject } from './requestBody.ts';

/** A rule for one member: what it must be, in words, and whether a value is that. */
export type MemberCheck = readonly [what: string, check: (value: unknown) => boolean];

/** Whether a value is a whole number in a range. */
export const isWhole = (value: unknown, from: number, to = Infinity): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;

const isText = (value: unknown) => typeof value === 'string';

export const trueOrFalse: MemberCheck = ['true or false', (v) => typeof v === 'boolean'];
export const text: MemberCheck = ['a text', isText];
export const texts: MemberCheck = [
  'a list of texts',
  (v) => Array.isArray(v) && v.every((item) => isText(item)),
];
export const seconds: MemberCheck = [
  'a number of seconds, 0 or more',
  (v) => typeof v === 'number' && v >= 0,
];
export const anObject: MemberCheck = ['an object', isObject];

/** `null` is allowed as well. */
export const orNull = ([what, check]: MemberCheck): MemberCheck => [
  `${what}, or null`,
  (value) => value === null || check(value),
];

/**
 * Checks what came in by a control request or from JavaScript without types. A member that is `undefined` counts as absent.
 *
 * @param complain - Throws; gets told which member is wrong and what it must be.
 */
export function assertMembers<T extends object>(
  value: unknown,
  checks: Readonly<Record<keyof T & string, MemberCheck>>,
  complain: (problem: string) => never,
): asserts value is Partial<T> {
  if (!isObject(value)) return complain('an object is needed.');
  const rules = new Map<string, MemberCheck>(Object.entries(checks));
  for (const [name, member] of Object.entries(value)) {
    const rule = rules.get(name);
    if (!rule) return complain(`${name} is unknown.`);
    const [what, check] = rule;
    if (member !== undefined && !check(member)) return complain(`${name} must be ${what}.`);
  }
}

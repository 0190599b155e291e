/**
 * What {@link parseCode} understood.
 *
 * - `code`: exactly `length` ASCII digits, safe to send.
 * - `incomplete`: digits only, and too few of them. `digits` is what is there so far, `''` when nothing is.
 * - `ambiguous`: more than one number could be the code, or one that may just as well be a date, a year or an order.
 * - `notFound`: there is something else than digits, and no code among it.
 */
export type ParsedCode =
  | { kind: 'code'; code: string }
  | { kind: 'incomplete'; digits: string }
  | { kind: 'ambiguous' }
  | { kind: 'notFound' };

export interface ParseCodeOptions {
  /** Digits in a code, as configured on the Auth0 connection: 4 to 40. Defaults to `6`. */
  length?: number | undefined;
}

/** Anything but digits, and what groups them. */
export const NOT_DIGITS = /[^\d\s-]/;

/** What may just as well be a date. */
const DATE = /^(\d{2,4}-\d\d-\d{2,4}|\d{4}-\d\d|\d\d-\d{4})$/;

/**
 * Reads a code that a person typed: digits of any script, however they are grouped. The part of `parseCode` that
 * a field needs at each key; whole messages are `notFound` here.
 *
 * Never throws, never cuts short and never pads.
 */
export function parseTypedCode(text: string, { length = 6 }: ParseCodeOptions = {}): ParsedCode {
  return readDigits(toPlainText(text), length) ?? { kind: 'notFound' };
}

/** The code in a text of nothing but digits and what groups them; `null` when there is more to it. */
export function readDigits(plain: string, length: number): ParsedCode | null {
  if (NOT_DIGITS.test(plain)) return null;
  const digits = plain.replace(/\D/g, '');
  if (digits.length < length) return { kind: 'incomplete', digits };
  return digits.length === length && !DATE.test(plain) ? { kind: 'code', code: digits } : null;
}

/** What was seen so far, as plain text: counting a digit out takes longer than the rest of the work. */
const plainOf: Record<string, string> = {};

function valueOf(digit: string): string {
  // Unicode keeps the digits of a script together, zero first, and never splits such a run of ten.
  // Some runs touch (the mathematical digits are five in a row), hence the remainder.
  const codePoint = digit.codePointAt(0) ?? 0;
  let first = codePoint;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return `${(codePoint - first) % 10}`;
}

/** Writes the decimal digits of every script as `0`–`9`, and leaves the rest of the text alone. */
export function toAsciiDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => (plainOf[digit] ??= valueOf(digit)));
}

/**
 * With one kind of digits and of dashes, and without what nobody sees: zero-width characters and bidi marks, which
 * copying brings along.
 */
export function toPlainText(text: string): string {
  return text
    .replace(
      /(?![0-9-])[\p{Nd}\p{Cf}\p{Pd}−]/gu,
      (sign) =>
        (plainOf[sign] ??= /\p{Nd}/u.test(sign) ? valueOf(sign) : /\p{Cf}/u.test(sign) ? '' : '-'),
    )
    .replace(/\d?\d(:\d\d)+/g, '|')
    .trim();
}

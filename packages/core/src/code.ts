/**
 * What {@link parseCode} understood.
 *
 * - `code`: exactly `length` ASCII digits, safe to send.
 * - `incomplete`: digits only, and too few of them. `digits` is what is there so far, `''` when nothing is.
 * - `ambiguous`: more than one number could be the code, or one that may just as well be a date or a year.
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

/** The last line of a domain-bound message, `@example.com #123456`; a second `@host` may follow. */
const DOMAIN_BOUND = /(^|\s)@[^\s.]+\.\S+\s#(\S+)(\s@\S+)?$/;

/** Everything a person reads as one number: groups of digits, and whatever ties them together. */
const NUMBER = /\d+(([ )/-]{1,3}|[\p{Cased}\p{Sc}%&*+/=@_#.?,:٫-]+)\d+)*/gu;

/**
 * What stands before a code: no word, no sign of a price, reference or address, but `G-` may. Letters
 * without case (CJK, Thai, Arabic …) may touch a code: some of these languages write no blanks.
 */
const BEFORE_CODE = /(^|[^\p{Cased}\p{Sc}%&*+/=@_#.?№-])(\p{Lu}{1,4}-)?$/u;

/** What never follows a code. A full stop and a capital begin the next sentence; `123456.com` is no code. */
const NOT_AFTER_CODE = /^([\p{Cased}\p{Sc}%&*+/=@_]|-\p{Cased}|\.\p{Ll}| \p{Sc})/u;

/** Anything but digits, and what groups them. */
const NOT_DIGITS = /[^\d\s-]/;

const DATE = /^((\d{4}|\d\d)-\d\d-(\d{4}|\d\d)|\d{4}-\d\d|\d\d-\d{4})$/;
const YEAR = /^(19|20)\d\d$/;

/**
 * Finds the one-time code in what a person typed, pasted or received.
 *
 * A text of nothing but digits, blanks and dashes is taken as the code itself, however it is grouped.
 * In a longer text, a domain-bound last line (`@example.com #123456`) decides. Without one, the code is
 * a number that stands alone and has exactly `length` digits: in one piece, spelled digit by digit, or
 * in equal groups of three or more. Pairs (`12 34 56`) are how dates, phone and bank numbers are
 * written, so in a longer text they are not a code. The same code twice is one code.
 *
 * Digits of every script become ASCII. Too many digits are not cut short and too few are not
 * padded: a wrong code costs one of three tries, so in doubt there is no code. Never throws, and takes
 * time in proportion to the text.
 *
 * @param text - A field's value or a whole message.
 * @param options.length - Digits in a code, 4 to 40. Defaults to `6`.
 *
 * @example
 * ```ts
 * import { parseCode } from '@auth0-passwordless/core';
 *
 * parseCode('2026-11-23 Acme: ١٢٣ ٤٥٦ is your code') // { kind: 'code', code: '123456' }
 * parseCode('123-4') // { kind: 'incomplete', digits: '1234' }
 * ```
 *
 * @see {@link https://wicg.github.io/sms-one-time-codes/ Origin-bound one-time codes delivered via SMS}
 */
export function parseCode(text: string, { length = 6 }: ParseCodeOptions = {}): ParsedCode {
  const message = toPlainText(text);
  const plain = DOMAIN_BOUND.exec(message)?.[2] ?? message;
  const onlyDigits = !NOT_DIGITS.test(plain);

  if (onlyDigits) {
    const digits = plain.replace(/\D/g, '');
    if (digits.length < length) return { kind: 'incomplete', digits };
    if (digits.length === length && !DATE.test(plain)) return { kind: 'code', code: digits };
  }

  const numbers = onlyDigits ? [plain] : lonelyNumbers(plain);
  const [code, another] = new Set(numbers.flatMap((number) => codesIn(number, length)));
  if (code && !another && !YEAR.test(code)) return { kind: 'code', code };
  return { kind: code || onlyDigits ? 'ambiguous' : 'notFound' };
}

/** Writes the decimal digits of every script as `0`–`9`, and leaves the rest of the text alone. */
export function toAsciiDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    // Unicode keeps the digits of a script together, zero first, and never splits such a run of ten.
    // Some runs touch (the mathematical digits are five in a row), hence the remainder.
    const codePoint = digit.codePointAt(0) ?? 0;
    let before = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(codePoint - before - 1))) before += 1;
    return String(before % 10);
  });
}

function toPlainText(text: string): string {
  return (
    toAsciiDigits(text)
      // Zero-width characters and bidi marks: invisible, and part of what copying brings along.
      .replace(/\p{Cf}/gu, '')
      .replace(/[\p{Pd}−]/gu, '-')
      .replace(/https?:\S+/gi, '|')
      .replace(/[^\S\n\t ]/g, ' ')
      // "€ 100" and "# 100" are as much a price and a reference as "€100" and "#100".
      .replace(/([\p{Sc}#№]) /gu, '$1')
      // WhatsApp's bold. Any other asterisk hides the rest of a card number.
      .replace(/\*(\d[\d -]*)\*/g, '$1')
      .trim()
  );
}

/** The numbers of a message that nothing around them marks as something else than a code. */
function lonelyNumbers(message: string): string[] {
  return Array.from(message.matchAll(NUMBER), ({ 0: number, index }) => {
    // Six characters: the longest prefix with its dash, and what stands before it.
    const before = message.slice(0, index).slice(-6);
    const after = message.slice(index + number.length);
    return BEFORE_CODE.test(before) && !NOT_AFTER_CODE.test(after) ? number : '';
  });
}

/** The one code a number makes, or the several that it lists; none when it is something else. */
function codesIn(number: string, length: number): string[] {
  if (NOT_DIGITS.test(number)) return [];
  const groups = number.split(/[\s-]+/);
  const size = groups[0]?.length ?? 0;
  if (size === 2 || groups.some((group) => group.length !== size)) return [];
  if (size === length) return groups;
  return size * groups.length === length ? [groups.join('')] : [];
}

import { isCalledCode } from './isCalledCode.ts';
import {
  NOT_DIGITS,
  type ParseCodeOptions,
  type ParsedCode,
  readDigits,
  toPlainText,
} from './typedCode.ts';

/** The last line of a domain-bound message, `@example.com #123456`; a second `@host` may follow. */
const DOMAIN_BOUND = /\B@[^\s.]+\.\S+\s#(\S+)(\s@\S+)?$/;

/** Everything a person reads as one number: groups of digits, and whatever ties them together. */
const NUMBER = /\d+(?:(?:(?:[)/-]|[^\S\n\t]){1,3}|[\p{Cased}\p{Sc}%&*+/=@_#.?,:٫-]+)\d+)*/gu;

/** What may stand right before a code: capitals with a dash, `ABC-`, at the beginning of a line. */
const PREFIX = /(?:^|\n)\p{Lu}{1,4}-$/u;

/**
 * What makes a number something else: before it, a word or a sign of a price, a reference or an address; after it,
 * what never follows a code. A full stop and a capital begin the next sentence; `123456.com` is no code. Letters
 * without case (CJK, Thai, Arabic …) may touch a code: some of these languages write no blanks.
 */
const BEFORE = /(?:[\p{Cased}%&+/=@_.?-]|[\p{Sc}#№] ?)$/u;
const AFTER = /^(?:[\p{Cased}%&+/=@_]|\.\p{Ll}|-\p{L}| ?\p{Sc})/u;

/** No word at all, but `ABC-` perhaps. */
const ONLY_PREFIX = /^(\w+-)?\P{L}*$/u;

/**
 * Finds the one-time code in what a person typed, pasted or received.
 *
 * A text of nothing but digits, blanks and dashes is taken as the code itself, however it is grouped.
 * In a longer text, a domain-bound last line (`@example.com #123456`) decides. Without one, the code is
 * the only number that stands alone and has exactly `length` digits: in one piece, spelled digit by digit, or
 * in equal groups of three or more. Pairs (`12 34 56`) are how dates, phone and bank numbers are written, so in
 * a longer text they are not a code. The same code twice is one code. And the text must say of that number that
 * it is a code ("your code is …", "… is your OTP", a line of its own below "código"), in one of some thirty
 * languages: an order or a room has a number too, and so has a postal or a promo code.
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
  const plain = DOMAIN_BOUND.exec(message)?.[1] ?? message;

  const typed = readDigits(plain, length);
  if (typed) return typed;
  const onlyDigits = !NOT_DIGITS.test(plain);
  const numbers = onlyDigits ? [{ number: plain, index: 0 }] : lonelyNumbers(plain, length);
  const found = numbers.flatMap(({ number, index }) =>
    codesIn(number, length).map((code) => ({ code, start: index, end: index + number.length })),
  );
  const [code, another] = new Set(found.map((place) => place.code));
  // The text must call it a code, unless it says nothing but a prefix: else it may as well be an order or a room.
  if (
    code &&
    !another &&
    !/^(19|20)\d\d$/.test(code) &&
    (ONLY_PREFIX.test(plain) || found.some(({ start, end }) => isCalledCode(plain, start, end)))
  )
    return { kind: 'code', code };
  return { kind: code || onlyDigits ? 'ambiguous' : 'notFound' };
}

/** The numbers that are long enough, and that nothing around them makes something else. */
function lonelyNumbers(plain: string, length: number): { number: string; index: number }[] {
  return Array.from(plain.matchAll(NUMBER), ({ 0: number, index }) => ({ number, index })).filter(
    ({ number, index }) => {
      if (number.length < length) return false;
      const end = index + number.length;
      // Six characters: the longest prefix, and the end of the line before it.
      const before = plain.slice(Math.max(0, index - 6), index);
      const isOther = BEFORE.test(before) && !PREFIX.test(before);
      return !isOther && !AFTER.test(plain.slice(end, end + 2));
    },
  );
}

/** The one code a number makes, or the several that it lists; none when it is something else. */
function codesIn(number: string, length: number): string[] {
  const groups = number.split(/[\s-]+/);
  const isOne = groups.every(
    (group, _, [first]) => group.length === first?.length && group.length !== 2,
  );
  return isOne && !NOT_DIGITS.test(number)
    ? [groups.join(''), ...groups].filter((code) => code.length === length)
    : [];
}

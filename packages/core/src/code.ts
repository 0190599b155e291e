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

/** What a one-time code is called, in the languages of the world. */
const CODE_WORD =
  /otp|c[oó]d[eií]|k[oó]o?d|(?<!\p{L})(pin|[mi]?tan|mã)(?!\p{L})|passwor|κωδ|код|парол|קוד|کد|رمز|[োो]ड|োড|รห|コード|パスワード|[码碼証증]/iu;

/** What is called a code and is none: of a place, a price, an order, a machine. */
const OTHER_CODE =
  /(post\p{L}*|zip|pin|area|country|promo\p{L}*|discount|coupon|voucher|gift|referral|ref\p{L}*|order|booking|tracking|customer|product|dress|source|qr|bar|sort|swift|error|status|gutschein|rabatt|buchungs|bestell|fehler|strich|kunden|kortings|boekings|indirim|slevový) ?-?(code|kode?|c[oó]di)\p{L}*|code[- ](postal|promo|barres?|cadeau|client|de (r[eé]servation|commande|r[eé]duction)|d.erreur)|c[oó]di\p{L}* (postal\p{L}*|promo\p{L}*|fiscal\p{L}*|sconto|(de|di) (desc?[ou]|reserv|client|pedid|err|prenot)\p{L}*)|kod\p{L}* (poczt|rabat|promo|bł)\p{L}*|промо\p{L}*|почт\p{L}* код|код (товар|ошиб|заказ)\p{L}*|(クーポン|予約|商品|郵便)コード|(优惠|優惠|折扣|邮政?编|提货|取件|条形?|二维)[码碼]|पिन कोड|کد (پستی|تخفیف)|رمز (بريدي|الخصم)/giu;

/**
 * Finds the one-time code in what a person typed, pasted or received.
 *
 * A text of nothing but digits, blanks and dashes is taken as the code itself, however it is grouped.
 * In a longer text, a domain-bound last line (`@example.com #123456`) decides. Without one, the code is
 * the only number that stands alone and has exactly `length` digits: in one piece, spelled digit by digit, or
 * in equal groups of three or more; and the text must call it a code (code, OTP, PIN, código, код, 验证码, 認証, رمز, कोड …),
 * because an order or a room has a number too, and so has what is called a postal code or a promo code. Pairs (`12 34 56`) are how dates, phone and bank numbers are
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
  const plain = DOMAIN_BOUND.exec(message)?.[1] ?? message;

  const typed = readDigits(plain, length);
  if (typed) return typed;
  const onlyDigits = !NOT_DIGITS.test(plain);
  const numbers = onlyDigits ? [plain] : lonelyNumbers(plain, length);
  const [code, another] = new Set(numbers.flatMap((number) => codesIn(number, length)));
  // Somebody must call it a code, unless nothing is said but a prefix: else it may as well be an order or a room.
  if (
    code &&
    !another &&
    (ONLY_PREFIX.test(plain) || CODE_WORD.test(plain.replace(OTHER_CODE, ''))) &&
    !/^(19|20)\d\d$/.test(code)
  )
    return { kind: 'code', code };
  return { kind: code || onlyDigits ? 'ambiguous' : 'notFound' };
}

/** The numbers that are long enough, and that nothing around them makes something else. */
function lonelyNumbers(plain: string, length: number): string[] {
  return Array.from(plain.matchAll(NUMBER), ({ 0: number, index }) => {
    if (number.length < length) return '';
    const end = index + number.length;
    // Six characters: the longest prefix, and the end of the line before it.
    const before = plain.slice(Math.max(0, index - 6), index);
    const isOther = BEFORE.test(before) && !PREFIX.test(before);
    return isOther || AFTER.test(plain.slice(end, end + 2)) ? '' : number;
  });
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

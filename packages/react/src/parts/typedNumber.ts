import type { AsYouType, CountryCode } from 'libphonenumber-js/min';
import { countries, mainCountries } from './countries.ts';
import type { PhoneLibrary } from './phoneLibrary.ts';

/** What stands in a field, and where its caret is. */
export interface TypedText {
  readonly text: string;
  readonly caret: number;
}

export interface TypedNumber extends TypedText {
  /** The country that the number belongs to, as soon as it says so, else the one that was chosen. */
  readonly country: CountryCode | undefined;
}

/** Words mean an e-mail address, or a paste that went wrong: not ours to change. */
const isNumber = (text: string) => !/[\p{L}@]/u.test(text);

/** Digits of any script and the plus: what stays when a text is formatted. */
const meaningful = /[+＋\p{Nd}]/gu;
const meaning = (text: string) => text.match(meaningful) ?? [];

/** `00` is dialled for the plus, and a zero in parentheses inside the country only. */
const clean = (text: string) => text.replace(/^[\s(]*(00|＋)/, '+').replace(/^(\+.*?)\(0\)/, '$1');

/**
 * Formats a number while it is typed. The caret stays behind the same digit.
 *
 * @param before - What stood in the field before the last key, when that key deleted something. Where it
 *   only took away a separator, which formatting would bring back, the digit beside that goes too.
 */
export function formatTyped(
  library: PhoneLibrary,
  { text, caret }: TypedText,
  country: CountryCode | undefined,
  before?: { readonly text: string; readonly isForward: boolean },
): TypedNumber {
  if (!isNumber(text)) return { text, caret, country };
  const left = meaning(clean(text.slice(0, caret)));
  const right = meaning(clean(text)).slice(left.length);
  if (before && meaning(clean(before.text)).length === left.length + right.length) {
    if (before.isForward) right.shift();
    else left.pop();
  }
  const typed = new library.AsYouType(country);
  const formatted = typed.input([...left, ...right].join(''));
  return {
    text: formatted,
    caret: right.length > 0 ? placeAfter(formatted, left.length) : formatted.length,
    country: countryOfNumber(library, typed, country),
  };
}

/** A number says its country late, or never, where several share a calling code: then it is the chosen one, or the largest. */
function countryOfNumber(
  library: PhoneLibrary,
  typed: AsYouType,
  chosen: CountryCode | undefined,
): CountryCode | undefined {
  const callingCode = typed.isInternational() ? typed.getCallingCode() : undefined;
  const candidates = [typed.getCountry(), chosen, ...mainCountries, ...countries];
  return callingCode
    ? (candidates.find((code) => code && hasCallingCode(library, code, callingCode)) ?? chosen)
    : chosen;
}

const hasCallingCode = (library: PhoneLibrary, country: CountryCode, callingCode: string) =>
  countries.includes(country) && library.getCountryCallingCode(country) === callingCode;

/** Where as many digits have gone by. */
function placeAfter(text: string, count: number): number {
  const places = Array.from(text.matchAll(meaningful), ({ index }) => index + 1);
  return count > 0 ? (places[count - 1] ?? text.length) : 0;
}

/**
 * A typed number with its country code, ready to be sent, or `null` where it is not a number of that country:
 * then the text stays, and the login says what is missing.
 */
export function internationalNumber(
  library: PhoneLibrary,
  text: string,
  defaultCountry: CountryCode | undefined,
): string | null {
  if (!isNumber(text)) return null;
  const number = library.parsePhoneNumberFromString(clean(text), {
    ...(defaultCountry && { defaultCountry }),
    extract: false,
  });
  return number?.isPossible() ? number.formatInternational() : null;
}

/** The same number in another country: a country code that was typed gives way to the new one. */
export function inCountry(library: PhoneLibrary, text: string, country: CountryCode): string {
  const typed = new library.AsYouType(country);
  typed.input(clean(text));
  const callingCode = typed.isInternational() ? typed.getCallingCode() : undefined;
  if (!isNumber(text) || !callingCode) return text;
  const national = typed.getNumberValue()?.slice(1 + callingCode.length) ?? '';
  return `+${library.getCountryCallingCode(country)}${national}`;
}

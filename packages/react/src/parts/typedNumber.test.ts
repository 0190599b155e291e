import type { CountryCode } from 'libphonenumber-js/min';
import * as library from 'libphonenumber-js/min';
import { describe, expect, it } from 'vitest';
import { countries, countryOf, mainCountries } from './countries.ts';
import { formatTyped, inCountry, internationalNumber } from './typedNumber.ts';

/** Types into a field, with `|` for its caret, and gives what stands there after it. */
function type(marked: string, country: CountryCode = 'GB') {
  const caret = marked.indexOf('|');
  const typed = formatTyped(library, { text: marked.replace('|', ''), caret }, country);
  return {
    shown: `${typed.text.slice(0, typed.caret)}|${typed.text.slice(typed.caret)}`,
    ...typed,
  };
}

/** The text that a deletion left, after what stood there before. */
function remove(marked: string, text: string, isForward = false, country: CountryCode = 'GB') {
  const caret = marked.indexOf('|');
  const left = { text: marked.replace('|', ''), caret };
  const typed = formatTyped(library, left, country, { text, isForward });
  return `${typed.text.slice(0, typed.caret)}|${typed.text.slice(typed.caret)}`;
}

describe('formatTyped', () => {
  it.each([
    ['07700900123|', 'GB', '07700 900123|'],
    ['2133734253|', 'US', '(213) 373-4253|'],
    ['213|', 'US', '(213)|'],
    ['0612345678|', 'FR', '06 12 34 56 78|'],
    ['+442079460958|', 'US', '+44 20 7946 0958|'],
    ['+44 20 7946 0958|', 'FR', '+44 20 7946 0958|'],
    ['00442079460958|', 'FR', '+44 20 7946 0958|'],
    ['+44 (0)20 7946 0958|', 'US', '+44 20 7946 0958|'],
    ['+44 (0|', 'US', '+44 0|'],
    ['٠٧٧٠٠٩٠٠١٢٣|', 'GB', '07700 900123|'],
    ['＋４４ ２０ ７９４６ ０９５８|', 'US', '+44 20 7946 0958|'],
    ['\u202A+44 20 7946 0958\u202C|', 'US', '+44 20 7946 0958|'],
    ['|', 'GB', '|'],
    ['+|', 'GB', '+|'],
  ] as const)('%s typed in %s stands there as %s', (typed, country, shown) => {
    expect(type(typed, country).shown).toBe(shown);
  });

  it.each([
    ['077|00900123', '077|00 900123'],
    ['07|00900123', '07|0 0900 123'],
    ['+44 20 79|46 0958', '+44 20 79|46 0958'],
    ['|07700900123', '|07700 900123'],
    ['0044 2|0 7946 0958', '+44 2|0 7946 0958'],
  ])('keeps the caret behind its digit: %s becomes %s', (typed, shown) => {
    expect(type(typed).shown).toBe(shown);
  });

  it('takes the digit too where only its separator was deleted', () => {
    expect(remove('07700|900123', '07700 900123')).toBe('0770|9 00123');
    expect(remove('07700|900123', '07700 900123', true)).toBe('07700| 00123');
    expect(remove('(213|', '(213)', false, 'US')).toBe('21|');
  });

  it('takes one digit where one was deleted', () => {
    expect(remove('07700 90012|', '07700 900123')).toBe('07700 90012|');
    expect(remove('0770| 900123', '07700 900123')).toBe('0770|9 00123');
  });

  it.each(['ana@example.com', 'ana', '077 call me', 'tel:+442079460958'])(
    'leaves %s as it is',
    (text) => {
      expect(type(`${text}|`).shown).toBe(`${text}|`);
    },
  );

  it('follows the country code that is typed, once it says which country', () => {
    expect(type('+33612345678|').country).toBe('FR');
    expect(type('+1 (415) 555-2671|').country).toBe('US');
    expect(type('+1 604 555 0199|', 'US').country).toBe('CA');
    expect(type('+1|', 'CA').country).toBe('CA');
    expect(type('+1|', 'GB').country).toBe('US');
    expect(type('+44 7700 900123|', 'US').country).toBe('GB');
    expect(type('+420|', 'US').country).toBe('CZ');
    expect(type('+|', 'US').country).toBe('US');
    expect(type('07700|').country).toBe('GB');
    expect(type('+800 1234 5678|').country).toBe('GB');
  });
});

describe('internationalNumber', () => {
  it.each([
    ['07700 900123', 'GB', '+44 7700 900123'],
    ['7700 900123', 'GB', '+44 7700 900123'],
    ['(213) 373-4253', 'US', '+1 213 373 4253'],
    ['06 12 34 56 78', 'FR', '+33 6 12 34 56 78'],
    ['06 1234 5678', 'IT', '+39 06 1234 5678'],
    ['8 (912) 345-67-89', 'RU', '+7 912 345 67 89'],
    ['+44 20 7946 0958', 'US', '+44 20 7946 0958'],
    ['+44 020 7946 0958', 'US', '+44 20 7946 0958'],
    ['011 44 20 7946 0958', 'US', '+44 20 7946 0958'],
    ['0033612345678', 'GB', '+33 6 12 34 56 78'],
    ['٠٧٧٠٠٩٠٠١٢٣', 'GB', '+44 7700 900123'],
  ] as const)('%s in %s is %s', (text, country, number) => {
    expect(internationalNumber(library, text, country)).toBe(number);
  });

  it.each(['', '0', '12', '077009001234567', 'ana@example.com', 'ana'])(
    '%j is no number, and stays',
    (text) => {
      expect(internationalNumber(library, text, 'GB')).toBeNull();
    },
  );

  it('guesses no country where none is known', () => {
    expect(internationalNumber(library, '07700 900123', undefined)).toBeNull();
    expect(internationalNumber(library, '+447700900123', undefined)).toBe('+44 7700 900123');
  });
});

describe('inCountry', () => {
  it('puts another country code before the same number', () => {
    expect(inCountry(library, '+44 20 7946 0958', 'FR')).toBe('+332079460958');
    expect(inCountry(library, '0044 20 7946', 'US')).toBe('+1207946');
    expect(inCountry(library, '+44', 'FR')).toBe('+33');
  });

  it('leaves a number without a country code, and what is not a number', () => {
    for (const text of ['07700 900123', '', '+', 'ana@example.com'])
      expect(inCountry(library, text, 'FR')).toBe(text);
  });
});

describe('countries', () => {
  it('are those of the library', () => {
    expect([...countries].sort()).toEqual(library.getCountries().sort());
  });

  it('have one before those that share its calling code', () => {
    const codes = library.getCountries().map((code) => library.getCountryCallingCode(code));
    const shared = new Set(codes.filter((code, index) => codes.indexOf(code) !== index));
    expect(mainCountries.map((code) => library.getCountryCallingCode(code)).sort()).toEqual(
      [...shared].sort(),
    );
  });

  it('are known by a language', () => {
    expect(countryOf('en-GB')).toBe('GB');
    expect(countryOf('de')).toBe('DE');
    expect(countryOf('zh-Hant-HK')).toBe('HK');
    expect(countryOf('en-001')).toBeUndefined();
  });
});

import { expect, describe, it } from 'vitest';
import packageJson from '../../package.json';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { enParts } from './enParts.ts';
import { es } from './es.ts';
import { fa } from './fa.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { it as italian } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { nl } from './nl.ts';
import type { Language } from './partMessages.ts';
import { pl } from './pl.ts';
import { ptBR } from './pt-BR.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import { zhHans } from './zh-Hans.ts';

const english: Language = { ...en, ...enParts };
const translations = [ar, de, es, fa, fr, he, italian, ja, ko, nl, pl, ptBR, tr, uk, zhHans];
const all = [english, ...translations];
const keys = Object.keys(english) as (keyof Language)[];
const settings = new Set<string>(['locale', 'direction']);

/** Values that no plural form spells out. */
const values = {
  length: 7,
  minutes: 4,
  triesLeft: 5,
  identifier: 'ana@example.com',
  address: 'ana@gmail.com',
  provider: 'Proton Mail',
  time: '0:42',
};
type Value = keyof typeof values;

/** What a text is given, and what of it a person has to see in every language. */
const shown: { [Key in keyof Language]?: readonly Value[] } = {
  'identifier.email.hint': ['length'],
  'identifier.phone.hint': ['length'],
  'code.sent': ['length', 'identifier'],
  'code.sentNew': ['time'],
  'code.sentAt': ['identifier', 'time'],
  'code.restored': ['identifier'],
  'code.announced': ['identifier'],
  'code.hint': ['length', 'minutes'],
  'code.expires': ['time'],
  'resend.wait': ['time'],
  'help.email': ['identifier'],
  'help.sms': ['identifier'],
  'link.sent': ['identifier'],
  'typo.suggestion': ['address'],
  'mail.open': ['provider'],
  incomplete_code: ['length'],
  ambiguous_code: ['length'],
  wrong_code: ['triesLeft'],
  rate_limited: ['time'],
};

const kinds = ['email', 'phone', 'either'] as const;

/** A text with its values in it, for each kind of identifier. */
function texts(language: Language, key: keyof Language, given: object = values): string[] {
  // Each text takes some of the values, which no type can say of a key that is not known.
  const text = language[key] as string | ((values: object) => string);
  return typeof text === 'string' ? [text] : kinds.map((kind) => text({ ...given, kind }));
}

const seen = (language: Language) =>
  keys.filter((key) => !settings.has(key)).flatMap((key) => texts(language, key));

describe.each(all.map((language) => [language.locale, language] as const))('%s', (_, language) => {
  it('has every text, and no other', () => {
    expect(Object.keys(language).sort()).toEqual([...keys].sort());
    const empty = keys.filter((key) => texts(language, key).some((text) => text.trim() === ''));
    // Whoever cancels knows.
    expect(empty).toEqual(['aborted']);
  });

  it('shows the values that a text is given', () => {
    const number = new Intl.NumberFormat(language.locale);
    for (const key of keys) {
      for (const text of texts(language, key)) {
        for (const name of shown[key] ?? []) {
          const value = values[name];
          expect(text).toContain(typeof value === 'number' ? number.format(value) : value);
        }
        expect(text).not.toMatch(/undefined|NaN|\[object|\$\{|#/);
      }
    }
  });

  it('says only what is known: no wait that nobody knows', () => {
    for (const text of texts(language, 'rate_limited', { ...values, time: '' })) {
      expect(text).not.toMatch(/ {2}|\u2068\u2069/);
      expect(text).toBe(language.timeout);
    }
  });

  it('has a locale that Intl knows, and the direction of its script', () => {
    expect(Intl.DisplayNames.supportedLocalesOf(language.locale)).toEqual([language.locale]);
    const isRightToLeft = /[\u0590-\u06FF]/.test(language['identifier.title']);
    expect(language.direction).toBe(isRightToLeft ? 'rtl' : 'ltr');
  });

  it('says neither "OTP" nor "invalid" nor "oops"', () => {
    // In each language what forms tell people who are not to blame.
    const forbidden =
      /\botp\b|pass ?code|\binvalid|\boops|\bups\b|hoppla|ungültig|invalide|inválid|non valid|ongeldig|nieprawidłow|недійсн|невірн|geçersiz|無効な|无效|유효하지|غير صالح|לא תקין|שגוי|نامعتبر|!/i;
    for (const text of seen(language)) expect(text).not.toMatch(forbidden);
  });

  it('starts as a sentence does, and is not in capitals', () => {
    for (const text of seen(language)) {
      if (text === '') continue;
      expect(text.trim()).toBe(text);
      expect(text).not.toMatch(/\p{Lu}{4}/u);
    }
  });
});

describe('translations', () => {
  it('are an entry each, named by their locale', () => {
    const entries = Object.keys(packageJson.exports).filter((entry) =>
      /^.\/messages\//.test(entry),
    );
    const published = Object.keys(packageJson.publishConfig.exports);
    expect(entries.sort()).toEqual(translations.map(({ locale }) => `./messages/${locale}`).sort());
    expect(published).toEqual(Object.keys(packageJson.exports));
  });

  it.each(translations.map((language) => [language.locale, language] as const))(
    '%s leaves nothing in English',
    (_, language) => {
      const untranslated = keys.filter(
        (key) => key !== 'aborted' && String(language[key]) === String(english[key]),
      );
      expect(untranslated.filter((key) => key !== 'direction')).toEqual([]);
      for (const text of seen(language))
        expect(text).not.toMatch(/\b(the|your|you|and|with|again|sent|sign|try)\b/i);
    },
  );

  it.each([ar, fa, he].map((language) => [language.locale, language] as const))(
    '%s keeps what runs from left to right together',
    (_, language) => {
      for (const text of seen(language)) {
        const outside = text.replaceAll(/\u2068[^\u2068\u2069]*\u2069/g, '');
        expect(outside).not.toMatch(/[a-z@+]|\d:\d|[\u2068\u2069]/i);
      }
    },
  );
});

describe('plurals', () => {
  const counts = [0, 1, 2, 3, 5, 11, 21];
  const tries = (language: Language) =>
    counts.map((triesLeft) => texts(language, 'wrong_code', { ...values, triesLeft })[0] ?? '');
  /** Without its number: what is left is the form of the words. */
  const form = (text: string) => text.replaceAll(/[\d\u06F0-\u06F9]+/g, '#');

  it.each(all.map((language) => [language.locale, language] as const))(
    '%s takes the forms that CLDR names for 0, 1, 2, 3, 5, 11 and 21',
    (_, language) => {
      const rules = new Intl.PluralRules(language.locale);
      const forms = new Map<string, Set<string>>();
      for (const [index, text] of tries(language).entries()) {
        const category = rules.select(counts[index] ?? 0);
        forms.set(category, (forms.get(category) ?? new Set()).add(form(text)));
      }
      // Counts of one category read alike.
      for (const [category, found] of forms) expect([category, found.size]).toEqual([category, 1]);
    },
  );

  it.each([
    [english, 2],
    [de, 2],
    [pl, 3],
    [uk, 3],
    [ar, 5],
    [he, 3],
    [ja, 1],
    [tr, 1],
  ] as const)('$locale has as many forms as its grammar', (language, forms) => {
    expect(new Set(tries(language).map(form)).size).toBe(forms);
  });

  it('says them as people do', () => {
    expect(tries(pl)).toMatchObject(
      [
        /Zostało 0 prób\./,
        /Została 1 próba\./,
        /Zostały 2 próby\./,
        /Zostały 3 próby\./,
        /Zostało 5 prób\./,
        /Zostało 11 prób\./,
        /Zostało 21 prób\./,
      ].map((text) => expect.stringMatching(text)),
    );
    expect(tries(uk)[6]).toContain('Залишилася 21 спроба.');
    expect(tries(ar)[2]).toContain('بقيت محاولتان.');
    expect(tries(ar)[3]).toMatch(/بقيت [3٣] محاولات\./);
    expect(tries(he)[2]).toContain('נותרו שני ניסיונות.');
  });
});

it('writes numbers in the digits of the language', () => {
  expect(fa['code.sent']({ length: 6, identifier: 'x' })).toContain('کد ۶ رقمی');
});

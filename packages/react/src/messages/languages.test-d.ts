import { expectTypeOf, it } from 'vitest';
import { en, type Language, type Messages, type PartMessages } from '../index.ts';
import type { PasswordlessProviderProps } from '../PasswordlessProvider.tsx';
import { de } from './de.ts';

it('a language with a missing key does not compile', () => {
  const { 'code.label': label, ...noLabel } = de;
  // @ts-expect-error the label of the code field is missing
  expectTypeOf(noLabel).toExtend<Language>();
  const { 'mail.open': open, ...noShortcut } = de;
  // @ts-expect-error a text of an optional part is missing
  expectTypeOf(noShortcut).toExtend<Language>();
  expectTypeOf(label).toBeString();
  expectTypeOf(open).toBeFunction();
});

it('a language is the texts of the login and those of its parts', () => {
  expectTypeOf(de).toEqualTypeOf<Language>();
  expectTypeOf<Language>().toExtend<Messages & PartMessages>();
  expectTypeOf<Language>().not.toBeAny();
});

it('a provider takes a language, the English texts, or single ones', () => {
  type Given = PasswordlessProviderProps['messages'];
  expectTypeOf(de).toExtend<Given>();
  expectTypeOf(en).toExtend<Given>();
  expectTypeOf({ 'code.label': 'Code', 'typo.apply': 'Yes' }).toExtend<Given>();
  // @ts-expect-error no such text
  expectTypeOf({ 'code.lable': 'Code' }).toExtend<Given>();
});

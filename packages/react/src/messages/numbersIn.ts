/** The forms of a counted thing by the plural rules of its language; what is not given is as `other`. */
export type PluralForms = { readonly [Form in Intl.LDMLPluralRule]?: string } & {
  readonly other: string;
};

/**
 * Numbers and counted things as a language writes them: its digits, and as many plural forms as it has.
 *
 * @see {@link https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html CLDR plural rules}
 */
export function numbersIn(locale: string) {
  const digits = new Intl.NumberFormat(locale);
  const rules = new Intl.PluralRules(locale);
  const number = (value: number) => digits.format(value);
  return {
    number,
    /** A form takes the number where it has a `#`. */
    count: (value: number, forms: PluralForms) =>
      (forms[rules.select(value)] ?? forms.other).replace('#', number(value)),
  };
}

import type { CountryCode } from 'libphonenumber-js/min';

/** The countries and regions that have a calling code, so that they can be chosen before the rest is loaded. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a test compares it with the library's own list
export const countries = (
  'AC AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD ' +
  'CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD ' +
  'GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM ' +
  'KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY ' +
  'MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG ' +
  'SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TA TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE ' +
  'VG VI VN VU WF WS XK YE YT ZA ZM ZW'
).split(' ') as CountryCode[];

/** The first of those that share a calling code. */
export const mainCountries: readonly CountryCode[] = [
  'US',
  'RU',
  'IT',
  'GB',
  'NO',
  'AU',
  'MA',
  'RE',
  'SH',
  'FI',
  'GP',
  'CW',
];

/** The country of a language tag, such as `GB` for `en-GB` and `DE` for `de`. */
export function countryOf(language: string): CountryCode | undefined {
  const { region } = new Intl.Locale(language).maximize();
  return countries.find((country) => country === region);
}

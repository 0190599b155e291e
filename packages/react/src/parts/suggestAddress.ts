import { typingDistance } from './typingDistance.ts';

/**
 * Where many people have their mail, with the endings that each service has; `*` stands for countries. Short
 * names (`gmx`, `aol`, `me`) are not here: too many other domains are a slip away from them.
 */
const services: Readonly<Record<string, string>> = {
  gmail: 'com',
  googlemail: 'com',
  icloud: 'com',
  hotmail: 'com *',
  outlook: 'com *',
  yahoo: 'com *',
  yandex: 'com ru *',
  protonmail: 'com ch',
  fastmail: 'com fm',
  rocketmail: 'com',
  tutanota: 'com de',
  comcast: 'net',
  verizon: 'net',
  sbcglobal: 'net',
  bellsouth: 'net',
  btinternet: 'com',
  bigpond: 'com net.au',
  rediffmail: 'com',
  't-online': 'de',
  freenet: 'de',
  wanadoo: 'fr',
  laposte: 'net',
  bluewin: 'ch',
  virgilio: 'it',
  tiscali: 'it',
};

/** Endings that do not exist, and what was meant. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/\.(con|cpm|cmo|ocm|comm|coom|vom|xom|cim|clm|c0m)$/, '.com'],
  [/\.(ner|nett|nte)$/, '.net'],
  [/\.(ogr|orgg|prg)$/, '.org'],
];
/** Endings of countries, with which only a service that is not there was misspelt. */
const cutCom = /^(c|co|cm|om)$/;
const country = /^(com?\.)?[a-z]{2}$/;

/**
 * The address that a person may have meant, where its domain looks like a slip of the finger: `ana@gmial.com`,
 * `ana@yahoo.con`, `ana@gmailcom`. Looks at the text only and sends nothing.
 *
 * Rather silent than wrong: a domain that merely resembles a service (`ymail.com`, `email.com`, `cloud.com`)
 * gives no suggestion.
 *
 * @param text - What stands in the field.
 * @param domains - More domains to know, such as your company's: `['acme.example']`.
 *
 * @returns The whole address, or `null` when there is nothing to suggest. Never throws.
 */
export function suggestAddress(text: string, domains: readonly string[] = []): string | null {
  const [, local, typed] = /^\s*([^\s@]+)@([^\s@]+)\s*$/.exec(text) ?? [];
  if (!local || !typed) return null;
  const lower = typed.toLowerCase();
  const own = domains.map((domain) => domain.toLowerCase());
  const meant = own.includes(lower) ? lower : meantDomain(lower, own);
  return meant === lower ? null : `${local}@${meant}`;
}

function meantDomain(typed: string, own: readonly string[]): string {
  const dotted = typed.replaceAll(/[.,;]+/g, '.').replaceAll(/^\.|\.$/g, '');
  const domain = endings.reduce((fixed, [wrong, right]) => fixed.replace(wrong, right), dotted);
  const known = [...own.map(split), ...Object.entries(services)];
  if (!domain.includes('.')) {
    for (const [name, ends] of known)
      for (const end of ends.split(' '))
        if (domain === name || domain === name + end.replace('.', '')) return `${name}.${end}`;
    return typed;
  }
  const [typedName, typedEnd] = split(domain);
  for (const [name, ends] of known) {
    const end = isMeant(typedName, name) && meantEnd(typedEnd, ends.split(' '), typedName === name);
    if (end) return `${name}.${end}`;
  }
  return domain;
}

/** The name and the ending of a domain. */
function split(domain: string): [name: string, ending: string] {
  const dot = domain.indexOf('.');
  return [domain.slice(0, dot), domain.slice(dot + 1)];
}

/** Fingers seldom miss the first letter, nor two letters; and a short name has too many neighbours. */
function isMeant(typed: string, name: string): boolean {
  const startsAlike =
    typed.charAt(0) === name.charAt(0) || typed.startsWith(name.charAt(1) + name.charAt(0));
  const slips = name.length < 5 ? 0 : name.length < 7 ? 1 : 2;
  const isAsLong = Math.abs(typed.length - name.length) <= 1;
  return startsAlike && isAsLong && typingDistance(typed, name) <= slips;
}

function meantEnd(
  typed: string,
  ends: readonly string[],
  isNameRight: boolean,
): string | undefined {
  const [first = ''] = ends;
  if (ends.includes(typed)) return typed;
  if (cutCom.test(typed) && ends.includes('com')) return 'com';
  if (ends.includes('*') && country.test(typed)) return typed;
  // A service with one ending has no other under its own name.
  if (isNameRight && ends.length === 1 && first === 'com') return first;
  return ends.find((end) => end.length > 2 && typingDistance(typed, end) === 1);
}

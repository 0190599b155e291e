import { messageTexts, type MessageTexts } from './messageTexts.ts';

/** A message somebody may paste into the code field, with what is true about it. */
export interface LabelledMessage {
  text: string;
  /** Digits in the codes of the application it is pasted into. */
  length: number;
  /** The code it hands over; `null` when there is none. */
  code: string | null;
  /** Whether nothing else in it could be the code. */
  isClear: boolean;
  /** How it was made, for the reader of a failure. */
  shape: string;
}

/** Mulberry32: numbers that look random and are the same in every run. */
function createRandom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)];
    if (item === undefined) throw new RangeError('Nothing to pick from.');
    return item;
  };
  const digits = (count: number) => Array.from({ length: count }, () => below(10)).join('');
  return { below, pick, digits, isChance: (share: number) => next() < share };
}
type Random = ReturnType<typeof createRandom>;

const two = (value: number) => String(value).padStart(2, '0');
const grouped = (value: number, separator: string) =>
  String(value).replace(/\B(?=(\d{3})+$)/g, separator);

/** Numbers that are no code, by the names in the texts. None has the form of a code on its own. */
function numbersOf(random: Random): Record<string, () => string> {
  const { below, pick, digits } = random;
  const amount = () => 1 + below(99_999);
  const [year, month, day] = [2020 + below(8), 1 + below(12), 1 + below(28)];
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'Jun', 'Jul', 'Nov', 'Dec'];
  return {
    brand: () => pick(['Acme', 'Globex', 'Contoso', 'Studio 54', 'Nordlicht', 'ACME Bank']),
    minutes: () => pick(['3', '5', '10', '15', '30']),
    amount: () => `${grouped(amount(), ',')}.${two(below(100))}`,
    amountEu: () => `${grouped(amount(), pick(['.', ' ']))},${two(below(100))}`,
    amountWhole: () => grouped(amount(), ','),
    date: () =>
      pick([
        `${year}-${two(month)}-${two(day)}`,
        `${two(month)}/${two(day)}/${year}`,
        `${day} ${pick(months)} ${two(year % 100)}`,
        `${year}/${two(month)}/${two(day)}`,
        `${two(day)}-${two(month)}-${two(year % 100)}`,
      ]),
    dateEu: () =>
      pick([
        `${two(day)}.${two(month)}.${year}`,
        `${day}.${month}.${two(year % 100)}`,
        `${two(day)}/${two(month)}/${year}`,
      ]),
    dateCjk: () => `${year}年${month}月${day}日`,
    time: () => `${two(below(24))}:${two(below(60))}${pick(['', '', `:${two(below(60))}`])}`,
    phone: () =>
      pick([
        `+1 415 555 0${digits(3)}`,
        `(030) ${digits(7)}`,
        `800-555-${digits(4)}`,
        `0${digits(2)}-${digits(4)}-${digits(4)}`,
      ]),
    phoneEu: () =>
      pick([
        `+49 30 ${digits(7)}`,
        `+33 1 ${digits(2)} ${digits(2)} ${digits(2)} ${digits(2)}`,
        `22 ${digits(3)} ${digits(2)} ${digits(2)}`,
      ]),
    card: () => digits(4),
    iban: () => `DE${digits(2)} ${digits(4)} ${digits(4)} ${digits(4)} ${digits(4)} ${digits(2)}`,
    long: () => digits(pick([9, 10, 12])),
    flight: () => `${pick(['LH', 'BA', 'AF'])}${digits(3)}`,
  };
}

const fill = (text: string, values: Record<string, () => string>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name]?.() ?? name);

function inScript(text: string, zero: string | undefined): string {
  const first = zero?.codePointAt(0);
  if (first === undefined) return text;
  return text.replace(/\d/g, (digit) => String.fromCodePoint(first + Number(digit)));
}

/** As senders write a code: in one piece, in halves or thirds, digit by digit, bold or with a prefix. */
function writeCode(code: string, { pick, isChance }: Random): string {
  const groups: string[] = [];
  const size = code.length % 3 === 0 ? 3 : code.length / 2;
  if (size >= 3 && Number.isInteger(size) && isChance(0.25)) {
    groups.push(...(code.match(new RegExp(`.{${size}}`, 'g')) ?? []));
    return groups.join(pick([' ', '-', '\u00A0', '–', '\u202F']));
  }
  if (isChance(0.04)) return Array.from(code).join(' ');
  if (isChance(0.08))
    return pick([
      '*%*',
      '"%"',
      '[%]',
      '(%)',
      '<b>%</b>',
      '<strong>%</strong>',
      '\u2068%\u2069',
    ]).replace('%', code);
  return code;
}

const isYear = (code: string) => /^(19|20)\d\d$/.test(code);

/** Puts the sentences of a message together as SMS, mail, reply or page do. */
function layOut(sentences: readonly string[], { pick, isChance }: Random): string {
  const [first = '', ...rest] = sentences;
  const text = [first, ...rest].join(pick([' ', ' ', '\n', '\n\n', '\r\n']));
  if (isChance(0.1)) return `[${two(pick([8, 14, 23]))}:30, 23/11/2026] ${text}`;
  if (isChance(0.05)) return `<#> ${text}\nFA+9qCX9VSu`;
  if (isChance(0.08)) return `> ${text.replace(/\n/g, '\n> ')}`;
  if (isChance(0.08)) return `<html><body><p>${sentences.join('</p>\n<p>')}</p></body></html>`;
  return text;
}

function wholeMail(body: string, { digits, pick }: Random): string {
  return [
    pick([
      'From: Acme <no-reply@acme.com>',
      'Von: Acme <post@acme.de>',
      'De : Acme <ne-pas-repondre@acme.fr>',
    ]),
    pick([
      'Sent: Monday, November 23, 2026 2:30 PM',
      'Date: Mon, 23 Nov 2026 14:30:25 +0100',
      'Datum: 23.11.2026 14:30',
    ]),
    'To: ana@example.com',
    '',
    body,
    '',
    pick([
      'If this was not you, ignore this message.',
      'https://acme.com/help?id=' + digits(9),
      '© Acme, Inc.',
    ]),
  ].join('\n');
}

function codeMessage(texts: MessageTexts, length: number, random: Random): LabelledMessage {
  const { pick, digits, isChance } = random;
  const values = numbersOf(random);
  const code = digits(length);
  const zero = isChance(0.5) ? texts.zero : undefined;
  const sentence = fill(pick(texts.codes), { ...values, code: () => writeCode(code, random) });
  const beside = Array.from({ length: pick([0, 0, 1, 2]) }, () => fill(pick(texts.beside), values));
  const sentences = isChance(0.7) ? [sentence, ...beside] : [...beside, sentence];
  const body = inScript(layOut(sentences, random), zero);
  // Another number with as many digits makes it anybody's guess.
  const isClear = !isYear(code) && beside.every((text) => length > 5 || !/\d{4}/.test(text));
  if (isChance(0.08)) {
    const text = `${body}\n\n@acme.com #${code}`;
    return { text, length, code, isClear: true, shape: 'domain-bound' };
  }
  if (isChance(0.15))
    return {
      text: wholeMail(body, random),
      length,
      code,
      isClear: isClear && length > 4,
      shape: 'mail',
    };
  return { text: body, length, code, isClear, shape: 'code' };
}

/** The sentence with the code and, in the same message, an order or a room that looks like one. */
function twoNumbers(texts: MessageTexts, length: number, random: Random): LabelledMessage {
  const { pick, digits, isChance } = random;
  const values = { ...numbersOf(random), code: () => code, lone: () => digits(length) };
  const code = digits(length);
  const parts = [fill(pick(texts.codes), values), fill(pick(texts.others), values)];
  const text = layOut(isChance(0.5) ? parts : parts.toReversed(), random);
  return { text, length, code, isClear: false, shape: 'two numbers' };
}

function otherMessage(texts: MessageTexts, length: number, random: Random): LabelledMessage {
  const { pick, digits, isChance } = random;
  const values = {
    ...numbersOf(random),
    lone: () => (length === 4 && isChance(0.1) ? '2026' : digits(length)),
  };
  const sentences = [fill(pick(texts.others), values)];
  if (isChance(0.5)) sentences.push(fill(pick(texts.beside), values));
  if (isChance(0.5)) {
    const mention = pick(texts.mentions);
    if (isChance(0.5)) sentences.push(mention);
    else sentences.unshift(mention);
  }
  const body = inScript(layOut(sentences, random), isChance(0.5) ? texts.zero : undefined);
  const text = isChance(0.2) ? wholeMail(body, random) : body;
  return { text, length, code: null, isClear: false, shape: 'no code' };
}

/** Somebody else's code, of another length than usual: nothing to fill in. */
function foreignCode(texts: MessageTexts, random: Random): LabelledMessage {
  const [length, other] = [6, random.pick([4, 5, 7, 8])];
  const message = codeMessage(texts, other, random);
  return { ...message, length, code: null, isClear: false, shape: `code of ${other} digits` };
}

/**
 * @param count - How many.
 * @param seed - The same messages for the same seed.
 * @returns Messages in all languages of `messageTexts`, codes of 4 to 8 digits, most with a code.
 */
export function makeMessages(count: number, seed: number): LabelledMessage[] {
  const random = createRandom(seed);
  const languages = Object.values(messageTexts);
  return Array.from({ length: count }, () => {
    const texts = random.pick(languages);
    const length = random.pick([4, 5, 6, 6, 6, 6, 7, 8]);
    const chance = random.below(100);
    if (chance < 65) return codeMessage(texts, length, random);
    if (chance < 75) return twoNumbers(texts, length, random);
    if (chance < 92) return otherMessage(texts, length, random);
    return foreignCode(texts, random);
  });
}

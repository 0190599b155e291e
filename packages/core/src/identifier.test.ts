import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifierText, parseIdentifier, type Connection } from './identifier.ts';

const both: Connection[] = ['email', 'sms'];
const email = (address: string) => ({ connection: 'email', email: address });
const sms = (phoneNumber: string) => ({ connection: 'sms', phoneNumber });

describe('email', () => {
  it('trims and lower-cases the domain of an email address, and keeps the local part as typed', () => {
    expect(parseIdentifier('  Ada.Lovelace@Example.COM \n')).toEqual(
      email('Ada.Lovelace@example.com'),
    );
  });

  it.each([
    ['no-break spaces', '\u00A0ada@example.com\u202F'],
    ['a zero-width space', '\u200Bada@example.com'],
    ['bidi marks', '\u2068ada@example.com\u2069\u200F'],
    ['an invisible character inside', 'ada@exam\u00ADple.com'],
    ['mailto:', 'mailto:ada@example.com'],
    ['mailto: with a subject', 'MAILTO:ada@example.com?subject=Hi&cc=bob@example.com'],
    ['mailto: with a body of two lines', 'mailto:ada@example.com?body=Hi\nAda'],
    ['angle brackets', '<ada@example.com>'],
    ['angle brackets and a name', 'Ada Lovelace <ada@example.com>'],
    ['a quoted name with an @', '"Ada @ work" <mailto:ada@example.com>'],
    ['angle brackets and blanks', '< ada@example.com >'],
  ])('removes %s that came with copying', (_, text) => {
    expect(parseIdentifier(text)).toEqual(email('ada@example.com'));
  });

  it.each([
    'ada+test@example.com',
    "o'hara@example.com",
    'a@b.co',
    'ada_l-1@mail.example.co.uk',
    'ada!#$%&*/=?^`{|}~@example.com',
    'ада@пример.рф',
    '阿达@例子.中国',
    'ada@xn--e1afmkfd.xn--p1ai',
    'ada@1.example.com',
    'a..b@docomo.ne.jp',
    `${'a'.repeat(64)}@example.com`,
  ])('accepts %s as typed', (text) => {
    expect(parseIdentifier(text)).toEqual(email(text));
  });

  it.each([
    '',
    'ada',
    'ada@',
    '@example.com',
    'ada@example',
    'ada@localhost',
    'ada@@example.com',
    'ada@bob@example.com',
    'ada lovelace@example.com',
    'ada\u0000@example.com',
    'ada@exam ple.com',
    'ada@.example.com',
    'ada@example.com.',
    'ada@example..com',
    'ada@example.c',
    'ada@192.168.0.10',
    'ada@[192.168.0.1]',
    'ada@example.com,',
    'ada@example.com/login',
    'ada@example.com, bob@example.com',
    '"ada"@example.com',
    'mailto:',
    'mailto:example.com?cc=ada@example.com',
    'mailto:mailto:ada@example.com',
    '<>',
    `${'a'.repeat(65)}@example.com`,
    `ada@${'a'.repeat(64)}.com`,
    `ada@${'a.'.repeat(130)}com`,
  ])('rejects %j', (text) => {
    expect(parseIdentifier(text)).toBeNull();
    expect(parseIdentifier(text, both)).toBeNull();
  });
});

describe('phone number', () => {
  it('accepts an E.164 phone number and rejects one without a country code', () => {
    expect(parseIdentifier('+14155550100', ['sms'])).toEqual(sms('+14155550100'));
    expect(parseIdentifier('4155550100', ['sms'])).toBeNull();
    expect(parseIdentifier('(415) 555-0100', ['sms'])).toBeNull();
    expect(parseIdentifier('020 7946 0958', ['sms'])).toBeNull();
  });

  it.each([
    '+1 415 555 0100',
    '+1 (415) 555-0100',
    '+1.415.555.0100',
    '+1-415-555-0100',
    '+1\u2011415\u2011555\u20110100',
    '+1 415/555 0100',
    '+1\u00A0415\u202F555 0100\n',
    '001 415 555 0100',
    '00 1 415 555 0100',
    '(+1) 415 555 0100',
    'tel:+1-415-555-0100',
    '<tel:+14155550100>',
    '\u202A+1 415 555 0100\u202C',
    '+١٤١٥٥٥٥٠١٠٠',
    '۰۰۱۴۱۵۵۵۵۰۱۰۰',
    '＋１　４１５－５５５－０１００',
  ])('reads %j as +14155550100', (text) => {
    expect(parseIdentifier(text, ['sms'])).toEqual(sms('+14155550100'));
  });

  it('drops a zero in parentheses, which is dialled inside the country only', () => {
    expect(parseIdentifier('+44 (0)20 7946 0958', ['sms'])).toEqual(sms('+442079460958'));
    expect(parseIdentifier('0049(0)30 123456', ['sms'])).toEqual(sms('+4930123456'));
  });

  it.each([
    '',
    '+',
    '+1',
    '+123456',
    '+1234567890123456',
    '+0 415 555 0100',
    '++14155550100',
    '1+4155550100',
    '+1 415 555 01OO',
    '+1 800 FLOWERS',
    '+1 415 555 0100 ext 5',
    '+1 415 555 0100;ext=5',
    '00',
    'tel:',
  ])('rejects %j', (text) => {
    expect(parseIdentifier(text, ['sms'])).toBeNull();
    expect(parseIdentifier(text, both)).toBeNull();
  });

  it('accepts from 7 digits, country code included, up to the 15 of E.164', () => {
    expect(parseIdentifier('+683 4000', ['sms'])).toEqual(sms('+6834000'));
    expect(parseIdentifier('+123456789012345', ['sms'])).toEqual(sms('+123456789012345'));
  });
});

describe('connections', () => {
  it('names the connection it chose for the identifier', () => {
    expect(parseIdentifier('ada@example.com', both)?.connection).toBe('email');
    expect(parseIdentifier('+1 415 555 0100', both)?.connection).toBe('sms');
    expect(parseIdentifier('+14155550100@example.com', both)?.connection).toBe('email');
  });

  it('accepts only what is listed, and by default only email', () => {
    expect(parseIdentifier('+14155550100')).toBeNull();
    expect(parseIdentifier('+14155550100', ['email'])).toBeNull();
    expect(parseIdentifier('ada@example.com', ['sms'])).toBeNull();
    expect(parseIdentifier('ada@example.com', [])).toBeNull();
  });
});

describe('identifierText', () => {
  it('gives the address or the number alone', () => {
    expect(identifierText({ connection: 'email', email: 'ada@example.com' })).toBe(
      'ada@example.com',
    );
    expect(identifierText({ connection: 'sms', phoneNumber: '+14155550100' })).toBe('+14155550100');
  });
});

describe('properties', () => {
  const addressLike = fc
    .tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), fc.domain())
    .map(([local, label, domain]) => `${local}@${label}${domain}`);
  const numberLike = fc.string({
    unit: fc.constantFrom(...Array.from('+0123456789٣９ ()-./<>:＋')),
  });
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.emailAddress(),
    addressLike,
    numberLike,
    numberLike.map((digits) => `+1${digits}`),
  );

  it('reading an identifier again gives the same one', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const identifier = parseIdentifier(text, both);
        const again = identifier && parseIdentifier(identifierText(identifier), both);
        expect(again).toEqual(identifier);
      }),
      { numRuns: 2000 },
    );
  });

  it('any text gives an identifier in the form Auth0 takes, or null; nothing throws', () => {
    const form = /^(?:\+[1-9][0-9]{1,14}|(?=.{6,254}$)[^\s@]+@[^\s@]+\.[^\s@.]+)$/;
    fc.assert(
      fc.property(anyText, (text) => {
        const identifier = parseIdentifier(text, both);
        expect(identifier ? identifierText(identifier) : '+10').toMatch(form);
      }),
      { numRuns: 2000 },
    );
  });

  it('accepts every ordinary address', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9]+([.+_-][a-z0-9]+)*$/),
        fc.domain({ size: 'small' }),
        (local, domain) => {
          fc.pre(local.length <= 64);
          expect(parseIdentifier(`${local}@${domain}`)).toEqual(email(`${local}@${domain}`));
        },
      ),
    );
  });

  it.each(['a', '@', '.', 'a.', 'a@', '<', '<a', '(0)', ' ', '+1', 'mailto:'])(
    'takes linear time over 100 kB of %j',
    (unit) => {
      const long = unit.repeat(100_000 / unit.length);
      expect(parseIdentifier(long, both)).toBeNull();
      expect(parseIdentifier(`a@${long}!`, both)).toBeNull();
    },
  );
});

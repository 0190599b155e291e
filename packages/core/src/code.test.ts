import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCode } from './code.ts';
import { toAsciiDigits } from './typedCode.ts';

const code = (digits: string) => ({ kind: 'code', code: digits });

/** Every decimal digit of Unicode, ten to a script: found by counting, not by the walk that code.ts does. */
const scripts: string[][] = [];
for (let codePoint = 0, digits: string[] = []; codePoint <= 0x10_ff_ff; codePoint += 1) {
  const character = String.fromCodePoint(codePoint);
  if (!/\p{Nd}/u.test(character)) continue;
  digits.push(character);
  if (digits.length === 10) {
    scripts.push(digits);
    digits = [];
  }
}

const digitsOf = (count: number) =>
  fc.stringMatching(new RegExp(`^[0-9]{${count}}$`), { size: 'max' });
const write = (digits: string, alphabet: readonly string[]) =>
  digits.replace(/\d/g, (digit) => alphabet[Number(digit)] ?? digit);
/** Splits into groups of `size` and puts the joiners between them, in turn. */
const join = (digits: string, size: number, joiners: readonly string[]) =>
  (digits.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).reduce(
    (text, group, index) => `${text}${joiners[index % joiners.length] ?? ''}${group}`,
  );

describe('text that is the code and nothing else', () => {
  it.each([
    ['plain', '123456'],
    ['a space', '123 456'],
    ['a hyphen', '123-456'],
    ['an en dash', '123–456'],
    ['an em dash', '123—456'],
    ['a non-breaking hyphen', '123\u2011456'],
    ['a minus sign', '123−456'],
    ['a spaced dash', '123 – 456'],
    ['a no-break space', '123\u00A0456'],
    ['a narrow no-break space', '123\u202F456'],
    ['a thin space', '123\u2009456'],
    ['a trailing newline', '123456\n'],
    ['a Windows newline inside', '123\r\n456'],
    ['a tab', '\t123456'],
    ['a zero-width space in front', '\u200B123456'],
    ['a zero-width space inside', '123\u200B456'],
    ['bidi marks around', '\u2067123456\u2069\u200E'],
    ['a byte order mark', '\uFEFF123456'],
    ['a soft hyphen', '123\u00AD456'],
    ['digit by digit', '1 2 3 4 5 6'],
    ['pairs', '12 34 56'],
    ['uneven groups', '1234 56'],
    ['Arabic-Indic digits', '١٢٣٤٥٦'],
    ['Persian digits', '۱۲۳۴۵۶'],
    ['Devanagari digits', '१२३४५६'],
    ['Bengali digits', '১২৩৪৫৬'],
    ['Thai digits', '๑๒๓๔๕๖'],
    ['full-width digits', '１２３４５６'],
    ['full-width digits and blank', '１２３　４５６'],
    ['mathematical digits of five alphabets', '𝟏𝟚𝟥𝟰𝟻𝟔'],
    ['two scripts', '١٢٣456'],
    ['the same code twice', '123456 123456'],
    ['the same code on two lines', '123456\n123456'],
  ])('gives 123456 from one written with %s', (_, text) => {
    expect(parseCode(text)).toEqual(code('123456'));
  });

  it.each([
    ['', ''],
    ['  \n', ''],
    ['\u200B', ''],
    ['-', ''],
    ['1', '1'],
    ['12', '12'],
    ['123 4', '1234'],
    ['123-45', '12345'],
    ['١٢٣', '123'],
    ['2026', '2026'],
  ])('reports %j as an incomplete code instead of padding it', (text, digits) => {
    expect(parseCode(text)).toEqual({ kind: 'incomplete', digits });
  });

  it.each(['1234567', '123456 7', '123456\n7', '123456 -- 7', '12345 67', '123456123456'])(
    'does not cut %j short',
    (text) => {
      expect(parseCode(text)).toEqual({ kind: 'ambiguous' });
    },
  );

  it.each(['123456 654321', '123456\n654321', '123456-654321'])(
    'does not choose between the two codes of %j',
    (text) => {
      expect(parseCode(text)).toEqual({ kind: 'ambiguous' });
    },
  );

  // Nobody types a code in these shapes, and a date or a bank's sort code is copied in them.
  it.each([
    ['20-11-26', 6],
    ['12-34-56', 6],
    ['20–11–26', 6],
    ['2026-11', 6],
    ['11-2026', 6],
    ['2026-11-23', 8],
    ['23-11-2026', 8],
  ])('takes %j for a date even though it has %i digits', (text, length) => {
    expect(parseCode(text, { length })).toEqual({ kind: 'ambiguous' });
  });

  it('keeps a code whose digits happen to read as a date or a year', () => {
    expect(parseCode('202611')).toEqual(code('202611'));
    expect(parseCode('20261123', { length: 8 })).toEqual(code('20261123'));
    expect(parseCode('2026', { length: 4 })).toEqual(code('2026'));
    expect(parseCode('12-34', { length: 4 })).toEqual(code('1234'));
  });

  it.each(['abc', '12a456', '12345O', '12.34', '123.456', '½', '①②③④⑤⑥', 'x'])(
    'finds no code in %j, which is not made of digits only',
    (text) => {
      expect(parseCode(text)).toEqual({ kind: 'notFound' });
    },
  );
});

describe('a domain-bound last line', () => {
  it.each([
    'Your Acme code is 123456.\n\n@acme.com #123456',
    'Order 482913 shipped; your code is below.\n@acme.com #123456',
    'Order 482913, card 765432, code 111222\n\n@acme.com #123456\n',
    '482913 is your code\n@acme.com #123456 @login.acme.com',
    // A single-line field turns the newline of a pasted message into a blank.
    'Your code is below, not 482913. @acme.com #123456',
    '@acme.com #١٢٣٤٥٦',
    '@xn--80ak6aa92e.com #123456',
  ])('wins over every other number: %j', (text) => {
    expect(parseCode(text)).toEqual(code('123456'));
  });

  it('wins also when its code has another length or is not made of digits', () => {
    expect(parseCode('482913 is not it\n@acme.com #12345678')).toEqual({ kind: 'ambiguous' });
    expect(parseCode('482913 is not it\n@acme.com #A1B2C3')).toEqual({ kind: 'notFound' });
    expect(parseCode('482913 is not it\n@acme.com #1234')).toEqual({
      kind: 'incomplete',
      digits: '1234',
    });
  });

  it('holds a code that looks like a year', () => {
    expect(parseCode('Acme 1999\n@acme.com #2024', { length: 4 })).toEqual(code('2024'));
  });

  it('is not a mention of somebody, an e-mail address or a line in the middle', () => {
    expect(parseCode('Code 123456. Follow @acme #482913')).toEqual(code('123456'));
    expect(parseCode('Code 123456. Write to help@acme.com #482913')).toEqual(code('123456'));
    expect(parseCode('@acme.com #482913\nis old. Your code is 123456')).toEqual(code('123456'));
  });
});

describe('a message', () => {
  it.each([
    // What an OTP field is given most often.
    'Your verification code is 482913',
    'Your verification code is: 482913.',
    '482913 is your Acme verification code.',
    'G-482913 is your Google verification code.',
    'ABC-482913',
    'Use code 482 913 to sign in.',
    'Use code 482-913 to sign in.',
    'Your code: 4 8 2 9 1 3',
    '*482913* is your verification code. For your security, do not share this code.',
    '<#> 482913 is your Acme code\nFA+9qCX9VSu',
    'Your OTP is 482913.Do not share it with anyone.',
    'Code:482913',
    '“482913” is your code',
    '<p>Your code: <strong>482913</strong></p>',
    '482913\n\nThis code expires in 10 minutes.\n1 Market Street, San Francisco, CA 94105',
    'YOUR CODE IS 482913 DO NOT SHARE IT',
    'Code 482913 (valid 5 min)',
    '482913 — Acme code',
    'Use code 482913 to sign in. Again: 482913.',
    'Your code is 482913, or click https://acme.com/verify?code=482913',
    // Beside dates, times and years.
    '2026-11-23 Acme: 482913 is your code',
    'Code 482913, valid until 23.11.2026 14:30',
    'Use code 482913 before 2026-11-23',
    'Use code 482913 before 2026-11-23T14:30:25Z',
    'Acme 2024 code: 482 913',
    '[14:30, 23/11/2026] Acme: 482913 is your code',
    'Nov 23, 2026 at 2:30 PM - Acme code 482913',
    'Requested 20-11-26. Code 482913',
    '© 2026 Acme Inc. Code 482913',
    // Beside prices, orders, phones, cards and addresses.
    '£100.50 paid. Code: 482 913',
    'Pay $1,234.56 with code 482913',
    'Confirm € 123456 with code 482913',
    'Confirm 123 456 € with code 482913',
    'Überweisung von 12.345,67 EUR: TAN-Code 482913',
    'order 2024-118 code 482913',
    'Order #1234567 is on hold. Code 482913',
    'Order #123456 is on hold. Code 482913',
    'Order # 123456 is on hold. Code 482913',
    'Ticket INV123456: your code is 482913',
    'Ticket 123456/2026: your code is 482913',
    'Your code is 482913. Questions? +1 415 555 0100',
    'Your code is 482913. Questions? (415) 555-0100',
    'Ihr Code: 482913. Hilfe: (030) 123456 oder 0 30 / 12 34 56',
    'Code 482913. Helpline +49 (30) 123456',
    'Card 411111******1111: code 482913',
    'Card **** 1234: code 482913',
    'Sort code 12-34-56, sign-in code 482913',
    'Write to 123456@qq.com or see https://acme.com/123456 or acme.com/c/123456. Code 482913',
    'Sign in at https://acme.com/v/a/123456 with code 482913',
    'From 192.168.0.123456: code 482913, 99% safe, v1.2.345678',
    'Request 550e8400-e29b-41d4-a716-446655440000: code 482913',
    'Colour #123456, code 482913',
    // In other languages and scripts.
    '您的验证码是482913，5分钟内有效。请勿泄露。',
    '【Acme】验证码：482913，2026年11月23日14:30前有效',
    '認証コード：482913（有効期限10分）お問い合わせ 03-1234-5678',
    '認証コードは４８２９１３です。〒100-0001',
    '[Web발신]\n[아크메] 인증번호 [482913]를 입력해주세요. 문의 1588-1234',
    '인증번호는 482913입니다',
    'رمز التحقق الخاص بك هو ٤٨٢٩١٣ صالح لمدة ٥ دقائق',
    'رمز ٤٨٢٩١٣ لدفع ١٢٣٤٥٦٫٧٨ ﷼ بتاريخ ٢٠٢٦/١١/٢٣',
    'کد تایید شما: ۴۸۲۹۱۳\nتاریخ ۱۴۰۵/۰۹/۰۲ ساعت ۱۴:۳۰',
    'आपका OTP ४८२९१३ है। ₹१,२३४.५० का भुगतान',
    'รหัสยืนยันของคุณคือ ๔๘๒๙๑๓ ใช้ได้ถึง 14:30 น.',
    'รหัส482913ใช้ได้ 5 นาที',
    'Ваш код подтверждения: 482913. Никому не сообщайте. Тел. 8 800 555-35-35',
    'Doğrulama kodunuz 482913. 482913’ü kimseyle paylaşmayın. 5 dk geçerli.',
    'Votre code : 482 913. Valable jusqu’au 23/11/2026 à 14h30.',
    'Su código es 482913. Importe: 1.234,56 €. Tel. 900 123 456',
    'Seu código é 482913. Total R$ 1.234,56 em 23/11',
    'Kod: 482913. Kwota 1 234,56 zł. Infolinia 22 123 45 67',
  ])('gives 482913 from %j', (text) => {
    expect(parseCode(text)).toEqual(code('482913'));
  });

  it.each([
    // Not one number of six digits.
    'Your code is below',
    'Your code is 48291',
    'Your code is 4829135',
    'Your code is 48291 3',
    'Your code is 4829 13 minutes',
    'Meet at 14:30:25 on 2026-11-23',
    'Order #1234567 shipped on 23.11.2026',
    'Call +1 415 555 0100 or (415) 555-0100 or 415-555-0100',
    'Call +123456 or (030) 123456 or 030 123456',
    'Total 12.345,67 or $1,234.56 or 123456,50 or 123,456',
    'Total €123456 or $ 123456 or 123 456 € or ¥123456',
    // Six digits that belong to something else.
    'code482913',
    '482913abc',
    '482913-AB',
    'order-482913',
    'INVOICE-482913',
    'A1B-482913',
    'Order #482913',
    '№ 482913',
    'https://acme.com/482913',
    '123 https://acme.com/482913 456',
    '482913@qq.com',
    '482913.example.com',
    'ada.482913@example.com',
    '482913/2026',
    '48.29.13',
    '48/29/13',
    '48:29:13',
    '482,913',
    '482.913',
    'Version 4.8.2913',
    'Card 482913******1111',
    '482913% off',
    // Six digits in pairs: dates, phone numbers, sort codes.
    'Due 20-11-26',
    'Due 2026-11',
    'Sort code 12-34-56',
    'Tel. 12 34 56',
  ])('finds no code in %j', (text) => {
    expect(parseCode(text)).toEqual({ kind: 'notFound' });
  });

  it.each([
    'Order 123456, code 482913',
    'Old code: 123456. New code: 482913.',
    'G-123456 or ABC-482913',
    '123456 (not 482913)',
    'Pages 120-135, code 482913',
    '验证码123456，订单482913',
    '١٢٣٤٥٦ أو ٤٨٢٩١٣',
  ])('does not choose between the two numbers of %j', (text) => {
    expect(parseCode(text)).toEqual({ kind: 'ambiguous' });
  });

  it.each([
    'Order 482913',
    'Your order 482913 has shipped.',
    'Room 482913',
    'Use 482913 to sign in',
    '482913 — Acme',
    'Ihre Bestellung 482913 wurde versandt.',
    'Votre commande 482913 est en route.',
    'Ваш заказ 482913 передан в доставку.',
    '您的订单482913已发货',
    'ご注文番号482913の商品を発送しました',
    '주문번호 482913 배송이 시작되었습니다',
    'تم شحن طلبك رقم ٤٨٢٩١٣',
    'आपका ऑर्डर ४८२९१३ भेज दिया गया है',
  ])('does not take the number of %j for a code, because nothing says it is one', (text) => {
    expect(parseCode(text)).toEqual({ kind: 'ambiguous' });
  });

  it.each([
    'Ο κωδικός σας είναι 482913.',
    'Mã xác thực của bạn là 482913',
    'קוד האימות שלך: 482913',
    'আপনার কোড ৪৮২৯১৩।',
    'Your PIN: 482913',
    'TAN 482913',
    'Ihr Einmalpasswort lautet 482913',
    '確認コード: 482913',
    'Your order code is on its way. Verification code: 482913',
  ])('finds the code in %j', (text) => {
    expect(parseCode(text)).toEqual(code('482913'));
  });

  it.each([
    'Our postal code is 482913.',
    'Delivery to PIN code 482913 today',
    'Use promo code 482913 at the checkout',
    'Discount code: 482913',
    'Your booking code 482913 is confirmed',
    'Reference code 482913',
    'Error code 482913',
    'Ihr Gutscheincode: 482913',
    'Rabattcode 482913 gilt bis Freitag',
    'Fehlercode 482913',
    'Le code postal est 482913',
    'Votre code promo : 482913',
    'El código postal es 482913',
    'Código de descuento 482913',
    'Codice sconto 482913',
    'Kod pocztowy 482913',
    'Ваш промокод 482913',
    'Почтовый код 482913',
    '予約コードは482913です',
    '您的优惠码482913',
    '邮政编码482913',
    'आपका पिन कोड ४८२९१३',
    'کد تخفیف ۴۸۲۹۱۳',
  ])('does not take the code of another kind in %j', (text) => {
    expect(parseCode(text)).toEqual({ kind: 'ambiguous' });
  });

  // A code is often spoken of where an order has a number.
  it.each([
    'Your order 583920 is confirmed. Use the code at pickup.',
    'Use 583920 as your reference. Never share your code with anyone.',
    'Enter 583920 at the gate. Your login code follows.',
    '583920 is the number of the locker that opens with your code.',
    'Order no. 583920. Enter your code on the website to track it.',
    'Ticket 481516: your code was sent to your phone',
    'Your verification code was sent to the phone ending in 4455. Reference 883311.',
    'Customer 123456, your code has been reset.',
    'Account number 123456: a login code was requested',
    'Your balance is 123456. Reply with code to confirm',
    'Your parcel 482913 will arrive. Show this code to the driver.',
    'Paket 482913: Code dem Fahrer zeigen',
    'Заказ 482913 готов. Код получения в приложении.',
    'Su pedido 482913 está listo. Muestre el código.',
    'Votre commande 482913 est prête. Montrez le code.',
    '您的订单482913已发货，请凭验证码取件',
    'ご注文482913を発送しました。コードを提示してください',
    'Meeting ID 482913 passcode: hidden',
    'Case 482913 opened. Do not share your code with anyone.',
    'Your application 482913 was received. We never ask for your code.',
    'Order number\n583920\nShow your code to the driver',
    'Text your code to 583920',
    'Send the code to 583920 to vote',
    'Your code is required. Balance: 583920',
    'Your verification code expires in 10 minutes. Ticket: 583920',
    'Ihre Kundennummer ist 583920, Ihr Code kommt gleich',
    'Il tuo numero cliente è 583920; il codice arriva via SMS',
    'Twój numer zamówienia to 583920. Kod wyślemy SMS-em.',
    'Ваш номер заказа 583920, код придёт в SMS',
    '订单号583920，验证码稍后发送',
    '注文番号583920。認証コードは別途お送りします',
    '주문번호 583920, 인증번호는 곧 발송됩니다',
    'رقم الطلب 583920. سيصلك رمز التحقق قريبا',
    'Sipariş numaranız 583920, kodunuz birazdan gelecek',
    'Your account 583920 needs a code to sign in',
    'Gate 583920 opens with the code in your mail',
    'OTP requested for loan 583920. If not you, call us.',
    '583920 points expire soon. Redeem with your code',
    '583920 is your order number, the code comes later',
  ])('does not take the number of %j for the code that it speaks of', (text) => {
    expect(parseCode(text)).toEqual({ kind: 'ambiguous' });
  });

  it.each([
    '583920 is your Facebook confirmation code',
    'Use 583920 as your Acme login code',
    '[#][Acme] Your verification code is 583920',
    'Il codice di accesso è: 583920',
    '583920 – votre code de connexion',
    'Login-Code: 583920 (gültig bis 12:30)',
    '583920 为您的登录验证码，请于5分钟内填写',
    '【淘宝】您的验证码为 583920，如非本人操作请忽略',
    '認証コード\n583920\nこのコードを入力してください',
    'Код подтверждения — 583920',
    '583920 - ваш код для входа',
    'رمز التفعيل: 583920',
    'קוד: 583920',
    'Kodunuz: 583920',
    'Din kod är 583920',
    'Din kode er 583920',
    'Koodisi on 583920',
    'Váš kód je 583920',
    'Az Ön kódja: 583920',
    'Vaš kod je 583920',
    'Kode verifikasi Anda adalah 583920',
    'Ο κωδικός σου: 583920',
    'Your code is <b>583920</b>',
    'Code: **583920**',
    'Your one time passcode for Acme is 583920 and is valid for 5 minutes',
    'Your code - 583920',
    'Hello! 583920 is your code',
    'Dear customer, 583920 is your OTP for login',
    'Your verification code\nfor Acme is 583920',
  ])('gives 583920 from %j', (text) => {
    expect(parseCode(text)).toEqual(code('583920'));
  });

  it('takes a bold code, however many asterisks make it so', () => {
    expect(parseCode('Your code: **482913**')).toEqual(code('482913'));
    expect(parseCode('*482 913* is your code')).toEqual(code('482913'));
  });

  it('does not join a time with the number after it', () => {
    expect(parseCode('23.11.2026 14:30 482913 is your code')).toEqual(code('482913'));
  });

  it('does not join numbers across lines or table cells', () => {
    expect(parseCode('Code\t482\t913')).toEqual({ kind: 'notFound' });
    expect(parseCode('Code\n482\n913')).toEqual({ kind: 'notFound' });
    expect(parseCode('Code\n482913\n2026 Acme')).toEqual(code('482913'));
  });
});

describe('option: length', () => {
  it.each([
    [4, 'Your code is 4829, valid 10 min'],
    [5, 'FB-48291 is your code'],
    [7, 'Your code is 4829135'],
    [8, 'Your code is 4829 1357'],
    [8, '4829–1357'],
    [9, 'Your code is 482-913-570'],
    [10, 'Your code is 4829135706 (order 123456)'],
  ])('finds %i digits in %j', (length, text) => {
    expect(parseCode(text, { length })).toMatchObject({
      kind: 'code',
      code: expect.stringMatching(new RegExp(`^4829\\d{${length - 4}}$`)),
    });
  });

  it('is 6 when undefined', () => {
    expect(parseCode('123456', { length: undefined })).toEqual(code('123456'));
  });

  it('of 4 never takes a year out of a message for the code', () => {
    expect(parseCode('Acme 2026: 123456 is your code', { length: 4 }).kind).toBe('ambiguous');
    expect(parseCode('© 2026 Acme. Your code is 4829', { length: 4 }).kind).toBe('ambiguous');
    expect(parseCode('On 23.11.2026 at 14:30: code 4829', { length: 4 })).toEqual(code('4829'));
  });
});

describe('toAsciiDigits', () => {
  it('gives each digit of every Unicode script its value', () => {
    expect(scripts.length).toBeGreaterThan(60);
    for (const digits of scripts) expect(toAsciiDigits(digits.join(''))).toBe('0123456789');
  });

  it('leaves everything else alone', () => {
    expect(toAsciiDigits('a-1 ½ ² ① Ⅳ 😀')).toBe('a-1 ½ ² ① Ⅳ 😀');
  });
});

describe('properties', () => {
  const script = fc.constantFrom(...scripts);
  const length = fc.integer({ min: 4, max: 12 });
  const blanks = [' ', '\u00A0', '\u2009', '\u202F', '\u3000'];
  const dashes = ['-', '‐', '‑', '–', '—', '−', '－'];
  const invisible = ['', '\u200B', '\u200D', '\u2060', '\uFEFF', '\u200E', '\u2068'];
  const joiner = fc.constantFrom(...blanks, ...dashes, ...invisible);
  const codeOfLength = length.chain((count) => fc.record({ digits: digitsOf(count) }));

  it('a code on its own comes back, whatever its script, grouping and joiners', () => {
    const anyJoiner = fc.oneof(joiner, fc.constantFrom('\n', '\r\n', '\t', ' - ', '  '));
    fc.assert(
      fc.property(
        codeOfLength,
        script,
        // Odd sizes only: groups of two and four make the shapes of dates.
        fc.constantFrom(1, 3, 5, 7, 12),
        fc.array(anyJoiner, { minLength: 1, maxLength: 11 }),
        ({ digits }, alphabet, size, joiners) => {
          const text = write(join(digits, size, joiners), alphabet);
          expect(parseCode(text, { length: digits.length })).toEqual(code(digits));
        },
      ),
    );
  });

  it('a code in a sentence comes back, in one piece or in equal groups', () => {
    fc.assert(
      fc.property(
        codeOfLength,
        script,
        fc.constantFrom(1, 3, 4, 5, 6, 12),
        joiner,
        fc.constantFrom(
          'Your code is %.',
          '您的验证码是%，请勿泄露',
          '[23.11.26] Code: %\nAcme',
          '(%)',
          'G-%',
        ),
        ({ digits }, alphabet, size, glue, sentence) => {
          fc.pre(digits.length % size === 0 && !/^(19|20)..$/.test(digits));
          const text = sentence.replace('%', write(join(digits, size, [glue]), alphabet));
          expect(parseCode(text, { length: digits.length })).toEqual(code(digits));
        },
      ),
    );
  });

  it('a code among random words comes back when one of them calls it so, and not otherwise', () => {
    const words = fc.array(fc.stringMatching(/^[befglmuvwxy]{1,9}$/), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(
        words,
        words,
        codeOfLength,
        fc.constantFrom('code', 'Código', 'KOD', 'otp', 'Код', 'รหัส', '验证码', 'رمز'),
        (before, after, { digits }, word) => {
          fc.pre(!/^(19|20)..$/.test(digits));
          const parse = (...texts: string[]) =>
            parseCode(texts.join(' '), { length: digits.length });
          expect(parse(...before, word, digits, ...after)).toEqual(code(digits));
          expect(parse(`${word}:`, digits, ...after)).toEqual(code(digits));
          expect(parse(digits, 'is', 'my', word, ...after)).toEqual(code(digits));
          expect(parse(...before, digits, ...after).kind).toBe('ambiguous');
          expect(parse(...before, digits, ...after, word).kind).toBe('ambiguous');
          expect(parse(word, ...before, digits, ...after).kind).toBe('ambiguous');
        },
      ),
    );
  });

  it('typing a code key by key is incomplete until the last digit', () => {
    fc.assert(
      fc.property(codeOfLength, script, joiner, ({ digits }, alphabet, glue) => {
        for (let count = 1; count < digits.length; count += 1) {
          const typed = digits.slice(0, count);
          const text = write(join(typed, 3, [glue]), alphabet);
          expect(parseCode(text, { length: digits.length })).toEqual({
            kind: 'incomplete',
            digits: typed,
          });
        }
      }),
    );
  });

  it('a text with two different codes never gives one', () => {
    const between = fc.constantFrom(
      ' ',
      ', ',
      '\n',
      ' or ',
      '. Order ',
      '-',
      ' - ',
      '،',
      '；',
      '/',
    );
    const words = fc.stringMatching(/^([a-z]+ )*$/);
    fc.assert(
      fc.property(
        length.chain((count) => fc.tuple(digitsOf(count), digitsOf(count))),
        fc.tuple(script, script),
        between,
        words,
        ([one, two], [first, second], separator, start) => {
          fc.pre(one !== two);
          const text = `${start}${write(one, first)}${separator}${write(two, second)}`;
          expect(parseCode(text, { length: one.length }).kind).not.toBe('code');
        },
      ),
    );
  });

  it('any text gives ASCII digits that stand in it in this order, or no code; nothing throws', () => {
    const anything = fc.string({ unit: 'binary', size: 'medium' });
    const numberish = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789٣９-–. ,:/+#@()€$\n\u200BaG*')),
      size: 'medium',
    });
    fc.assert(
      fc.property(
        fc.oneof(anything, numberish),
        fc.integer({ min: 4, max: 40 }),
        (text, wanted) => {
          const parsed = parseCode(text, { length: wanted });
          const found = parsed.kind === 'code' ? parsed.code : '0'.repeat(wanted);
          const soFar = parsed.kind === 'incomplete' ? parsed.digits : '';
          expect(found).toMatch(new RegExp(`^[0-9]{${wanted}}$`));
          expect(soFar).toMatch(new RegExp(`^[0-9]{0,${wanted - 1}}$`));
          expect(toAsciiDigits(text).replace(/\D/g, '')).toContain(
            parsed.kind === 'code' ? found : soFar,
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});

// A regular expression that backtracks takes minutes over these, and the test runner gives up.
it.each([
  '1',
  'a',
  '1a',
  '1-',
  '1 - ',
  ' @a.',
  '@a.a #',
  ' @a.a #1',
  '*1',
  '1,',
  '1) ',
  '𝟡',
  ':00',
  '1:00',
  '*',
  'a-',
  '\u200B',
])('takes linear time over 100 kB of %j', (unit) => {
  const long = unit.repeat(100_000 / unit.length);
  expect(parseCode(long).kind).not.toBe('code');
  expect(parseCode(`${long}!`).kind).not.toBe('code');
});

import { numbersIn } from './numbersIn.ts';
import type { Language } from './partMessages.ts';

const { count } = numbersIn('uk');
/** "з 6 цифр": after this preposition the form of the noun depends on the last digit only. */
const digits = (length: number) => count(length, { one: '# цифри', other: '# цифр' });
const sendNew = 'Надішліть новий код, щоб продовжити.';
const busy = 'Сервіс входу зараз не відповідає. Спробуйте ще раз за мить.';

/** Ukrainian, with the formal "ви". */
export const uk: Language = {
  locale: 'uk',
  direction: 'ltr',
  'identifier.title': 'Вхід',
  'identifier.email.label': 'Електронна адреса',
  'identifier.phone.label': 'Номер мобільного телефону',
  'identifier.either.label': 'Електронна адреса або номер мобільного телефону',
  'identifier.email.hint': ({ length }) =>
    `Ми надішлемо код із ${digits(length)} електронною поштою.`,
  'identifier.link.hint': () => 'Ми надішлемо посилання для входу електронною поштою.',
  'identifier.phone.hint': ({ length }) =>
    `Почніть номер із коду країни, наприклад +380. Ми надішлемо код із ${digits(length)}.`,
  'identifier.submit': 'Продовжити',
  'identifier.sending': 'Надсилаємо код…',
  'link.sending': 'Надсилаємо посилання…',
  'code.title.email': 'Перевірте пошту',
  'code.title.sms': 'Перевірте телефон',
  'code.sent': ({ length, identifier }) =>
    `Ми надіслали код із ${digits(length)} на ${identifier}.`,
  'code.sentNew': ({ time }) =>
    `Ми надіслали новий код о ${time}. Скористайтеся найновішим: попередні коди вже не діють.`,
  'code.sentAt': ({ identifier, time }) => `Ми надіслали код на ${identifier} о ${time}.`,
  'code.restored': ({ identifier }) =>
    `З поверненням. Введіть код, який ми надіслали на ${identifier}.`,
  'code.announced': ({ identifier }) => `Код надіслано на ${identifier}`,
  'code.label': 'Код підтвердження',
  'code.hint': ({ length, minutes }) =>
    `Він діє ${count(minutes, { one: '# хвилину', few: '# хвилини', other: '# хвилин' })}. Ми перевіримо його, щойно ви введете ${count(length, { one: '# цифру', few: 'всі # цифри', other: 'всі # цифр' })}.`,
  'code.expires': ({ time }) => `Цей код діє ще ${time}.`,
  'code.submit': 'Підтвердити',
  'code.checking': 'Перевіряємо…',
  'code.offline': 'Немає з’єднання. Ми перевіримо код, щойно воно відновиться.',
  'resend.ready': 'Надіслати новий код',
  'resend.link': 'Надіслати нове посилання',
  'resend.wait': ({ time }) => `Надіслати ще раз можна буде через ${time}`,
  'resend.now': 'Тепер можна надіслати ще раз.',
  'resend.offline': 'Надіслати ще раз можна буде, щойно відновиться з’єднання.',
  'help.email': ({ identifier }) =>
    `Нічого не надійшло? Перевірте теку зі спамом і чи правильна адреса ${identifier}.`,
  'help.sms': ({ identifier }) =>
    `Нічого не надійшло? Перевірте, чи правильний номер ${identifier}.`,
  'change.email': 'Вказати іншу адресу',
  'change.sms': 'Вказати інший номер',
  'instead.email': 'Отримати код електронною поштою',
  'instead.sms': 'Отримати код в SMS',
  'link.sent': ({ identifier }) =>
    `Ми надіслали посилання для входу на ${identifier}. Відкрийте його на цьому пристрої, у цьому браузері.`,
  'mfa.title': 'Ще один крок',
  online: 'З’єднання відновлено.',
  'elsewhere.title': 'Ви ввійшли в іншій вкладці',
  'elsewhere.continue': 'Продовжити',
  success: 'Ви ввійшли',
  'typo.suggestion': ({ address }) => `Можливо, ви мали на увазі ${address}?`,
  'typo.apply': 'Так, виправити',
  'typo.dismiss': 'Ні, залишити',
  'mail.open': ({ provider }) => `Відкрити ${provider}`,
  'mail.newTab': 'відкриється в новій вкладці',
  'phone.country': 'Країна або регіон',
  invalid_identifier: ({ kind }) =>
    kind === 'email'
      ? 'Введіть електронну адресу, наприклад name@example.com'
      : `Введіть ${kind === 'either' ? 'електронну адресу або ' : ''}номер мобільного телефону з кодом країни, наприклад +380 50 123 4567`,
  incomplete_code: ({ length }) =>
    count(length, {
      one: 'Введіть # цифру',
      few: 'Введіть усі # цифри',
      other: 'Введіть усі # цифр',
    }),
  ambiguous_code: ({ length }) => `Ми не знайшли в цьому тексті єдиного коду з ${digits(length)}.`,
  repeated_code: 'Ви вже пробували цей код. Перевірте найновіше повідомлення.',
  wrong_code: ({ triesLeft }) =>
    `Цей код неправильний. ${count(triesLeft, { one: 'Залишилася # спроба.', few: 'Залишилося # спроби.', other: 'Залишилося # спроб.' })}`,
  expired_code: `Термін дії цього коду минув. ${sendNew}`,
  too_many_attempts: `Забагато спроб із цим кодом. ${sendNew}`,
  rate_limited: ({ time }) =>
    time ? `Ви вже кілька разів просили код. Спробуйте ще раз через ${time}.` : busy,
  blocked:
    'Вхід призупинено задля вашої безпеки. Спробуйте пізніше або зверніться до служби підтримки.',
  signup_disabled: 'Тут не можна створити новий обліковий запис.',
  captcha_required: 'Підтвердьте, що ви людина, і спробуйте ще раз.',
  delivery_failed: 'Не вдалося надіслати код. Спробуйте ще раз.',
  mfa_required: 'Ще один крок',
  access_denied: 'З цим обліковим записом увійти не можна.',
  misconfigured: 'Вхід зараз недоступний.',
  offline: 'Немає з’єднання. Спробуйте ще раз, коли воно відновиться.',
  network: 'Не вдалося з’єднатися із сервісом входу. Перевірте з’єднання і спробуйте ще раз.',
  timeout: busy,
  aborted: '',
  provider_down: busy,
  unexpected_response: busy,
};

import { isolate } from './isolate.ts';
import { numbersIn } from './numbersIn.ts';
import type { Language } from './partMessages.ts';

const { number } = numbersIn('fa');
const sendNew = 'برای ادامه، کد تازه‌ای بفرستید.';
const busy = 'سرویس ورود در حال حاضر پاسخ نمی‌دهد. کمی بعد دوباره امتحان کنید.';

/** Persian, with the formal "شما". A noun after a number stays singular, so no text needs plural forms. */
export const fa: Language = {
  locale: 'fa',
  direction: 'rtl',
  'identifier.title': 'ورود',
  'identifier.email.label': 'نشانی ایمیل',
  'identifier.phone.label': 'شمارهٔ تلفن همراه',
  'identifier.either.label': 'نشانی ایمیل یا شمارهٔ تلفن همراه',
  'identifier.email.hint': ({ length }) => `یک کد ${number(length)} رقمی به ایمیل شما می‌فرستیم.`,
  'identifier.link.hint': () => 'یک پیوند ورود به ایمیل شما می‌فرستیم.',
  'identifier.phone.hint': ({ length }) =>
    `شماره را با کد کشور شروع کنید، مانند ${isolate('+98')}. یک کد ${number(length)} رقمی برای شما می‌فرستیم.`,
  'identifier.submit': 'ادامه',
  'identifier.sending': 'در حال فرستادن کد…',
  'link.sending': 'در حال فرستادن پیوند…',
  'code.title.email': 'ایمیل خود را ببینید',
  'code.title.sms': 'تلفن خود را ببینید',
  'code.sent': ({ length, identifier }) =>
    `یک کد ${number(length)} رقمی به ${isolate(identifier)} فرستادیم.`,
  'code.sentNew': ({ time }) =>
    `ساعت ${isolate(time)} کد تازه‌ای فرستادیم. از تازه‌ترین کد استفاده کنید؛ کدهای پیشین دیگر کار نمی‌کنند.`,
  'code.sentAt': ({ identifier, time }) =>
    `ساعت ${isolate(time)} کدی به ${isolate(identifier)} فرستادیم.`,
  'code.restored': ({ identifier }) =>
    `خوش برگشتید. کدی را که به ${isolate(identifier)} فرستادیم وارد کنید.`,
  'code.announced': ({ identifier }) => `کد به ${isolate(identifier)} فرستاده شد`,
  'code.label': 'کد تأیید',
  'code.hint': ({ length, minutes }) =>
    `تا ${number(minutes)} دقیقه کار می‌کند. همین که هر ${number(length)} رقم را وارد کنید، آن را بررسی می‌کنیم.`,
  'code.expires': ({ time }) => `زمان باقی‌ماندهٔ این کد: ${isolate(time)}.`,
  'code.submit': 'تأیید',
  'code.checking': 'در حال بررسی…',
  'code.offline': 'آفلاین هستید. وقتی دوباره آنلاین شدید، کد شما را بررسی می‌کنیم.',
  'resend.ready': 'فرستادن کد تازه',
  'resend.link': 'فرستادن پیوند تازه',
  'resend.wait': ({ time }) => `درخواست دوباره پس از ${isolate(time)} ممکن است`,
  'resend.now': 'اکنون می‌توانید دوباره درخواست کنید.',
  'resend.offline': 'وقتی دوباره آنلاین شدید، می‌توانید درخواست کنید.',
  'help.email': ({ identifier }) =>
    `نرسید؟ پوشهٔ هرزنامه را ببینید و مطمئن شوید که ${isolate(identifier)} درست است.`,
  'help.sms': ({ identifier }) => `نرسید؟ مطمئن شوید که ${isolate(identifier)} درست است.`,
  'change.email': 'استفاده از ایمیلی دیگر',
  'change.sms': 'استفاده از شماره‌ای دیگر',
  'instead.email': 'دریافت کد با ایمیل',
  'instead.sms': 'دریافت کد با پیامک',
  'link.sent': ({ identifier }) =>
    `یک پیوند ورود به ${isolate(identifier)} فرستادیم. آن را روی همین دستگاه، در همین مرورگر باز کنید.`,
  'mfa.title': 'یک گام دیگر',
  online: 'دوباره آنلاین هستید.',
  'elsewhere.title': 'در برگهٔ دیگری وارد شده‌اید',
  'elsewhere.continue': 'ادامه',
  success: 'وارد شدید',
  'typo.suggestion': ({ address }) => `آیا منظورتان ${isolate(address)} است؟`,
  'typo.apply': 'بله، تغییر بده',
  'typo.dismiss': 'نه، همین بماند',
  'mail.open': ({ provider }) => `باز کردن ${isolate(provider)}`,
  'mail.newTab': 'در برگهٔ تازه باز می‌شود',
  'phone.country': 'کشور یا منطقه',
  invalid_identifier: ({ kind }) =>
    kind === 'email'
      ? `یک نشانی ایمیل مانند ${isolate('name@example.com')} وارد کنید`
      : `${kind === 'either' ? 'یک نشانی ایمیل یا ' : ''}شمارهٔ تلفن همراه را با کد کشور، مانند ${isolate('+98 912 345 6789')}، وارد کنید`,
  incomplete_code: ({ length }) => `هر ${number(length)} رقم را وارد کنید`,
  ambiguous_code: ({ length }) => `در این متن یک کد ${number(length)} رقمی یگانه پیدا نکردیم.`,
  repeated_code: 'این کد را پیش‌تر امتحان کرده‌اید. تازه‌ترین پیام را ببینید.',
  wrong_code: ({ triesLeft }) =>
    `این کد درست نیست. ${number(triesLeft)} بار دیگر می‌توانید امتحان کنید.`,
  expired_code: `مهلت این کد تمام شده است. ${sendNew}`,
  too_many_attempts: `این کد بیش از اندازه امتحان شده است. ${sendNew}`,
  rate_limited: ({ time }) =>
    time ? `چند بار کد خواسته‌اید. پس از ${isolate(time)} دوباره امتحان کنید.` : busy,
  blocked:
    'ورود برای امنیت شما موقتاً متوقف شده است. بعداً دوباره امتحان کنید یا با پشتیبانی تماس بگیرید.',
  signup_disabled: 'در اینجا نمی‌توان حساب تازه‌ای ساخت.',
  captcha_required: 'تأیید کنید که ربات نیستید، سپس دوباره امتحان کنید.',
  delivery_failed: 'نتوانستیم کد را بفرستیم. دوباره امتحان کنید.',
  mfa_required: 'یک گام دیگر',
  access_denied: 'با این حساب نمی‌توانید وارد شوید.',
  misconfigured: 'ورود در حال حاضر در دسترس نیست.',
  offline: 'آفلاین هستید. وقتی دوباره آنلاین شدید، امتحان کنید.',
  network: 'نتوانستیم به سرویس ورود وصل شویم. اتصال خود را بررسی و دوباره امتحان کنید.',
  timeout: busy,
  aborted: '',
  provider_down: busy,
  unexpected_response: busy,
};

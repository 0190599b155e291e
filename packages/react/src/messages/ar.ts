import { isolate } from './isolate.ts';
import { numbersIn } from './numbersIn.ts';
import type { Language } from './partMessages.ts';

const { count } = numbersIn('ar');
/** After "من", "from": in the genitive. */
const digits = (length: number) =>
  count(length, { one: 'رقم واحد', two: 'رقمين', few: '# أرقام', other: '# رقمًا' });
const sendNew = 'أرسل رمزًا جديدًا للمتابعة.';
const busy = 'خدمة تسجيل الدخول لا تستجيب حاليًا. حاول مرة أخرى بعد قليل.';

/** Arabic, modern standard. */
export const ar: Language = {
  locale: 'ar',
  direction: 'rtl',
  'identifier.title': 'تسجيل الدخول',
  'identifier.email.label': 'عنوان البريد الإلكتروني',
  'identifier.phone.label': 'رقم الهاتف المحمول',
  'identifier.either.label': 'عنوان البريد الإلكتروني أو رقم الهاتف المحمول',
  'identifier.email.hint': ({ length }) =>
    `سنرسل إليك رمزًا مكوّنًا من ${digits(length)} عبر البريد الإلكتروني.`,
  'identifier.link.hint': () => 'سنرسل إليك رابط تسجيل الدخول عبر البريد الإلكتروني.',
  'identifier.phone.hint': ({ length }) =>
    `ابدأ الرقم برمز البلد، مثل ${isolate('+966')}. سنرسل إليك رمزًا مكوّنًا من ${digits(length)}.`,
  'identifier.submit': 'متابعة',
  'identifier.sending': 'جارٍ إرسال الرمز…',
  'link.sending': 'جارٍ إرسال الرابط…',
  'code.title.email': 'تحقّق من بريدك الإلكتروني',
  'code.title.sms': 'تحقّق من هاتفك',
  'code.sent': ({ length, identifier }) =>
    `أرسلنا رمزًا مكوّنًا من ${digits(length)} إلى ${isolate(identifier)}.`,
  'code.sentNew': ({ time }) =>
    `أرسلنا رمزًا جديدًا في الساعة ${isolate(time)}. استخدم أحدث رمز، فالرموز السابقة لم تعد صالحة.`,
  'code.sentAt': ({ identifier, time }) =>
    `أرسلنا رمزًا إلى ${isolate(identifier)} في الساعة ${isolate(time)}.`,
  'code.restored': ({ identifier }) =>
    `مرحبًا بعودتك. أدخل الرمز الذي أرسلناه إلى ${isolate(identifier)}.`,
  'code.announced': ({ identifier }) => `تم إرسال الرمز إلى ${isolate(identifier)}`,
  'code.label': 'رمز التحقق',
  'code.hint': ({ length, minutes }) =>
    `مدة صلاحيته ${count(minutes, { one: 'دقيقة واحدة', two: 'دقيقتان', few: '# دقائق', other: '# دقيقة' })}. سنتحقق منه فور إدخال الرمز كاملًا، وهو مكوّن من ${digits(length)}.`,
  'code.expires': ({ time }) => `الوقت المتبقي لصلاحية هذا الرمز: ${isolate(time)}.`,
  'code.submit': 'تحقّق',
  'code.checking': 'جارٍ التحقق…',
  'code.offline': 'أنت غير متصل بالإنترنت. سنتحقق من الرمز عند عودة الاتصال.',
  'resend.ready': 'إرسال رمز جديد',
  'resend.link': 'إرسال رابط جديد',
  'resend.wait': ({ time }) => `يمكنك طلب إرسال جديد بعد ${isolate(time)}`,
  'resend.now': 'يمكنك طلب إرسال جديد الآن.',
  'resend.offline': 'يمكنك طلب إرسال جديد عند عودة الاتصال.',
  'help.email': ({ identifier }) =>
    `لم يصلك شيء؟ تحقّق من مجلد الرسائل غير المرغوب فيها، ومن صحة ${isolate(identifier)}.`,
  'help.sms': ({ identifier }) => `لم يصلك شيء؟ تحقّق من صحة ${isolate(identifier)}.`,
  'change.email': 'استخدام بريد إلكتروني آخر',
  'change.sms': 'استخدام رقم آخر',
  'instead.email': 'استلام الرمز عبر البريد الإلكتروني بدلاً من ذلك',
  'instead.sms': 'استلام الرمز عبر رسالة نصية بدلاً من ذلك',
  'link.sent': ({ identifier }) =>
    `أرسلنا رابط تسجيل الدخول إلى ${isolate(identifier)}. افتحه على هذا الجهاز، في هذا المتصفح.`,
  'mfa.title': 'بقيت خطوة واحدة',
  online: 'عاد الاتصال بالإنترنت.',
  'elsewhere.title': 'لقد سجّلت الدخول في علامة تبويب أخرى',
  'elsewhere.continue': 'متابعة',
  success: 'تم تسجيل الدخول',
  'typo.suggestion': ({ address }) => `هل تقصد ${isolate(address)}؟`,
  'typo.apply': 'نعم، غيّره',
  'typo.dismiss': 'لا، أبقِه كما هو',
  'mail.open': ({ provider }) => `فتح ${isolate(provider)}`,
  'mail.newTab': 'يُفتح في علامة تبويب جديدة',
  'phone.country': 'البلد أو المنطقة',
  invalid_identifier: ({ kind }) =>
    kind === 'email'
      ? `أدخل عنوان بريد إلكتروني مثل ${isolate('name@example.com')}`
      : `أدخل ${kind === 'either' ? 'عنوان بريد إلكتروني أو ' : ''}رقم هاتف محمول مع رمز البلد، مثل ${isolate('+966 51 234 5678')}`,
  incomplete_code: ({ length }) => `أدخل الرمز كاملًا، وهو مكوّن من ${digits(length)}`,
  ambiguous_code: ({ length }) => `لم نعثر في هذا النص على رمز واحد مكوّن من ${digits(length)}.`,
  repeated_code: 'لقد جرّبت هذا الرمز من قبل. تحقّق من أحدث رسالة.',
  wrong_code: ({ triesLeft }) =>
    `هذا الرمز غير مطابق. ${count(triesLeft, {
      zero: 'لم تتبقَّ أي محاولة.',
      one: 'بقيت محاولة واحدة.',
      two: 'بقيت محاولتان.',
      few: 'بقيت # محاولات.',
      other: 'بقيت # محاولة.',
    })}`,
  expired_code: `انتهت صلاحية هذا الرمز. ${sendNew}`,
  too_many_attempts: `محاولات كثيرة بهذا الرمز. ${sendNew}`,
  rate_limited: ({ time }) =>
    time ? `لقد طلبت عدة رموز. حاول مرة أخرى بعد ${isolate(time)}.` : busy,
  blocked: 'تم إيقاف تسجيل الدخول مؤقتًا حفاظًا على أمانك. حاول لاحقًا أو تواصل مع فريق الدعم.',
  signup_disabled: 'لا يمكن إنشاء حسابات جديدة هنا.',
  captcha_required: 'أكّد أنك لست روبوتًا، ثم حاول مرة أخرى.',
  delivery_failed: 'تعذّر علينا إرسال الرمز. حاول مرة أخرى.',
  mfa_required: 'بقيت خطوة واحدة',
  access_denied: 'لا يمكنك تسجيل الدخول بهذا الحساب.',
  misconfigured: 'تسجيل الدخول غير متاح حاليًا.',
  offline: 'أنت غير متصل بالإنترنت. حاول مرة أخرى عند عودة الاتصال.',
  network: 'تعذّر الوصول إلى خدمة تسجيل الدخول. تحقّق من اتصالك، ثم حاول مرة أخرى.',
  timeout: busy,
  aborted: '',
  provider_down: busy,
  unexpected_response: busy,
};

import { isolate } from './isolate.ts';
import { numbersIn } from './numbersIn.ts';
import type { Language } from './partMessages.ts';

const { count } = numbersIn('he');
const digits = (length: number) =>
  count(length, { one: 'ספרה אחת', two: 'שתי ספרות', other: '# ספרות' });
const sendNew = 'כדי להמשיך, יש לשלוח קוד חדש.';
const busy = 'שירות הכניסה אינו מגיב כרגע. אפשר לנסות שוב בעוד רגע.';

/** Hebrew. Avoids forms that depend on whether a man or a woman reads. */
export const he: Language = {
  locale: 'he',
  direction: 'rtl',
  'identifier.title': 'כניסה',
  'identifier.email.label': 'כתובת אימייל',
  'identifier.phone.label': 'מספר טלפון נייד',
  'identifier.either.label': 'כתובת אימייל או מספר טלפון נייד',
  'identifier.email.hint': ({ length }) => `נשלח באימייל קוד בן ${digits(length)}.`,
  'identifier.link.hint': () => 'נשלח באימייל קישור לכניסה.',
  'identifier.phone.hint': ({ length }) =>
    `המספר צריך להתחיל בקידומת המדינה, כמו ${isolate('+972')}. נשלח קוד בן ${digits(length)}.`,
  'identifier.submit': 'המשך',
  'identifier.sending': 'שולחים קוד…',
  'link.sending': 'שולחים קישור…',
  'code.title.email': 'כדאי לבדוק את האימייל',
  'code.title.sms': 'כדאי לבדוק את הטלפון',
  'code.sent': ({ length, identifier }) =>
    `שלחנו קוד בן ${digits(length)} אל ${isolate(identifier)}.`,
  'code.sentNew': ({ time }) =>
    `שלחנו קוד חדש בשעה ${isolate(time)}. יש להשתמש בקוד העדכני ביותר – הקודים הקודמים כבר לא פועלים.`,
  'code.sentAt': ({ identifier, time }) =>
    `שלחנו קוד אל ${isolate(identifier)} בשעה ${isolate(time)}.`,
  'code.restored': ({ identifier }) =>
    `ברוך שובך. יש להזין את הקוד ששלחנו אל ${isolate(identifier)}.`,
  'code.announced': ({ identifier }) => `הקוד נשלח אל ${isolate(identifier)}`,
  'code.label': 'קוד אימות',
  'code.hint': ({ length, minutes }) =>
    `הקוד תקף למשך ${count(minutes, { one: 'דקה אחת', two: 'שתי דקות', other: '# דקות' })}. נבדוק אותו מיד לאחר הזנת כל הקוד (${digits(length)}).`,
  'code.expires': ({ time }) => `הקוד תקף לעוד ${isolate(time)}.`,
  'code.submit': 'אימות',
  'code.checking': 'בודקים…',
  'code.offline': 'אין חיבור לאינטרנט. נבדוק את הקוד כשהחיבור יחזור.',
  'resend.ready': 'שליחת קוד חדש',
  'resend.link': 'שליחת קישור חדש',
  'resend.wait': ({ time }) => `אפשר לבקש שליחה נוספת בעוד ${isolate(time)}`,
  'resend.now': 'עכשיו אפשר לבקש שליחה נוספת.',
  'resend.offline': 'אפשר יהיה לבקש שליחה נוספת כשהחיבור יחזור.',
  'help.email': ({ identifier }) =>
    `לא הגיע? כדאי לבדוק בתיקיית הספאם, ולוודא שהכתובת ${isolate(identifier)} נכונה.`,
  'help.sms': ({ identifier }) => `לא הגיע? כדאי לוודא שהמספר ${isolate(identifier)} נכון.`,
  'change.email': 'שימוש באימייל אחר',
  'change.sms': 'שימוש במספר אחר',
  'instead.email': 'קבלת הקוד בדוא״ל במקום',
  'instead.sms': 'קבלת הקוד בהודעת טקסט במקום',
  'link.sent': ({ identifier }) =>
    `שלחנו קישור לכניסה אל ${isolate(identifier)}. יש לפתוח אותו במכשיר הזה, בדפדפן הזה.`,
  'mfa.title': 'עוד שלב אחד',
  online: 'החיבור לאינטרנט חזר.',
  'elsewhere.title': 'הכניסה בוצעה בכרטיסייה אחרת',
  'elsewhere.continue': 'המשך',
  success: 'הכניסה בוצעה',
  'typo.suggestion': ({ address }) => `האם הכוונה ל־${isolate(address)}?`,
  'typo.apply': 'כן, לשנות',
  'typo.dismiss': 'לא, להשאיר',
  'mail.open': ({ provider }) => `פתיחת ${isolate(provider)}`,
  'mail.newTab': 'נפתח בכרטיסייה חדשה',
  'phone.country': 'מדינה או אזור',
  invalid_identifier: ({ kind }) =>
    kind === 'email'
      ? `יש להזין כתובת אימייל, כמו ${isolate('name@example.com')}`
      : `יש להזין ${kind === 'either' ? 'כתובת אימייל או ' : ''}מספר טלפון נייד עם קידומת המדינה, כמו ${isolate('+972 50 234 5678')}`,
  incomplete_code: ({ length }) => `יש להזין את כל הקוד (${digits(length)})`,
  ambiguous_code: ({ length }) => `לא מצאנו בטקסט הזה קוד יחיד בן ${digits(length)}.`,
  repeated_code: 'הקוד הזה כבר נוסה. כדאי לבדוק בהודעה האחרונה.',
  wrong_code: ({ triesLeft }) =>
    `הקוד הזה אינו נכון. ${count(triesLeft, { one: 'נותר ניסיון אחד.', two: 'נותרו שני ניסיונות.', other: 'נותרו # ניסיונות.' })}`,
  expired_code: `פג תוקפו של הקוד הזה. ${sendNew}`,
  too_many_attempts: `יותר מדי ניסיונות עם הקוד הזה. ${sendNew}`,
  rate_limited: ({ time }) =>
    time ? `התבקשו כמה קודים. אפשר לנסות שוב בעוד ${isolate(time)}.` : busy,
  blocked: 'הכניסה הושהתה מטעמי אבטחה. אפשר לנסות שוב מאוחר יותר או לפנות לתמיכה.',
  signup_disabled: 'אי אפשר ליצור כאן חשבונות חדשים.',
  captcha_required: 'יש לאשר שלא מדובר ברובוט ולנסות שוב.',
  delivery_failed: 'לא הצלחנו לשלוח את הקוד. אפשר לנסות שוב.',
  mfa_required: 'עוד שלב אחד',
  access_denied: 'אי אפשר להיכנס עם החשבון הזה.',
  misconfigured: 'הכניסה אינה זמינה כרגע.',
  offline: 'אין חיבור לאינטרנט. אפשר לנסות שוב כשהחיבור יחזור.',
  network: 'לא הצלחנו להגיע לשירות הכניסה. יש לבדוק את החיבור ולנסות שוב.',
  timeout: busy,
  aborted: '',
  provider_down: busy,
  unexpected_response: busy,
};

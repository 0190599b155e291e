import type { Language } from './partMessages.ts';

const sendNew = '続けるには、新しいコードを送信してください。';
const busy = '現在、ログインサービスから応答がありません。しばらくしてからもう一度お試しください。';

/** Japanese, polite. Has no plural. */
export const ja: Language = {
  locale: 'ja',
  direction: 'ltr',
  'identifier.title': 'ログイン',
  'identifier.email.label': 'メールアドレス',
  'identifier.phone.label': '携帯電話番号',
  'identifier.either.label': 'メールアドレスまたは携帯電話番号',
  'identifier.email.hint': ({ length }) => `${length}桁のコードをメールでお送りします。`,
  'identifier.link.hint': () => 'ログイン用のリンクをメールでお送りします。',
  'identifier.phone.hint': ({ length }) =>
    `番号は「+81」のような国番号から入力してください。${length}桁のコードをお送りします。`,
  'identifier.submit': '続ける',
  'identifier.sending': 'コードを送信中…',
  'link.sending': 'リンクを送信中…',
  'code.title.email': 'メールを確認してください',
  'code.title.sms': 'スマートフォンを確認してください',
  'code.sent': ({ length, identifier }) => `${length}桁のコードを ${identifier} に送信しました。`,
  'code.sentNew': ({ time }) =>
    `${time} に新しいコードを送信しました。最新のコードを使用してください。以前のコードは使えません。`,
  'code.sentAt': ({ identifier, time }) => `${time} にコードを ${identifier} に送信しました。`,
  'code.restored': ({ identifier }) =>
    `おかえりなさい。${identifier} に送信したコードを入力してください。`,
  'code.announced': ({ identifier }) => `コードを ${identifier} に送信しました`,
  'code.label': '確認コード',
  'code.hint': ({ length, minutes }) =>
    `有効期間は${minutes}分です。${length}桁すべて入力すると、すぐに確認します。`,
  'code.expires': ({ time }) => `このコードはあと ${time} 有効です。`,
  'code.submit': '確認する',
  'code.checking': '確認中…',
  'code.offline': 'オフラインです。オンラインに戻ったらコードを確認します。',
  'resend.ready': '新しいコードを送信',
  'resend.link': '新しいリンクを送信',
  'resend.wait': ({ time }) => `あと ${time} で再送信できます`,
  'resend.now': '再送信できるようになりました。',
  'resend.offline': 'オンラインに戻ったら再送信できます。',
  'help.email': ({ identifier }) =>
    `届きませんか？ 迷惑メールフォルダと、${identifier} が正しいかどうかをご確認ください。`,
  'help.sms': ({ identifier }) => `届きませんか？ ${identifier} が正しいかどうかをご確認ください。`,
  'change.email': '別のメールアドレスを使う',
  'change.sms': '別の番号を使う',
  'instead.email': '代わりにメールでコードを受け取る',
  'instead.sms': '代わりに SMS でコードを受け取る',
  'link.sent': ({ identifier }) =>
    `ログイン用のリンクを ${identifier} に送信しました。この端末の、このブラウザで開いてください。`,
  'mfa.title': 'あと1ステップです',
  online: 'オンラインに戻りました。',
  'elsewhere.title': '別のタブでログインしました',
  'elsewhere.continue': '続ける',
  success: 'ログインしました',
  'typo.suggestion': ({ address }) => `もしかして ${address} ですか？`,
  'typo.apply': 'はい、変更する',
  'typo.dismiss': 'いいえ、このまま',
  'mail.open': ({ provider }) => `${provider} を開く`,
  'mail.newTab': '新しいタブで開きます',
  'phone.country': '国または地域',
  invalid_identifier: ({ kind }) =>
    kind === 'email'
      ? 'name@example.com のようなメールアドレスを入力してください'
      : `${kind === 'either' ? 'メールアドレス、または' : ''}国番号付きの携帯電話番号を入力してください（例：+81 90-1234-5678）`,
  incomplete_code: ({ length }) => `${length}桁すべて入力してください`,
  ambiguous_code: ({ length }) =>
    `そのテキストからは、${length}桁のコードを1つに特定できませんでした。`,
  repeated_code: 'そのコードはすでに試されています。最新のメッセージをご確認ください。',
  wrong_code: ({ triesLeft }) => `コードが正しくありません。あと${triesLeft}回試せます。`,
  expired_code: `コードの有効期限が切れました。${sendNew}`,
  too_many_attempts: `このコードの試行回数が上限に達しました。${sendNew}`,
  rate_limited: ({ time }) =>
    time ? `コードが何度も要求されました。${time} 後にもう一度お試しください。` : busy,
  blocked:
    '安全のため、ログインを一時停止しています。しばらくしてからもう一度お試しいただくか、サポートにお問い合わせください。',
  signup_disabled: 'ここでは新しいアカウントを作成できません。',
  captcha_required: 'ロボットではないことを確認してから、もう一度お試しください。',
  delivery_failed: 'コードを送信できませんでした。もう一度お試しください。',
  mfa_required: 'あと1ステップです',
  access_denied: 'このアカウントではログインできません。',
  misconfigured: '現在、ログインをご利用いただけません。',
  offline: 'オフラインです。オンラインに戻ってからもう一度お試しください。',
  network: 'ログインサービスに接続できませんでした。接続を確認して、もう一度お試しください。',
  timeout: busy,
  aborted: '',
  provider_down: busy,
  unexpected_response: busy,
};

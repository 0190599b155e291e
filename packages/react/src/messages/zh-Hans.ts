import type { Language } from './partMessages.ts';

const sendNew = '请发送新的验证码以继续。';
const busy = '登录服务暂时没有响应。请稍后重试。';

/** Chinese in simplified characters. Has no plural. */
export const zhHans: Language = {
  locale: 'zh-Hans',
  direction: 'ltr',
  'identifier.title': '登录',
  'identifier.email.label': '邮箱地址',
  'identifier.phone.label': '手机号码',
  'identifier.either.label': '邮箱地址或手机号码',
  'identifier.email.hint': ({ length }) => `我们会向你的邮箱发送 ${length} 位验证码。`,
  'identifier.link.hint': () => '我们会向你的邮箱发送登录链接。',
  'identifier.phone.hint': ({ length }) =>
    `号码请以国家/地区代码开头，例如 +86。我们会发送 ${length} 位验证码。`,
  'identifier.submit': '继续',
  'identifier.sending': '正在发送验证码…',
  'link.sending': '正在发送链接…',
  'code.title.email': '请查收邮件',
  'code.title.sms': '请查看手机',
  'code.sent': ({ length, identifier }) => `我们已将 ${length} 位验证码发送至 ${identifier}。`,
  'code.sentNew': ({ time }) =>
    `我们已在 ${time} 发送新的验证码。请使用最新的验证码，之前的已失效。`,
  'code.sentAt': ({ identifier, time }) => `我们已在 ${time} 将验证码发送至 ${identifier}。`,
  'code.restored': ({ identifier }) => `欢迎回来。请输入我们发送至 ${identifier} 的验证码。`,
  'code.announced': ({ identifier }) => `验证码已发送至 ${identifier}`,
  'code.label': '验证码',
  'code.hint': ({ length, minutes }) =>
    `${minutes} 分钟内有效。输入全部 ${length} 位数字后，我们会立即验证。`,
  'code.expires': ({ time }) => `此验证码的剩余有效时间：${time}。`,
  'code.submit': '验证',
  'code.checking': '正在验证…',
  'code.offline': '你已离线。恢复联网后，我们会验证你的验证码。',
  'resend.ready': '发送新的验证码',
  'resend.link': '发送新的链接',
  'resend.wait': ({ time }) => `${time} 后可重新发送`,
  'resend.now': '现在可以重新发送了。',
  'resend.offline': '恢复联网后可重新发送。',
  'help.email': ({ identifier }) =>
    `没有收到？请检查垃圾邮件文件夹，并确认 ${identifier} 是否正确。`,
  'help.sms': ({ identifier }) => `没有收到？请确认 ${identifier} 是否正确。`,
  'change.email': '使用其他邮箱',
  'change.sms': '使用其他号码',
  'link.sent': ({ identifier }) =>
    `我们已将登录链接发送至 ${identifier}。请在此设备的此浏览器中打开。`,
  'mfa.title': '还差一步',
  online: '网络已恢复。',
  'elsewhere.title': '你已在另一个标签页中登录',
  'elsewhere.continue': '继续',
  success: '你已登录',
  'typo.suggestion': ({ address }) => `你要输入的是 ${address} 吗？`,
  'typo.apply': '是，更改',
  'typo.dismiss': '否，保持不变',
  'mail.open': ({ provider }) => `打开 ${provider}`,
  'mail.newTab': '在新标签页中打开',
  'phone.country': '国家/地区',
  invalid_identifier: ({ kind }) =>
    kind === 'email'
      ? '请输入邮箱地址，例如 name@example.com'
      : `请输入${kind === 'either' ? '邮箱地址，或' : ''}带国家/地区代码的手机号码，例如 +86 131 2345 6789`,
  incomplete_code: ({ length }) => `请输入全部 ${length} 位数字`,
  ambiguous_code: ({ length }) => `我们无法从这段文字中确定唯一的 ${length} 位验证码。`,
  repeated_code: '你已试过这个验证码。请查看最新的消息。',
  wrong_code: ({ triesLeft }) => `验证码不正确。还可以尝试 ${triesLeft} 次。`,
  expired_code: `验证码已过期。${sendNew}`,
  too_many_attempts: `此验证码的尝试次数过多。${sendNew}`,
  rate_limited: ({ time }) => (time ? `你已多次请求验证码。请在 ${time} 后重试。` : busy),
  blocked: '为保护你的安全，登录已暂停。请稍后重试，或联系客服。',
  signup_disabled: '无法在此创建新账号。',
  captcha_required: '请确认你不是机器人，然后重试。',
  delivery_failed: '我们无法发送验证码。请重试。',
  mfa_required: '还差一步',
  access_denied: '你无法使用此账号登录。',
  misconfigured: '登录暂时不可用。',
  offline: '你已离线。请在恢复联网后重试。',
  network: '我们无法连接到登录服务。请检查网络连接，然后重试。',
  timeout: busy,
  aborted: '',
  provider_down: busy,
  unexpected_response: busy,
};

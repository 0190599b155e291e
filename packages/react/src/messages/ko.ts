import type { Language } from './partMessages.ts';

const sendNew = '계속하려면 새 코드를 보내세요.';
const busy = '지금은 로그인 서비스가 응답하지 않습니다. 잠시 후 다시 시도하세요.';

/** Korean, polite. Has no plural; texts avoid particles that depend on how a value ends. */
export const ko: Language = {
  locale: 'ko',
  direction: 'ltr',
  'identifier.title': '로그인',
  'identifier.email.label': '이메일 주소',
  'identifier.phone.label': '휴대전화 번호',
  'identifier.either.label': '이메일 주소 또는 휴대전화 번호',
  'identifier.email.hint': ({ length }) => `이메일로 ${length}자리 코드를 보내 드립니다.`,
  'identifier.link.hint': () => '이메일로 로그인 링크를 보내 드립니다.',
  'identifier.phone.hint': ({ length }) =>
    `번호는 +82와 같은 국가 코드로 시작하세요. ${length}자리 코드를 보내 드립니다.`,
  'identifier.submit': '계속',
  'identifier.sending': '코드 보내는 중…',
  'link.sending': '링크 보내는 중…',
  'code.title.email': '이메일을 확인하세요',
  'code.title.sms': '휴대전화를 확인하세요',
  'code.sent': ({ length, identifier }) => `${length}자리 코드를 보냈습니다: ${identifier}`,
  'code.sentNew': ({ time }) =>
    `${time}에 새 코드를 보냈습니다. 가장 최근 코드를 사용하세요. 이전 코드는 더 이상 사용할 수 없습니다.`,
  'code.sentAt': ({ identifier, time }) => `${time}에 코드를 보냈습니다: ${identifier}`,
  'code.restored': ({ identifier }) =>
    `다시 오신 것을 환영합니다. 다음으로 보낸 코드를 입력하세요: ${identifier}`,
  'code.announced': ({ identifier }) => `코드를 보냈습니다: ${identifier}`,
  'code.label': '인증 코드',
  'code.hint': ({ length, minutes }) =>
    `${minutes}분 동안 사용할 수 있습니다. ${length}자리를 모두 입력하면 바로 확인합니다.`,
  'code.expires': ({ time }) => `코드 사용 가능 시간: ${time}`,
  'code.submit': '확인',
  'code.checking': '확인 중…',
  'code.offline': '오프라인 상태입니다. 다시 연결되면 코드를 확인합니다.',
  'resend.ready': '새 코드 보내기',
  'resend.link': '새 링크 보내기',
  'resend.wait': ({ time }) => `${time} 후에 다시 요청할 수 있습니다`,
  'resend.now': '이제 다시 요청할 수 있습니다.',
  'resend.offline': '다시 연결되면 요청할 수 있습니다.',
  'help.email': ({ identifier }) =>
    `받지 못하셨나요? 스팸함을 살펴보고 주소가 맞는지 확인하세요: ${identifier}`,
  'help.sms': ({ identifier }) => `받지 못하셨나요? 번호가 맞는지 확인하세요: ${identifier}`,
  'change.email': '다른 이메일 사용',
  'change.sms': '다른 번호 사용',
  'instead.email': '대신 이메일로 코드 받기',
  'instead.sms': '대신 문자로 코드 받기',
  'link.sent': ({ identifier }) =>
    `로그인 링크를 보냈습니다: ${identifier}. 이 기기의 이 브라우저에서 여세요.`,
  'mfa.title': '한 단계 남았습니다',
  online: '다시 연결되었습니다.',
  'elsewhere.title': '다른 탭에서 로그인했습니다',
  'elsewhere.continue': '계속',
  success: '로그인했습니다',
  'typo.suggestion': ({ address }) => `혹시 이 주소인가요? ${address}`,
  'typo.apply': '예, 바꾸기',
  'typo.dismiss': '아니요, 그대로 두기',
  'mail.open': ({ provider }) => `${provider} 열기`,
  'mail.newTab': '새 탭에서 열림',
  'phone.country': '국가 또는 지역',
  invalid_identifier: ({ kind }) =>
    kind === 'email'
      ? 'name@example.com과 같은 이메일 주소를 입력하세요'
      : `${kind === 'either' ? '이메일 주소 또는 ' : ''}+82 10-1234-5678과 같이 국가 코드가 포함된 휴대전화 번호를 입력하세요`,
  incomplete_code: ({ length }) => `${length}자리를 모두 입력하세요`,
  ambiguous_code: ({ length }) => `이 텍스트에서 하나의 ${length}자리 코드를 찾지 못했습니다.`,
  repeated_code: '이미 시도한 코드입니다. 가장 최근 메시지를 확인하세요.',
  wrong_code: ({ triesLeft }) => `코드가 맞지 않습니다. ${triesLeft}번 더 시도할 수 있습니다.`,
  expired_code: `코드가 만료되었습니다. ${sendNew}`,
  too_many_attempts: `이 코드로 너무 많이 시도했습니다. ${sendNew}`,
  rate_limited: ({ time }) =>
    time ? `코드를 여러 번 요청했습니다. ${time} 후에 다시 시도하세요.` : busy,
  blocked:
    '안전을 위해 로그인이 일시 중지되었습니다. 나중에 다시 시도하거나 고객 지원에 문의하세요.',
  signup_disabled: '여기에서는 새 계정을 만들 수 없습니다.',
  captcha_required: '로봇이 아님을 확인한 후 다시 시도하세요.',
  delivery_failed: '코드를 보내지 못했습니다. 다시 시도하세요.',
  mfa_required: '한 단계 남았습니다',
  access_denied: '이 계정으로는 로그인할 수 없습니다.',
  misconfigured: '지금은 로그인할 수 없습니다.',
  offline: '오프라인 상태입니다. 다시 연결되면 시도하세요.',
  network: '로그인 서비스에 연결하지 못했습니다. 연결을 확인하고 다시 시도하세요.',
  timeout: busy,
  aborted: '',
  provider_down: busy,
  unexpected_response: busy,
};

import type { Language } from './partMessages.ts';

const sendNew = 'Devam etmek için yeni bir kod isteyin.';
const busy = 'Oturum açma hizmeti şu anda yanıt vermiyor. Biraz sonra yeniden deneyin.';

/** Turkish, with the formal "siz". A noun after a number stays singular, so no text needs plural forms. */
export const tr: Language = {
  locale: 'tr',
  direction: 'ltr',
  'identifier.title': 'Oturum aç',
  'identifier.email.label': 'E-posta adresi',
  'identifier.phone.label': 'Cep telefonu numarası',
  'identifier.either.label': 'E-posta adresi veya cep telefonu numarası',
  'identifier.email.hint': ({ length }) => `Size e-postayla ${length} haneli bir kod göndereceğiz.`,
  'identifier.link.hint': () => 'Size e-postayla bir oturum açma bağlantısı göndereceğiz.',
  'identifier.phone.hint': ({ length }) =>
    `Numarayı ülke koduyla başlatın (örneğin +90). Size ${length} haneli bir kod göndereceğiz.`,
  'identifier.submit': 'Devam',
  'identifier.sending': 'Kod gönderiliyor…',
  'link.sending': 'Bağlantı gönderiliyor…',
  'code.title.email': 'E-postanızı kontrol edin',
  'code.title.sms': 'Telefonunuzu kontrol edin',
  'code.sent': ({ length, identifier }) => `${length} haneli bir kod gönderdik: ${identifier}.`,
  'code.sentNew': ({ time }) =>
    `Yeni kod gönderildi (${time}). En yenisini kullanın; önceki kodlar artık çalışmaz.`,
  'code.sentAt': ({ identifier, time }) => `Kod gönderildi: ${identifier} (${time}).`,
  'code.restored': ({ identifier }) =>
    `Yeniden hoş geldiniz. Gönderdiğimiz kodu girin: ${identifier}.`,
  'code.announced': ({ identifier }) => `Kod gönderildi: ${identifier}`,
  'code.label': 'Doğrulama kodu',
  'code.hint': ({ length, minutes }) =>
    `${minutes} dakika geçerlidir. ${length} hanenin tümünü girdiğinizde hemen kontrol ederiz.`,
  'code.expires': ({ time }) => `Bu kod ${time} daha geçerli.`,
  'code.submit': 'Doğrula',
  'code.checking': 'Kontrol ediliyor…',
  'code.offline': 'Çevrimdışısınız. Yeniden çevrimiçi olduğunuzda kodunuzu kontrol edeceğiz.',
  'resend.ready': 'Yeni kod gönder',
  'resend.link': 'Yeni bağlantı gönder',
  'resend.wait': ({ time }) => `${time} sonra yenisini isteyebilirsiniz`,
  'resend.now': 'Artık yenisini isteyebilirsiniz.',
  'resend.offline': 'Yeniden çevrimiçi olduğunuzda yenisini isteyebilirsiniz.',
  'help.email': ({ identifier }) =>
    `Ulaşmadı mı? Spam klasörünüze bakın ve adresin doğru olduğunu kontrol edin: ${identifier}`,
  'help.sms': ({ identifier }) =>
    `Ulaşmadı mı? Numaranın doğru olduğunu kontrol edin: ${identifier}`,
  'change.email': 'Başka bir e-posta kullan',
  'change.sms': 'Başka bir numara kullan',
  'instead.email': 'Kodu e-postayla al',
  'instead.sms': 'Kodu SMS ile al',
  'link.sent': ({ identifier }) =>
    `${identifier} adresine bir oturum açma bağlantısı gönderdik. Bu cihazda, bu tarayıcıda açın.`,
  'mfa.title': 'Bir adım kaldı',
  online: 'Yeniden çevrimiçisiniz.',
  'elsewhere.title': 'Başka bir sekmede oturum açtınız',
  'elsewhere.continue': 'Devam',
  success: 'Oturum açtınız',
  'typo.suggestion': ({ address }) => `Bunu mu demek istediniz: ${address}?`,
  'typo.apply': 'Evet, değiştir',
  'typo.dismiss': 'Hayır, böyle kalsın',
  'mail.open': ({ provider }) => `${provider} sitesini aç`,
  'mail.newTab': 'yeni sekmede açılır',
  'phone.country': 'Ülke veya bölge',
  invalid_identifier: ({ kind }) =>
    kind === 'email'
      ? 'ad@example.com gibi bir e-posta adresi girin'
      : `${kind === 'either' ? 'Bir e-posta adresi ya da ülke' : 'Ülke'} koduyla birlikte bir cep telefonu numarası girin (örneğin +90 501 234 56 78)`,
  incomplete_code: ({ length }) => `${length} hanenin tümünü girin`,
  ambiguous_code: ({ length }) => `Bu metinde tek bir ${length} haneli kod bulamadık.`,
  repeated_code: 'Bu kodu zaten denediniz. En yeni iletiye bakın.',
  wrong_code: ({ triesLeft }) => `Bu kod doğru değil. ${triesLeft} deneme hakkınız kaldı.`,
  expired_code: `Bu kodun süresi doldu. ${sendNew}`,
  too_many_attempts: `Bu kodla çok fazla deneme yapıldı. ${sendNew}`,
  rate_limited: ({ time }) =>
    time ? `Birkaç kez kod istediniz. ${time} sonra yeniden deneyin.` : busy,
  blocked:
    'Güvenliğiniz için oturum açma duraklatıldı. Daha sonra yeniden deneyin veya destek ekibiyle iletişime geçin.',
  signup_disabled: 'Burada yeni hesap oluşturulamaz.',
  captcha_required: 'İnsan olduğunuzu doğrulayın, sonra yeniden deneyin.',
  delivery_failed: 'Kodu gönderemedik. Yeniden deneyin.',
  mfa_required: 'Bir adım kaldı',
  access_denied: 'Bu hesapla oturum açamazsınız.',
  misconfigured: 'Oturum açma şu anda kullanılamıyor.',
  offline: 'Çevrimdışısınız. Yeniden çevrimiçi olduğunuzda tekrar deneyin.',
  network: 'Oturum açma hizmetine ulaşamadık. Bağlantınızı kontrol edip yeniden deneyin.',
  timeout: busy,
  aborted: '',
  provider_down: busy,
  unexpected_response: busy,
};

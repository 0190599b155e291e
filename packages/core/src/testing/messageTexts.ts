import { latinMessageTexts } from './latinMessageTexts.ts';

/** What senders write in one language. `{code}` is the code; the rest of the names are kinds of numbers. */
export interface MessageTexts {
  /** The zero of the script that the numbers may be written in, besides ASCII. */
  zero?: string;
  /** Sentences that hand over a code. */
  codes: readonly string[];
  /** Sentences that stand beside them in the same message, and hold numbers of other kinds. */
  beside: readonly string[];
  /** Sentences that speak of a code and hold none. */
  mentions: readonly string[];
  /** Messages without a code, around a number that has as many digits as one: `{lone}`. */
  others: readonly string[];
}

export const messageTexts: Record<string, MessageTexts> = {
  ...latinMessageTexts,
  ru: {
    codes: [
      'Ваш код подтверждения: {code}. Никому его не сообщайте.',
      '{code} — код для входа в {brand}.',
      'Код {code} действует {minutes} минут.',
    ],
    beside: ['Сумма {amountEu} ₽, {dateEu} в {time}.', 'Тел. {phoneEu}', 'Карта *{card}.'],
    mentions: ['Никому не сообщайте код.', 'Код придёт отдельным сообщением.'],
    others: [
      'Заказ {lone} передан в доставку.',
      'Счёт {lone} на {amountEu} ₽ до {dateEu}.',
      'Номер {lone} готов, заезд с {time}.',
      'Ваше обращение {lone} принято.',
    ],
  },
  ja: {
    codes: [
      '認証コード：{code}（有効期限{minutes}分）',
      '{brand}の確認コードは{code}です。',
      '認証番号は{code}です。第三者に教えないでください。',
    ],
    beside: ['{dateCjk} {time}に{amountWhole}円のお支払い。', 'お問い合わせ {phone}'],
    mentions: ['コードを誰にも教えないでください。', '認証コードは別途お送りします。'],
    others: [
      'ご注文番号{lone}の商品を発送しました。',
      '{time}にお部屋{lone}をご用意しました。',
      'お問い合わせ番号：{lone}',
    ],
  },
  zh: {
    codes: [
      '您的验证码是{code}，{minutes}分钟内有效。请勿泄露。',
      '【{brand}】验证码：{code}，请勿告诉他人。',
      '{code}是您的{brand}登录验证码',
      '您的驗證碼為 {code}，請於{minutes}分鐘內輸入。',
    ],
    beside: ['{dateCjk}{time}支付{amountWhole}元。', '客服电话{phone}', '尾号{card}的银行卡。'],
    mentions: ['请勿向任何人透露验证码。', '验证码稍后另行发送。'],
    others: [
      '您的订单{lone}已发货。',
      '房间{lone}已准备好，{time}可入住。',
      '您的快递{lone}已到达，请于{dateCjk}前领取。',
    ],
  },
  ko: {
    codes: [
      '[{brand}] 인증번호 [{code}]를 입력해주세요.',
      '인증번호는 {code}입니다. {minutes}분 안에 입력하세요.',
      '{brand} 로그인 인증코드: {code}',
    ],
    beside: ['{dateCjk} {time} {amountWhole}원 결제.', '문의 {phone}'],
    mentions: ['인증번호를 타인에게 알려주지 마세요.', '인증코드는 곧 따로 보내드립니다.'],
    others: [
      '주문 {lone} 상품이 발송되었습니다.',
      '주문번호 {lone} 배송이 시작되었습니다.',
      '객실 {lone}호, 체크인 {time}',
    ],
  },
  ar: {
    zero: '٠',
    codes: [
      'رمز التحقق الخاص بك هو {code}.',
      'رمز الدخول إلى {brand}: {code}. صالح لمدة {minutes} دقائق.',
      '{code} هو رمز التأكيد الخاص بك.',
    ],
    beside: ['دفع {amount} ﷼ بتاريخ {date} الساعة {time}.', 'للاستفسار {phone}'],
    mentions: ['لا تشارك رمز التحقق مع أحد.', 'سيصلك الرمز في رسالة أخرى.'],
    others: [
      'تم شحن طلبك رقم {lone}.',
      'الغرفة {lone} جاهزة من الساعة {time}.',
      'الفاتورة {lone} تستحق في {date}.',
    ],
  },
  fa: {
    zero: '۰',
    codes: [
      'کد تایید شما: {code}',
      '{brand}\nکد ورود: {code}\nاعتبار {minutes} دقیقه',
      'رمز یکبار مصرف شما {code} است.',
    ],
    beside: ['مبلغ {amountWhole} ریال در تاریخ {date} ساعت {time}', 'پشتیبانی {phone}'],
    mentions: ['کد را به کسی ندهید.', 'کد تایید در پیام دیگری می‌آید.'],
    others: [
      'سفارش {lone} شما ارسال شد.',
      'اتاق {lone} از ساعت {time} آماده است.',
      'شماره پیگیری: {lone}',
    ],
  },
  hi: {
    zero: '०',
    codes: [
      'आपका सत्यापन कोड {code} है।',
      'आपका {brand} OTP {code} है। किसी से साझा न करें।',
      '{code} आपका लॉगिन कोड है, {minutes} मिनट तक मान्य।',
    ],
    beside: ['₹{amount} का भुगतान {date} को {time} बजे।', 'सहायता {phone}'],
    mentions: ['अपना कोड किसी से साझा न करें।', 'कोड अलग संदेश में आएगा।'],
    others: [
      'आपका ऑर्डर {lone} भेज दिया गया है।',
      'कमरा {lone} {time} बजे से तैयार है।',
      'टिकट {lone} दर्ज हो गया।',
    ],
  },
  th: {
    zero: '๐',
    codes: [
      'รหัสยืนยันของคุณคือ {code}',
      'รหัส OTP {brand}: {code} ใช้ได้ {minutes} นาที',
      'ใช้รหัส{code}เพื่อเข้าสู่ระบบ',
    ],
    beside: ['ชำระ {amount} บาท วันที่ {date} เวลา {time} น.', 'สอบถาม {phone}'],
    mentions: ['อย่าบอกรหัสกับใคร', 'รหัสยืนยันจะส่งให้ในอีกข้อความ'],
    others: ['คำสั่งซื้อ {lone} จัดส่งแล้ว', 'ห้อง {lone} พร้อมเข้าพักเวลา {time} น.', 'พัสดุ {lone} มาถึงแล้ว'],
  },
};

/** What senders write in one language. `{code}` is the code; the rest of the names are kinds of numbers. */
export interface MessageTexts {
  /** The zero of the script that the numbers may be written in, besides ASCII. */
  zero?: string;
  /** Sentences that hand over a code. */
  codes: readonly string[];
  /** Sentences that stand beside them in the same message, and hold numbers of other kinds. */
  beside: readonly string[];
  /** Messages without a code, around a number that has as many digits as one: `{lone}`. */
  others: readonly string[];
}

export const messageTexts: Record<string, MessageTexts> = {
  en: {
    codes: [
      'Your {brand} verification code is {code}.',
      '{code} is your {brand} verification code',
      '{brand}: use code {code} to sign in. Do not share it with anyone.',
      'Your one-time password (OTP) is {code}. It is valid for {minutes} minutes.',
      'Enter this code to log in: {code}',
      '{code} is the OTP to pay INR {amount} at {brand}. Never share it.',
      'To finish signing in, use this PIN: {code}',
    ],
    beside: [
      'It expires in {minutes} minutes.',
      'Payment of ${amount} on {date} at {time}.',
      'Card ending in *{card}.',
      'Questions? Call {phone}.',
      'Order #{long} shipped on {date}.',
      'Flight {flight} leaves at {time}.',
      '{brand} Inc., 1 Market Street, San Francisco',
    ],
    others: [
      'Order {lone} has shipped and arrives on {date}.',
      'Your table is booked for {time}, reservation {lone}.',
      'Room {lone} is ready. Check-in from {time}.',
      'Ticket {lone} was updated by our support team.',
      'Invoice {lone} over ${amount} is due on {date}.',
      'Your parcel {lone} is at the pickup point until {date}.',
      'Meeting ID: {lone}, starts at {time}',
      '{lone} Main Street, Springfield',
      '{lone} people liked your photo',
    ],
  },
  de: {
    codes: [
      'Ihr Bestätigungscode lautet {code}.',
      '{code} ist Ihr {brand}-Code.',
      'Dein Anmeldecode für {brand}: {code}. Er gilt {minutes} Minuten.',
      'Einmalcode: {code}. Geben Sie ihn niemandem weiter.',
    ],
    beside: [
      'Überweisung von {amountEu} EUR am {dateEu}, {time} Uhr.',
      'IBAN endet auf {iban}.',
      'Fragen? Tel. {phoneEu}',
      'Bestellung Nr. {long} vom {dateEu}.',
      '{brand} GmbH, Hauptstraße 12, Berlin',
    ],
    others: [
      'Ihre Bestellung {lone} wurde versandt.',
      'Rechnung {lone} über {amountEu} EUR ist am {dateEu} fällig.',
      'Kundennummer: {lone}',
      'Zimmer {lone} ist ab {time} Uhr bereit.',
      'Ihr Vorgang {lone} wurde bearbeitet.',
    ],
  },
  fr: {
    codes: [
      'Votre code de vérification est {code}.',
      '{code} est votre code {brand}. Ne le partagez pas.',
      'Votre code : {code}. Valable {minutes} minutes.',
      'Saisissez le code {code} pour vous connecter.',
    ],
    beside: [
      'Paiement de {amountEu} € le {dateEu} à {time}.',
      'Carte se terminant par *{card}.',
      'Une question ? {phoneEu}',
      'Commande n° {long} du {dateEu}.',
    ],
    others: [
      'Votre commande {lone} est en route.',
      'Facture {lone} de {amountEu} € à régler avant le {dateEu}.',
      'Chambre {lone}, arrivée à {time}.',
      'Dossier {lone} : une réponse vous attend.',
    ],
  },
  es: {
    codes: [
      'Su código de verificación es {code}.',
      '{code} es tu código de {brand}.',
      'Usa el código {code} para iniciar sesión. Caduca en {minutes} minutos.',
      'Codigo de seguridad: {code}. No lo compartas.',
    ],
    beside: [
      'Pago de {amountEu} € el {dateEu} a las {time}.',
      'Tarjeta terminada en *{card}.',
      'Llámanos: {phoneEu}',
      'Pedido n.º {long} enviado.',
    ],
    others: [
      'Su pedido {lone} ha sido enviado.',
      'Factura {lone}: {amountEu} € antes del {dateEu}.',
      'Habitación {lone}, entrada a las {time}.',
      'Su número de reserva es {lone}',
    ],
  },
  pt: {
    codes: [
      'Seu código de verificação é {code}.',
      '{code} é o seu código {brand}.',
      'Use o código {code} para entrar. Válido por {minutes} minutos.',
    ],
    beside: [
      'Compra de R$ {amountEu} em {dateEu} às {time}.',
      'Cartão final *{card}.',
      'Dúvidas? {phoneEu}',
    ],
    others: [
      'Seu pedido {lone} saiu para entrega.',
      'Fatura {lone} vence em {dateEu}.',
      'Protocolo de atendimento: {lone}',
    ],
  },
  it: {
    codes: [
      'Il tuo codice di verifica è {code}.',
      '{code} è il tuo codice {brand}.',
      'Inserisci il codice {code} per accedere. Scade tra {minutes} minuti.',
    ],
    beside: ['Pagamento di {amountEu} € del {dateEu} ore {time}.', 'Assistenza: {phoneEu}'],
    others: [
      'Il tuo ordine {lone} è stato spedito.',
      'Fattura {lone} di {amountEu} € in scadenza il {dateEu}.',
      'Camera {lone} pronta dalle {time}.',
    ],
  },
  nl: {
    codes: [
      'Je verificatiecode is {code}.',
      '{code} is je {brand}-code.',
      'Gebruik code {code} om in te loggen. Geldig tot {time}.',
    ],
    beside: ['Betaling van € {amountEu} op {dateEu} om {time}.', 'Vragen? Bel {phoneEu}.'],
    others: [
      'Je bestelling {lone} is onderweg.',
      'Factuur {lone} van € {amountEu} vervalt op {dateEu}.',
      'Kamer {lone} is vanaf {time} beschikbaar.',
    ],
  },
  pl: {
    codes: [
      'Twój kod weryfikacyjny to {code}.',
      '{code} to Twój kod {brand}.',
      'Kod logowania: {code}. Ważny {minutes} minut.',
    ],
    beside: ['Kwota {amountEu} zł, {dateEu} {time}.', 'Infolinia {phoneEu}'],
    others: [
      'Zamówienie {lone} zostało wysłane.',
      'Faktura {lone} na {amountEu} zł, termin {dateEu}.',
      'Pokój {lone} jest gotowy od {time}.',
    ],
  },
  tr: {
    codes: [
      'Doğrulama kodunuz {code}.',
      '{brand} giriş kodunuz: {code}. {minutes} dakika geçerlidir.',
      '{code} kodunu kimseyle paylaşmayın.',
    ],
    beside: ['{dateEu} {time} tarihinde {amountEu} TL ödeme.', 'Bilgi için {phoneEu}'],
    others: [
      '{lone} numaralı siparişiniz kargoya verildi.',
      'Sipariş {lone} yola çıktı.',
      'Oda {lone}, giriş saati {time}.',
    ],
  },
  ru: {
    codes: [
      'Ваш код подтверждения: {code}. Никому его не сообщайте.',
      '{code} — код для входа в {brand}.',
      'Код {code} действует {minutes} минут.',
    ],
    beside: ['Сумма {amountEu} ₽, {dateEu} в {time}.', 'Тел. {phoneEu}', 'Карта *{card}.'],
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
    others: ['คำสั่งซื้อ {lone} จัดส่งแล้ว', 'ห้อง {lone} พร้อมเข้าพักเวลา {time} น.', 'พัสดุ {lone} มาถึงแล้ว'],
  },
};

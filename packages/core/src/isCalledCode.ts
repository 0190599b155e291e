/** What a one-time code is called, in the languages of the world. */
const CODE_WORD =
  /otp|c[oó]d(?:[eiíu]|(?!\p{L}))|k[oó]o?d|(?<!\p{L})(?:pin|[mi]?tan|mã)(?!\p{L})|passwor|κωδ|код|парол|קוד|کد|رمز|[োो]ड|কোড|รหัส|コード|パスワード|[码碼証증]/giu;

/** What is called a code and is none: of a place, a price, an order, a machine. */
const OTHER_CODE =
  /(post\p{L}*|zip|pin|area|country|promo\p{L}*|discount|coupon|voucher|gift|referral|ref\p{L}*|order|booking|tracking|customer|product|dress|source|qr|bar|sort|swift|error|status|gutschein|rabatt|buchungs|bestell|fehler|strich|kunden|kortings|boekings|indirim|slevový) ?-?(code|kode?|c[oó]di)\p{L}*|code[- ](postal|promo|barres?|cadeau|client|de (r[eé]servation|commande|r[eé]duction)|d.erreur)|c[oó]di\p{L}* (postal\p{L}*|promo\p{L}*|fiscal\p{L}*|sconto|(de|di) (desc?[ou]|reserv|client|pedid|err|prenot)\p{L}*)|kod\p{L}* (poczt|rabat|promo|bł)\p{L}*|промо\p{L}*|почт\p{L}* код|код (товар|ошиб|заказ)\p{L}*|(クーポン|予約|商品|郵便)コード|(优惠|優惠|折扣|邮政?编|提货|取件|条形?|二维)[码碼]|पिन कोड|کد (پستی|تخفیف)|رمز (بريدي|الخصم)/giu;

/** Where one statement ends: whatever is said in the next one is not said of this number. */
const STATEMENT_END = /[.!?…]\s|[。！？।۔؟]|\n(?!\p{Ll})/u;

/** What has a number of its own, right before it. */
const OTHER_NOUN =
  /(?:order|invoice|ticket|room|unit|suite|apt|apartment|account|(?<!dear )customer|client|member\p{L}*|policy|case|ref|reference|booking|reservation|parcel|package|shipment|tracking|flight|gate|seat|meeting|phone|call|balance|amount|total|application|transaction|version|serial|item|\p{L}*(?:bestellung|auftrag|rechnung|paket|sendung|konto|zimmer|vorgang|nummer)|commande|facture|dossier|chambre|colis|pedido|factura|fatura|reserva|habitación|ordine|fattura|camera|bestelling|factuur|kamer|zamówieni[ea]|faktura|pokój|sipariş|oda|заказ\p{L}*|сч[её]т\p{L}*|номер|订单号?|訂單|快递|房间|注文(?:番号)?|部屋|주문(?:번호)?|객실|طلبك?|سفارش|ऑर्डर|कमरा)(?: (?:no|nr|id|n[º°]|number|is|ist|est|es|è|é|رقم))?[\s.:：#№]*$/iu;

/** The word between the name of a code and the code: "is", in the languages that need one, or "your", where that comes last. */
const IS =
  /(?:^|[\s)])(?:is|ist|lautet|est|es|è|é|er|är|je|este|adalah|là|είναι|هو|هي|הוא|שלך|شما)$|(?:คือ|は|是|为|為)$|^k\p{L}*(?: \p{L}+){0,2} (?:to|on)$/iu;
/** What else may stand there; a comma or a semicolon begins another thought. */
const TIES = /[^\s\p{L}\p{M}\p{N},;、，；؛]$/u;
/** The rest of a word that begins with the name of a code, and then nothing. */
const REST_OF_NAME =
  /^(?:[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Hangul}\p{M}'’-]*|番[号號](?:は)?|ยืนยัน)[^\p{L}\p{N},;、，；]*$/u;
const NEW_THOUGHT = /[,;]\s|[、，；؛]/u;

/** Before a code that comes first: somebody is told to type it. */
const TYPE_IT =
  /(?:^|[^\p{L}\p{M}])(?:use|enter|type|nutze|verwenden? sie|gib|geben sie|utilisez|saisissez|entrez|usa|ingresa|introduce|insira|digite|inserisci|gebruik|voer|wpisz|użyj|введите|используйте|استخدم|أدخل|使用|输入|輸入)$/iu;
/** Behind a code that comes first: what it is. */
const IS_NAMED =
  /^[^\s\p{L}\p{N},;:]* (?:is|ist|est|es|è|é|er|är|je|to|este|adalah|là|είναι|هو|هي|הוא)\s/iu;

/** So far a statement reaches at most, in characters; mails have footers of any length. */
const reach = 240;

/**
 * Whether a text says of the number between `start` and `end` that it is a one-time code: "your code is …", "… is your
 * code", a line of its own below "verification code". Beside an order or a room that the text has a number for, a
 * code is often mentioned too.
 *
 * @param text - As plain text with ASCII digits.
 */
export function isCalledCode(text: string, start: number, end: number): boolean {
  const from = Math.max(0, start - reach);
  const around = text
    .slice(from, end + reach)
    .replace(OTHER_CODE, (other) => '_'.repeat(other.length));
  const before = around.slice(0, start - from).split(STATEMENT_END);
  const after = around.slice(end - from).split(STATEMENT_END);
  const [lead = '', ...earlier] = before.toReversed().map((part) => part.trim());
  const [rest = '', ...later] = after;
  const said = earlier.filter(hasLetter);
  if (!hasLetter(lead) && !hasLetter(rest)) {
    // On a line of its own: the lines around say what it is.
    const neighbours = [...said.slice(0, 2), ...later.filter(hasLetter).slice(0, 1)];
    return !OTHER_NOUN.test(said[0] ?? '') && neighbours.some((part) => lastCodeWord(part));
  }
  return isNamedBefore(lead) || isNamedAfter(lead, rest, said[0] ?? '');
}

/** "Your code for Acme is …" */
function isNamedBefore(lead: string): boolean {
  const word = lastCodeWord(lead);
  if (!word) return false;
  const tail = lead.slice(word.index + word[0].length);
  if (REST_OF_NAME.test(tail)) return true;
  const bare = (word[0] + tail).replace(/[^\p{L}\p{M}]+$/u, '');
  return !NEW_THOUGHT.test(tail) && !OTHER_NOUN.test(tail) && (IS.test(bare) || TIES.test(tail));
}

/** "… is your code", "use … as your code" */
function isNamedAfter(lead: string, rest: string, previous: string): boolean {
  const [word] = rest.matchAll(CODE_WORD);
  if (!word) return false;
  const link = rest.slice(0, word.index);
  if (/\d{3}/.test(link) || NEW_THOUGHT.test(link) || link.includes(':')) return false;
  // In many words there is more than one thought.
  const words = link.trim().split(/\s+/).length;
  if (IS_NAMED.test(rest)) return words <= 7 && !OTHER_NOUN.test(lead);
  if (words > 4) return false;
  // Else nothing stands before it, not even what a colon ends.
  const [clause = ''] = lead.split(/[^\p{L}\p{M}\p{N}\s'’.:：-]/u).slice(-1);
  return TYPE_IT.test(lead) || (!hasLetter(clause) && !OTHER_NOUN.test(previous));
}

const hasLetter = (part: string) => /\p{L}/u.test(part);

const lastCodeWord = (part: string) => [...part.matchAll(CODE_WORD)].at(-1);

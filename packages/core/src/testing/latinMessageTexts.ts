import type { MessageTexts } from './messageTexts.ts';

/** The languages in Latin letters. */
export const latinMessageTexts: Record<string, MessageTexts> = {
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
    mentions: [
      'Never share your code with anyone.',
      'Show your code at the counter.',
      'Your verification code follows in another message.',
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
    mentions: [
      'Geben Sie Ihren Code niemandem weiter.',
      'Der Code folgt in einer eigenen Nachricht.',
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
    mentions: ['Ne communiquez jamais votre code.', 'Le code vous sera envoyé séparément.'],
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
    mentions: ['No compartas nunca tu código.', 'El código llegará en otro mensaje.'],
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
    mentions: ['Nunca partilhe o seu código.', 'O código chega noutra mensagem.'],
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
    mentions: ['Non condividere mai il tuo codice.', 'Il codice arriva con un altro messaggio.'],
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
    mentions: ['Deel je code met niemand.', 'De code volgt in een apart bericht.'],
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
    mentions: ['Nikomu nie podawaj kodu.', 'Kod wyślemy w osobnej wiadomości.'],
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
    mentions: ['Kodunuzu kimseyle paylaşmayın.', 'Kod ayrı bir mesajla gelecek.'],
    others: [
      '{lone} numaralı siparişiniz kargoya verildi.',
      'Sipariş {lone} yola çıktı.',
      'Oda {lone}, giriş saati {time}.',
    ],
  },
};

import { numbersIn } from './numbersIn.ts';
import type { Language } from './partMessages.ts';

const { count } = numbersIn('it');
const sendNew = 'Richiedi un nuovo codice per continuare.';
const busy = 'L’accesso non risponde in questo momento. Riprova tra poco.';

/** Italian, with "tu", as products there use it. */
export const it: Language = {
  locale: 'it',
  direction: 'ltr',
  'identifier.title': 'Accedi',
  'identifier.email.label': 'Indirizzo email',
  'identifier.phone.label': 'Numero di cellulare',
  'identifier.either.label': 'Indirizzo email o numero di cellulare',
  'identifier.email.hint': ({ length }) => `Ti invieremo un codice di ${length} cifre via email.`,
  'identifier.link.hint': () => 'Ti invieremo un link di accesso via email.',
  'identifier.phone.hint': ({ length }) =>
    `Inizia un numero con il prefisso internazionale, ad esempio +39. Ti invieremo un codice di ${length} cifre.`,
  'identifier.submit': 'Continua',
  'identifier.sending': 'Invio del codice…',
  'link.sending': 'Invio del link…',
  'code.title.email': 'Controlla la tua email',
  'code.title.sms': 'Controlla il tuo telefono',
  'code.sent': ({ length, identifier }) =>
    `Abbiamo inviato un codice di ${length} cifre a ${identifier}.`,
  'code.sentNew': ({ time }) =>
    `Abbiamo inviato un nuovo codice alle ${time}. Usa il più recente: quelli precedenti non funzionano più.`,
  'code.sentAt': ({ identifier, time }) =>
    `Abbiamo inviato un codice a ${identifier} alle ${time}.`,
  'code.restored': ({ identifier }) =>
    `Ti diamo di nuovo il benvenuto. Inserisci il codice che abbiamo inviato a ${identifier}.`,
  'code.announced': ({ identifier }) => `Codice inviato a ${identifier}`,
  'code.label': 'Codice di verifica',
  'code.hint': ({ length, minutes }) =>
    `Funziona per ${count(minutes, { one: '# minuto', other: '# minuti' })}. Lo controlleremo appena avrai inserito tutte le ${length} cifre.`,
  'code.expires': ({ time }) => `Questo codice funziona ancora per ${time}.`,
  'code.submit': 'Verifica',
  'code.checking': 'Verifica in corso…',
  'code.offline': 'Non hai una connessione. Controlleremo il codice quando tornerai online.',
  'resend.ready': 'Invia un nuovo codice',
  'resend.link': 'Invia un nuovo link',
  'resend.wait': ({ time }) => `Potrai chiederne un altro tra ${time}`,
  'resend.now': 'Ora puoi chiederne un altro.',
  'resend.offline': 'Potrai chiederne un altro quando tornerai online.',
  'help.email': ({ identifier }) =>
    `Non è arrivato? Controlla la cartella dello spam e verifica che ${identifier} sia corretto.`,
  'help.sms': ({ identifier }) => `Non è arrivato? Verifica che ${identifier} sia corretto.`,
  'change.email': 'Usa un’altra email',
  'change.sms': 'Usa un altro numero',
  'instead.email': 'Ricevi il codice via e-mail',
  'instead.sms': 'Ricevi il codice via SMS',
  'link.sent': ({ identifier }) =>
    `Abbiamo inviato un link di accesso a ${identifier}. Aprilo su questo dispositivo, in questo browser.`,
  'mfa.title': 'Ancora un passaggio',
  online: 'Hai di nuovo una connessione.',
  'elsewhere.title': 'Hai effettuato l’accesso in un’altra scheda',
  'elsewhere.continue': 'Continua',
  success: 'Hai effettuato l’accesso',
  'typo.suggestion': ({ address }) => `Intendevi ${address}?`,
  'typo.apply': 'Sì, correggi',
  'typo.dismiss': 'No, lascia così',
  'mail.open': ({ provider }) => `Apri ${provider}`,
  'mail.newTab': 'si apre in una nuova scheda',
  'phone.country': 'Paese o area geografica',
  invalid_identifier: ({ kind }) =>
    kind === 'email'
      ? 'Inserisci un indirizzo email come nome@example.com'
      : `Inserisci ${kind === 'either' ? 'un indirizzo email o ' : ''}un numero di cellulare con il prefisso internazionale, come +39 312 345 6789`,
  incomplete_code: ({ length }) => `Inserisci tutte le ${length} cifre`,
  ambiguous_code: ({ length }) =>
    `Non abbiamo trovato un unico codice di ${length} cifre in questo testo.`,
  repeated_code: 'Hai già provato questo codice. Controlla il messaggio più recente.',
  wrong_code: ({ triesLeft }) =>
    `Questo codice non è corretto. ${count(triesLeft, { one: 'Hai ancora # tentativo.', other: 'Hai ancora # tentativi.' })}`,
  expired_code: `Questo codice è scaduto. ${sendNew}`,
  too_many_attempts: `Troppi tentativi con questo codice. ${sendNew}`,
  rate_limited: ({ time }) => (time ? `Hai richiesto diversi codici. Riprova tra ${time}.` : busy),
  blocked: 'L’accesso è sospeso per la tua sicurezza. Riprova più tardi o contatta l’assistenza.',
  signup_disabled: 'Qui non è possibile creare nuovi account.',
  captcha_required: 'Conferma di essere una persona, poi riprova.',
  delivery_failed: 'Non siamo riusciti a inviare il codice. Riprova.',
  mfa_required: 'Ancora un passaggio',
  access_denied: 'Non puoi accedere con questo account.',
  misconfigured: 'L’accesso non è disponibile in questo momento.',
  offline: 'Non hai una connessione. Riprova quando tornerai online.',
  network:
    'Non siamo riusciti a raggiungere il servizio di accesso. Controlla la connessione e riprova.',
  timeout: busy,
  aborted: '',
  provider_down: busy,
  unexpected_response: busy,
};

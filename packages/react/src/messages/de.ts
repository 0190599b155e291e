import { numbersIn } from './numbersIn.ts';
import type { Language } from './partMessages.ts';

const { count } = numbersIn('de');
const sendNew = 'Fordern Sie einen neuen Code an, um fortzufahren.';
const busy = 'Die Anmeldung antwortet gerade nicht. Versuchen Sie es gleich noch einmal.';

/** German, with the formal "Sie". */
export const de: Language = {
  locale: 'de',
  direction: 'ltr',
  'identifier.title': 'Anmelden',
  'identifier.email.label': 'E-Mail-Adresse',
  'identifier.phone.label': 'Mobilnummer',
  'identifier.either.label': 'E-Mail-Adresse oder Mobilnummer',
  'identifier.email.hint': ({ length }) =>
    `Wir senden Ihnen einen ${length}-stelligen Code per E-Mail.`,
  'identifier.link.hint': () => 'Wir senden Ihnen einen Anmeldelink per E-Mail.',
  'identifier.phone.hint': ({ length }) =>
    `Beginnen Sie eine Nummer mit der Landesvorwahl, z. B. +49. Wir senden Ihnen einen ${length}-stelligen Code.`,
  'identifier.submit': 'Weiter',
  'identifier.sending': 'Code wird gesendet …',
  'link.sending': 'Link wird gesendet …',
  'code.title.email': 'Sehen Sie in Ihr Postfach',
  'code.title.sms': 'Sehen Sie auf Ihr Handy',
  'code.sent': ({ length, identifier }) =>
    `Wir haben einen ${length}-stelligen Code an ${identifier} gesendet.`,
  'code.sentNew': ({ time }) =>
    `Wir haben um ${time} einen neuen Code gesendet. Verwenden Sie den neuesten – ältere Codes gelten nicht mehr.`,
  'code.sentAt': ({ identifier, time }) =>
    `Wir haben um ${time} einen Code an ${identifier} gesendet.`,
  'code.restored': ({ identifier }) =>
    `Willkommen zurück. Geben Sie den Code ein, den wir an ${identifier} gesendet haben.`,
  'code.announced': ({ identifier }) => `Code gesendet an ${identifier}`,
  'code.label': 'Bestätigungscode',
  'code.hint': ({ length, minutes }) =>
    `Er gilt ${count(minutes, { one: '# Minute', other: '# Minuten' })}. Wir prüfen ihn, sobald alle ${length} Ziffern eingegeben sind.`,
  'code.expires': ({ time }) => `Dieser Code gilt noch ${time}.`,
  'code.submit': 'Bestätigen',
  'code.checking': 'Wird geprüft …',
  'code.offline': 'Sie sind offline. Wir prüfen Ihren Code, sobald Sie wieder online sind.',
  'resend.ready': 'Neuen Code senden',
  'resend.link': 'Neuen Link senden',
  'resend.wait': ({ time }) => `Neu anfordern möglich in ${time}`,
  'resend.now': 'Sie können jetzt eine neue Nachricht anfordern.',
  'resend.offline': 'Neu anfordern können Sie, sobald Sie wieder online sind.',
  'help.email': ({ identifier }) =>
    `Nichts erhalten? Sehen Sie im Spam-Ordner nach und prüfen Sie, ob ${identifier} stimmt.`,
  'help.sms': ({ identifier }) => `Nichts erhalten? Prüfen Sie, ob ${identifier} stimmt.`,
  'change.email': 'Andere E-Mail-Adresse verwenden',
  'change.sms': 'Andere Nummer verwenden',
  'instead.email': 'Code stattdessen per E-Mail erhalten',
  'instead.sms': 'Code stattdessen per SMS erhalten',
  'link.sent': ({ identifier }) =>
    `Wir haben einen Anmeldelink an ${identifier} gesendet. Öffnen Sie ihn auf diesem Gerät, in diesem Browser.`,
  'mfa.title': 'Noch ein Schritt',
  online: 'Sie sind wieder online.',
  'elsewhere.title': 'Sie haben sich in einem anderen Tab angemeldet',
  'elsewhere.continue': 'Weiter',
  success: 'Sie sind angemeldet',
  'typo.suggestion': ({ address }) => `Meinten Sie ${address}?`,
  'typo.apply': 'Ja, ändern',
  'typo.dismiss': 'Nein, so lassen',
  'mail.open': ({ provider }) => `${provider} öffnen`,
  'mail.newTab': 'öffnet einen neuen Tab',
  'phone.country': 'Land oder Region',
  invalid_identifier: ({ kind }) =>
    kind === 'email'
      ? 'Geben Sie eine E-Mail-Adresse wie name@example.com ein'
      : `Geben Sie ${kind === 'either' ? 'eine E-Mail-Adresse oder ' : ''}eine Mobilnummer mit Landesvorwahl ein, z. B. +49 1512 3456789`,
  incomplete_code: ({ length }) => `Geben Sie alle ${length} Ziffern ein`,
  ambiguous_code: ({ length }) =>
    `In diesem Text haben wir keinen eindeutigen ${length}-stelligen Code gefunden.`,
  repeated_code:
    'Diesen Code haben Sie schon ausprobiert. Sehen Sie in der neuesten Nachricht nach.',
  wrong_code: ({ triesLeft }) =>
    `Dieser Code stimmt nicht. ${count(triesLeft, { one: 'Noch # Versuch.', other: 'Noch # Versuche.' })}`,
  expired_code: `Dieser Code ist abgelaufen. ${sendNew}`,
  too_many_attempts: `Zu viele Versuche mit diesem Code. ${sendNew}`,
  rate_limited: ({ time }) =>
    time ? `Sie haben mehrere Codes angefordert. Versuchen Sie es in ${time} noch einmal.` : busy,
  blocked:
    'Die Anmeldung ist zu Ihrer Sicherheit vorübergehend gesperrt. Versuchen Sie es später noch einmal oder wenden Sie sich an den Support.',
  signup_disabled: 'Hier können keine neuen Konten angelegt werden.',
  captcha_required: 'Bestätigen Sie, dass Sie ein Mensch sind, und versuchen Sie es noch einmal.',
  delivery_failed: 'Wir konnten den Code nicht senden. Versuchen Sie es noch einmal.',
  mfa_required: 'Noch ein Schritt',
  access_denied: 'Mit diesem Konto können Sie sich nicht anmelden.',
  misconfigured: 'Die Anmeldung ist zurzeit nicht verfügbar.',
  offline: 'Sie sind offline. Versuchen Sie es noch einmal, wenn Sie wieder online sind.',
  network:
    'Wir konnten den Anmeldedienst nicht erreichen. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  timeout: busy,
  aborted: '',
  provider_down: busy,
  unexpected_response: busy,
};

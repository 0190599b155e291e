import { numbersIn } from './numbersIn.ts';
import type { Language } from './partMessages.ts';

const { count } = numbersIn('nl');
const sendNew = 'Vraag een nieuwe code aan om door te gaan.';
const busy = 'Inloggen reageert op dit moment niet. Probeer het zo nog eens.';

/** Dutch, with "je", as products there use it. */
export const nl: Language = {
  locale: 'nl',
  direction: 'ltr',
  'identifier.title': 'Inloggen',
  'identifier.email.label': 'E-mailadres',
  'identifier.phone.label': 'Mobiel nummer',
  'identifier.either.label': 'E-mailadres of mobiel nummer',
  'identifier.email.hint': ({ length }) => `We mailen je een code van ${length} cijfers.`,
  'identifier.link.hint': () => 'We mailen je een inloglink.',
  'identifier.phone.hint': ({ length }) =>
    `Begin een nummer met de landcode, zoals +31. We sturen je een code van ${length} cijfers.`,
  'identifier.submit': 'Doorgaan',
  'identifier.sending': 'Code versturen…',
  'link.sending': 'Link versturen…',
  'code.title.email': 'Bekijk je e-mail',
  'code.title.sms': 'Bekijk je telefoon',
  'code.sent': ({ length, identifier }) =>
    `We hebben een code van ${length} cijfers gestuurd naar ${identifier}.`,
  'code.sentNew': ({ time }) =>
    `We hebben om ${time} een nieuwe code gestuurd. Gebruik de nieuwste: oudere codes werken niet meer.`,
  'code.sentAt': ({ identifier, time }) =>
    `We hebben om ${time} een code gestuurd naar ${identifier}.`,
  'code.restored': ({ identifier }) =>
    `Welkom terug. Voer de code in die we naar ${identifier} hebben gestuurd.`,
  'code.announced': ({ identifier }) => `Code gestuurd naar ${identifier}`,
  'code.label': 'Verificatiecode',
  'code.hint': ({ length, minutes }) =>
    `Deze werkt ${count(minutes, { one: '# minuut', other: '# minuten' })}. We controleren de code zodra je alle ${length} cijfers hebt ingevoerd.`,
  'code.expires': ({ time }) => `Deze code werkt nog ${time}.`,
  'code.submit': 'Verifiëren',
  'code.checking': 'Controleren…',
  'code.offline': 'Je bent offline. We controleren je code zodra je weer online bent.',
  'resend.ready': 'Nieuwe code sturen',
  'resend.link': 'Nieuwe link sturen',
  'resend.wait': ({ time }) => `Je kunt over ${time} een nieuwe aanvragen`,
  'resend.now': 'Je kunt nu een nieuwe aanvragen.',
  'resend.offline': 'Je kunt een nieuwe aanvragen zodra je weer online bent.',
  'help.email': ({ identifier }) =>
    `Niets ontvangen? Kijk in je spammap en controleer of ${identifier} klopt.`,
  'help.sms': ({ identifier }) => `Niets ontvangen? Controleer of ${identifier} klopt.`,
  'change.email': 'Ander e-mailadres gebruiken',
  'change.sms': 'Ander nummer gebruiken',
  'instead.email': 'Code via e-mail ontvangen',
  'instead.sms': 'Code via sms ontvangen',
  'link.sent': ({ identifier }) =>
    `We hebben een inloglink gestuurd naar ${identifier}. Open de link op dit apparaat, in deze browser.`,
  'mfa.title': 'Nog één stap',
  online: 'Je bent weer online.',
  'elsewhere.title': 'Je bent ingelogd in een ander tabblad',
  'elsewhere.continue': 'Doorgaan',
  success: 'Je bent ingelogd',
  'typo.suggestion': ({ address }) => `Bedoelde je ${address}?`,
  'typo.apply': 'Ja, aanpassen',
  'typo.dismiss': 'Nee, zo laten',
  'mail.open': ({ provider }) => `${provider} openen`,
  'mail.newTab': 'opent in een nieuw tabblad',
  'phone.country': 'Land of regio',
  invalid_identifier: ({ kind }) =>
    kind === 'email'
      ? 'Voer een e-mailadres in zoals naam@example.com'
      : `Voer ${kind === 'either' ? 'een e-mailadres of ' : ''}een mobiel nummer met landcode in, zoals +31 6 12345678`,
  incomplete_code: ({ length }) => `Voer alle ${length} cijfers in`,
  ambiguous_code: ({ length }) =>
    `We konden in die tekst niet één code van ${length} cijfers vinden.`,
  repeated_code: 'Je hebt deze code al geprobeerd. Bekijk het nieuwste bericht.',
  wrong_code: ({ triesLeft }) =>
    `Deze code klopt niet. ${count(triesLeft, { one: 'Nog # poging.', other: 'Nog # pogingen.' })}`,
  expired_code: `Deze code is verlopen. ${sendNew}`,
  too_many_attempts: `Te veel pogingen met deze code. ${sendNew}`,
  rate_limited: ({ time }) =>
    time ? `Je hebt meerdere codes aangevraagd. Probeer het over ${time} nog eens.` : busy,
  blocked:
    'Inloggen is voor je veiligheid gepauzeerd. Probeer het later nog eens of neem contact op met de klantenservice.',
  signup_disabled: 'Je kunt hier geen nieuw account maken.',
  captcha_required: 'Bevestig dat je een mens bent en probeer het nog eens.',
  delivery_failed: 'We konden de code niet versturen. Probeer het nog eens.',
  mfa_required: 'Nog één stap',
  access_denied: 'Je kunt met dit account niet inloggen.',
  misconfigured: 'Inloggen is op dit moment niet beschikbaar.',
  offline: 'Je bent offline. Probeer het nog eens als je weer online bent.',
  network:
    'We konden de inlogdienst niet bereiken. Controleer je verbinding en probeer het nog eens.',
  timeout: busy,
  aborted: '',
  provider_down: busy,
  unexpected_response: busy,
};

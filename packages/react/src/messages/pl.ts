import { numbersIn } from './numbersIn.ts';
import type { Language } from './partMessages.ts';

const { count } = numbersIn('pl');
/** "z 6 cyfr": after this preposition all numbers but one take the same form. */
const digits = (length: number) => count(length, { one: '# cyfry', other: '# cyfr' });
const sendNew = 'Poproś o nowy kod, aby kontynuować.';
const busy = 'Logowanie w tej chwili nie odpowiada. Spróbuj ponownie za chwilę.';

/** Polish. Avoids forms that depend on whether a man or a woman reads. */
export const pl: Language = {
  locale: 'pl',
  direction: 'ltr',
  'identifier.title': 'Zaloguj się',
  'identifier.email.label': 'Adres e-mail',
  'identifier.phone.label': 'Numer telefonu komórkowego',
  'identifier.either.label': 'Adres e-mail lub numer telefonu komórkowego',
  'identifier.email.hint': ({ length }) => `Wyślemy e-mailem kod z ${digits(length)}.`,
  'identifier.link.hint': () => 'Wyślemy e-mailem link do logowania.',
  'identifier.phone.hint': ({ length }) =>
    `Zacznij numer od kodu kraju, na przykład +48. Wyślemy kod z ${digits(length)}.`,
  'identifier.submit': 'Dalej',
  'identifier.sending': 'Wysyłanie kodu…',
  'link.sending': 'Wysyłanie linku…',
  'code.title.email': 'Sprawdź pocztę',
  'code.title.sms': 'Sprawdź telefon',
  'code.sent': ({ length, identifier }) =>
    `Kod z ${digits(length)} został wysłany na ${identifier}.`,
  'code.sentNew': ({ time }) =>
    `Nowy kod został wysłany o ${time}. Użyj najnowszego – starsze kody już nie działają.`,
  'code.sentAt': ({ identifier, time }) => `Kod został wysłany na ${identifier} o ${time}.`,
  'code.restored': ({ identifier }) => `Witamy ponownie. Wpisz kod wysłany na ${identifier}.`,
  'code.announced': ({ identifier }) => `Kod wysłany na ${identifier}`,
  'code.label': 'Kod weryfikacyjny',
  'code.hint': ({ length, minutes }) =>
    `Działa przez ${count(minutes, { one: '# minutę', few: '# minuty', other: '# minut' })}. Sprawdzimy go od razu po wpisaniu ${count(length, { one: '# cyfry', other: 'wszystkich # cyfr' })}.`,
  'code.expires': ({ time }) => `Ten kod działa jeszcze ${time}.`,
  'code.submit': 'Zweryfikuj',
  'code.checking': 'Sprawdzanie…',
  'code.offline': 'Brak połączenia. Sprawdzimy kod, gdy połączenie wróci.',
  'resend.ready': 'Wyślij nowy kod',
  'resend.link': 'Wyślij nowy link',
  'resend.wait': ({ time }) => `Ponowne wysłanie będzie możliwe za ${time}`,
  'resend.now': 'Ponowne wysłanie jest już możliwe.',
  'resend.offline': 'Ponowne wysłanie będzie możliwe, gdy wróci połączenie.',
  'help.email': ({ identifier }) =>
    `Nic nie dotarło? Sprawdź folder ze spamem oraz czy ${identifier} to właściwy adres.`,
  'help.sms': ({ identifier }) => `Nic nie dotarło? Sprawdź, czy ${identifier} to właściwy numer.`,
  'change.email': 'Użyj innego adresu e-mail',
  'change.sms': 'Użyj innego numeru',
  'instead.email': 'Otrzymaj kod e-mailem',
  'instead.sms': 'Otrzymaj kod SMS-em',
  'link.sent': ({ identifier }) =>
    `Link do logowania został wysłany na ${identifier}. Otwórz go na tym urządzeniu, w tej przeglądarce.`,
  'mfa.title': 'Jeszcze jeden krok',
  online: 'Połączenie wróciło.',
  'elsewhere.title': 'Zalogowano w innej karcie',
  'elsewhere.continue': 'Dalej',
  success: 'Zalogowano',
  'typo.suggestion': ({ address }) => `Czy chodzi o ${address}?`,
  'typo.apply': 'Tak, zmień',
  'typo.dismiss': 'Nie, zostaw',
  'mail.open': ({ provider }) => `Otwórz ${provider}`,
  'mail.newTab': 'otwiera się w nowej karcie',
  'phone.country': 'Kraj lub region',
  invalid_identifier: ({ kind }) =>
    kind === 'email'
      ? 'Wpisz adres e-mail, na przykład imie@example.com'
      : `Wpisz ${kind === 'either' ? 'adres e-mail lub ' : ''}numer telefonu komórkowego z kodem kraju, na przykład +48 512 345 678`,
  incomplete_code: ({ length }) =>
    count(length, {
      one: 'Wpisz # cyfrę',
      few: 'Wpisz wszystkie # cyfry',
      other: 'Wpisz wszystkie # cyfr',
    }),
  ambiguous_code: ({ length }) =>
    `W tym tekście nie udało się znaleźć jednego kodu z ${digits(length)}.`,
  repeated_code: 'Ten kod był już wpisany. Sprawdź najnowszą wiadomość.',
  wrong_code: ({ triesLeft }) =>
    `Ten kod się nie zgadza. ${count(triesLeft, { one: 'Została # próba.', few: 'Zostały # próby.', other: 'Zostało # prób.' })}`,
  expired_code: `Ten kod wygasł. ${sendNew}`,
  too_many_attempts: `Zbyt wiele prób z tym kodem. ${sendNew}`,
  rate_limited: ({ time }) =>
    time ? `Kod był już wysyłany kilka razy. Spróbuj ponownie za ${time}.` : busy,
  blocked:
    'Logowanie zostało wstrzymane ze względów bezpieczeństwa. Spróbuj później lub skontaktuj się z pomocą techniczną.',
  signup_disabled: 'Tutaj nie można zakładać nowych kont.',
  captcha_required: 'Potwierdź, że jesteś człowiekiem, i spróbuj ponownie.',
  delivery_failed: 'Nie udało się wysłać kodu. Spróbuj ponownie.',
  mfa_required: 'Jeszcze jeden krok',
  access_denied: 'Na to konto nie można się zalogować.',
  misconfigured: 'Logowanie jest w tej chwili niedostępne.',
  offline: 'Brak połączenia. Spróbuj ponownie, gdy połączenie wróci.',
  network: 'Nie udało się połączyć z usługą logowania. Sprawdź połączenie i spróbuj ponownie.',
  timeout: busy,
  aborted: '',
  provider_down: busy,
  unexpected_response: busy,
};

import { numbersIn } from './numbersIn.ts';
import type { Language } from './partMessages.ts';

const { count } = numbersIn('fr');
const sendNew = 'Demandez un nouveau code pour continuer.';
const busy = 'La connexion ne répond pas pour le moment. Réessayez dans un instant.';

/** French, with the formal "vous". */
export const fr: Language = {
  locale: 'fr',
  direction: 'ltr',
  'identifier.title': 'Se connecter',
  'identifier.email.label': 'Adresse e-mail',
  'identifier.phone.label': 'Numéro de mobile',
  'identifier.either.label': 'Adresse e-mail ou numéro de mobile',
  'identifier.email.hint': ({ length }) =>
    `Nous vous enverrons un code à ${length} chiffres par e-mail.`,
  'identifier.link.hint': () => 'Nous vous enverrons un lien de connexion par e-mail.',
  'identifier.phone.hint': ({ length }) =>
    `Commencez un numéro par l’indicatif du pays, par exemple +33. Nous vous enverrons un code à ${length} chiffres.`,
  'identifier.submit': 'Continuer',
  'identifier.sending': 'Envoi du code…',
  'link.sending': 'Envoi du lien…',
  'code.title.email': 'Consultez vos e-mails',
  'code.title.sms': 'Consultez votre téléphone',
  'code.sent': ({ length, identifier }) =>
    `Nous avons envoyé un code à ${length} chiffres à ${identifier}.`,
  'code.sentNew': ({ time }) =>
    `Nous avons envoyé un nouveau code à ${time}. Utilisez le plus récent : les codes précédents ne fonctionnent plus.`,
  'code.sentAt': ({ identifier, time }) => `Nous avons envoyé un code à ${identifier} à ${time}.`,
  'code.restored': ({ identifier }) =>
    `Bon retour parmi nous. Saisissez le code que nous avons envoyé à ${identifier}.`,
  'code.announced': ({ identifier }) => `Code envoyé à ${identifier}`,
  'code.label': 'Code de vérification',
  'code.hint': ({ length, minutes }) =>
    `Il fonctionne pendant ${count(minutes, { one: '# minute', other: '# minutes' })}. Nous le vérifierons dès que vous aurez saisi les ${length} chiffres.`,
  'code.expires': ({ time }) => `Ce code fonctionne encore ${time}.`,
  'code.submit': 'Vérifier',
  'code.checking': 'Vérification…',
  'code.offline':
    'Vous êtes hors ligne. Nous vérifierons votre code dès que vous serez de nouveau en ligne.',
  'resend.ready': 'Envoyer un nouveau code',
  'resend.link': 'Envoyer un nouveau lien',
  'resend.wait': ({ time }) => `Nouvelle demande possible dans ${time}`,
  'resend.now': 'Vous pouvez maintenant faire une nouvelle demande.',
  'resend.offline': 'Vous pourrez refaire une demande quand vous serez de nouveau en ligne.',
  'help.email': ({ identifier }) =>
    `Vous n’avez rien reçu ? Regardez dans vos courriers indésirables et vérifiez que ${identifier} est correct.`,
  'help.sms': ({ identifier }) => `Vous n’avez rien reçu ? Vérifiez que ${identifier} est correct.`,
  'change.email': 'Utiliser une autre adresse e-mail',
  'change.sms': 'Utiliser un autre numéro',
  'instead.email': 'Recevoir plutôt le code par e-mail',
  'instead.sms': 'Recevoir plutôt le code par SMS',
  'link.sent': ({ identifier }) =>
    `Nous avons envoyé un lien de connexion à ${identifier}. Ouvrez-le sur cet appareil, dans ce navigateur.`,
  'mfa.title': 'Encore une étape',
  online: 'Vous êtes de nouveau en ligne.',
  'elsewhere.title': 'Connexion effectuée dans un autre onglet',
  'elsewhere.continue': 'Continuer',
  success: 'Connexion réussie',
  'typo.suggestion': ({ address }) => `Vouliez-vous dire ${address} ?`,
  'typo.apply': 'Oui, corriger',
  'typo.dismiss': 'Non, garder le mien',
  'mail.open': ({ provider }) => `Ouvrir ${provider}`,
  'mail.newTab': 's’ouvre dans un nouvel onglet',
  'phone.country': 'Pays ou région',
  invalid_identifier: ({ kind }) =>
    kind === 'email'
      ? 'Saisissez une adresse e-mail comme nom@example.com'
      : `Saisissez ${kind === 'either' ? 'une adresse e-mail ou ' : ''}un numéro de mobile avec l’indicatif du pays, comme +33 6 12 34 56 78`,
  incomplete_code: ({ length }) => `Saisissez les ${length} chiffres`,
  ambiguous_code: ({ length }) =>
    `Nous n’avons pas trouvé un seul code à ${length} chiffres dans ce texte.`,
  repeated_code: 'Vous avez déjà essayé ce code. Consultez le message le plus récent.',
  wrong_code: ({ triesLeft }) =>
    `Ce code n’est pas le bon. ${count(triesLeft, { one: 'Il vous reste # essai.', other: 'Il vous reste # essais.' })}`,
  expired_code: `Ce code a expiré. ${sendNew}`,
  too_many_attempts: `Trop d’essais avec ce code. ${sendNew}`,
  rate_limited: ({ time }) =>
    time ? `Vous avez demandé plusieurs codes. Réessayez dans ${time}.` : busy,
  blocked:
    'La connexion est suspendue pour votre sécurité. Réessayez plus tard ou contactez l’assistance.',
  signup_disabled: 'Il n’est pas possible de créer un compte ici.',
  captcha_required: 'Confirmez que vous êtes humain, puis réessayez.',
  delivery_failed: 'Nous n’avons pas pu envoyer le code. Réessayez.',
  mfa_required: 'Encore une étape',
  access_denied: 'Vous ne pouvez pas vous connecter avec ce compte.',
  misconfigured: 'La connexion n’est pas disponible pour le moment.',
  offline: 'Vous êtes hors ligne. Réessayez quand vous serez de nouveau en ligne.',
  network:
    'Nous n’avons pas pu joindre le service de connexion. Vérifiez votre connexion à Internet, puis réessayez.',
  timeout: busy,
  aborted: '',
  provider_down: busy,
  unexpected_response: busy,
};

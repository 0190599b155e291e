import { numbersIn } from './numbersIn.ts';
import type { Language } from './partMessages.ts';

const { count } = numbersIn('es');
const sendNew = 'Solicita un código nuevo para continuar.';
const busy = 'El inicio de sesión no responde en este momento. Inténtalo de nuevo en un momento.';

/** Spanish, with "tú", as products in Spain and Latin America use it. */
export const es: Language = {
  locale: 'es',
  direction: 'ltr',
  'identifier.title': 'Iniciar sesión',
  'identifier.email.label': 'Correo electrónico',
  'identifier.phone.label': 'Número de móvil',
  'identifier.either.label': 'Correo electrónico o número de móvil',
  'identifier.email.hint': ({ length }) =>
    `Te enviaremos un código de ${length} dígitos por correo electrónico.`,
  'identifier.link.hint': () => 'Te enviaremos un enlace de acceso por correo electrónico.',
  'identifier.phone.hint': ({ length }) =>
    `Empieza un número con el prefijo del país, como +34. Te enviaremos un código de ${length} dígitos.`,
  'identifier.submit': 'Continuar',
  'identifier.sending': 'Enviando código…',
  'link.sending': 'Enviando enlace…',
  'code.title.email': 'Revisa tu correo',
  'code.title.sms': 'Revisa tu teléfono',
  'code.sent': ({ length, identifier }) =>
    `Hemos enviado un código de ${length} dígitos a ${identifier}.`,
  'code.sentNew': ({ time }) =>
    `Hemos enviado un código nuevo (${time}). Usa el más reciente: los anteriores ya no funcionan.`,
  'code.sentAt': ({ identifier, time }) => `Hemos enviado un código a ${identifier} (${time}).`,
  'code.restored': ({ identifier }) =>
    `Te damos la bienvenida de nuevo. Introduce el código que enviamos a ${identifier}.`,
  'code.announced': ({ identifier }) => `Código enviado a ${identifier}`,
  'code.label': 'Código de verificación',
  'code.hint': ({ length, minutes }) =>
    `Funciona durante ${count(minutes, { one: '# minuto', other: '# minutos' })}. Lo comprobaremos en cuanto introduzcas los ${length} dígitos.`,
  'code.expires': ({ time }) => `A este código le quedan ${time}.`,
  'code.submit': 'Verificar',
  'code.checking': 'Comprobando…',
  'code.offline': 'No tienes conexión. Comprobaremos tu código cuando vuelvas a tenerla.',
  'resend.ready': 'Enviar un código nuevo',
  'resend.link': 'Enviar un enlace nuevo',
  'resend.wait': ({ time }) => `Podrás pedir otro en ${time}`,
  'resend.now': 'Ya puedes pedir otro.',
  'resend.offline': 'Podrás pedir otro cuando vuelvas a tener conexión.',
  'help.email': ({ identifier }) =>
    `¿No te ha llegado? Mira en la carpeta de correo no deseado y comprueba que ${identifier} es correcto.`,
  'help.sms': ({ identifier }) => `¿No te ha llegado? Comprueba que ${identifier} es correcto.`,
  'change.email': 'Usar otro correo',
  'change.sms': 'Usar otro número',
  'instead.email': 'Recibir el código por correo electrónico',
  'instead.sms': 'Recibir el código por SMS',
  'link.sent': ({ identifier }) =>
    `Hemos enviado un enlace de acceso a ${identifier}. Ábrelo en este dispositivo, en este navegador.`,
  'mfa.title': 'Un paso más',
  online: 'Vuelves a tener conexión.',
  'elsewhere.title': 'Has iniciado sesión en otra pestaña',
  'elsewhere.continue': 'Continuar',
  success: 'Has iniciado sesión',
  'typo.suggestion': ({ address }) => `¿Querías decir ${address}?`,
  'typo.apply': 'Sí, cambiarlo',
  'typo.dismiss': 'No, dejarlo así',
  'mail.open': ({ provider }) => `Abrir ${provider}`,
  'mail.newTab': 'se abre en una pestaña nueva',
  'phone.country': 'País o región',
  invalid_identifier: ({ kind }) =>
    kind === 'email'
      ? 'Introduce un correo electrónico como nombre@example.com'
      : `Introduce ${kind === 'either' ? 'un correo electrónico o ' : ''}un número de móvil con el prefijo del país, como +34 612 34 56 78`,
  incomplete_code: ({ length }) => `Introduce los ${length} dígitos`,
  ambiguous_code: ({ length }) =>
    `No hemos encontrado un único código de ${length} dígitos en ese texto.`,
  repeated_code: 'Ya has probado ese código. Revisa el mensaje más reciente.',
  wrong_code: ({ triesLeft }) =>
    `Ese código no es correcto. ${count(triesLeft, { one: 'Te queda # intento.', other: 'Te quedan # intentos.' })}`,
  expired_code: `Ese código ha caducado. ${sendNew}`,
  too_many_attempts: `Demasiados intentos con este código. ${sendNew}`,
  rate_limited: ({ time }) =>
    time ? `Has pedido varios códigos. Inténtalo de nuevo en ${time}.` : busy,
  blocked:
    'El inicio de sesión está en pausa por tu seguridad. Inténtalo más tarde o contacta con el servicio de asistencia.',
  signup_disabled: 'Aquí no se pueden crear cuentas nuevas.',
  captcha_required: 'Confirma que eres una persona e inténtalo de nuevo.',
  delivery_failed: 'No hemos podido enviar el código. Inténtalo de nuevo.',
  mfa_required: 'Un paso más',
  access_denied: 'No puedes iniciar sesión con esta cuenta.',
  misconfigured: 'El inicio de sesión no está disponible en este momento.',
  offline: 'No tienes conexión. Inténtalo de nuevo cuando vuelvas a tenerla.',
  network:
    'No hemos podido contactar con el servicio de inicio de sesión. Comprueba tu conexión e inténtalo de nuevo.',
  timeout: busy,
  aborted: '',
  provider_down: busy,
  unexpected_response: busy,
};

import { numbersIn } from './numbersIn.ts';
import type { Language } from './partMessages.ts';

const { count } = numbersIn('pt-BR');
const sendNew = 'Peça um novo código para continuar.';
const busy = 'O login não está respondendo no momento. Tente de novo em instantes.';

/** Portuguese as in Brazil, with "você". */
export const ptBR: Language = {
  locale: 'pt-BR',
  direction: 'ltr',
  'identifier.title': 'Entrar',
  'identifier.email.label': 'Endereço de e-mail',
  'identifier.phone.label': 'Número de celular',
  'identifier.either.label': 'E-mail ou número de celular',
  'identifier.email.hint': ({ length }) =>
    `Vamos enviar um código de ${length} dígitos por e-mail.`,
  'identifier.link.hint': () => 'Vamos enviar um link de acesso por e-mail.',
  'identifier.phone.hint': ({ length }) =>
    `Comece um número com o código do país, como +55. Vamos enviar um código de ${length} dígitos.`,
  'identifier.submit': 'Continuar',
  'identifier.sending': 'Enviando código…',
  'link.sending': 'Enviando link…',
  'code.title.email': 'Confira seu e-mail',
  'code.title.sms': 'Confira seu celular',
  'code.sent': ({ length, identifier }) =>
    `Enviamos um código de ${length} dígitos para ${identifier}.`,
  'code.sentNew': ({ time }) =>
    `Enviamos um novo código às ${time}. Use o mais recente: os anteriores não funcionam mais.`,
  'code.sentAt': ({ identifier, time }) => `Enviamos um código para ${identifier} às ${time}.`,
  'code.restored': ({ identifier }) =>
    `Que bom ver você de volta. Digite o código que enviamos para ${identifier}.`,
  'code.announced': ({ identifier }) => `Código enviado para ${identifier}`,
  'code.label': 'Código de verificação',
  'code.hint': ({ length, minutes }) =>
    `Ele funciona por ${count(minutes, { one: '# minuto', other: '# minutos' })}. Vamos conferir assim que você digitar os ${length} dígitos.`,
  'code.expires': ({ time }) => `Este código funciona por mais ${time}.`,
  'code.submit': 'Verificar',
  'code.checking': 'Verificando…',
  'code.offline': 'Você está off-line. Vamos conferir seu código quando a conexão voltar.',
  'resend.ready': 'Enviar um novo código',
  'resend.link': 'Enviar um novo link',
  'resend.wait': ({ time }) => `Você poderá pedir outro em ${time}`,
  'resend.now': 'Você já pode pedir outro.',
  'resend.offline': 'Você poderá pedir outro quando a conexão voltar.',
  'help.email': ({ identifier }) =>
    `Não recebeu? Veja a pasta de spam e confira se ${identifier} está certo.`,
  'help.sms': ({ identifier }) => `Não recebeu? Confira se ${identifier} está certo.`,
  'change.email': 'Usar outro e-mail',
  'change.sms': 'Usar outro número',
  'instead.email': 'Receber o código por e-mail',
  'instead.sms': 'Receber o código por SMS',
  'link.sent': ({ identifier }) =>
    `Enviamos um link de acesso para ${identifier}. Abra-o neste dispositivo, neste navegador.`,
  'mfa.title': 'Mais uma etapa',
  online: 'Você está on-line de novo.',
  'elsewhere.title': 'Você entrou em outra aba',
  'elsewhere.continue': 'Continuar',
  success: 'Você entrou',
  'typo.suggestion': ({ address }) => `Você quis dizer ${address}?`,
  'typo.apply': 'Sim, alterar',
  'typo.dismiss': 'Não, manter assim',
  'mail.open': ({ provider }) => `Abrir ${provider}`,
  'mail.newTab': 'abre em uma nova aba',
  'phone.country': 'País ou região',
  invalid_identifier: ({ kind }) =>
    kind === 'email'
      ? 'Digite um e-mail como nome@example.com'
      : `Digite ${kind === 'either' ? 'um e-mail ou ' : ''}um número de celular com o código do país, como +55 11 96123-4567`,
  incomplete_code: ({ length }) => `Digite todos os ${length} dígitos`,
  ambiguous_code: ({ length }) =>
    `Não encontramos um único código de ${length} dígitos nesse texto.`,
  repeated_code: 'Você já tentou esse código. Confira a mensagem mais recente.',
  wrong_code: ({ triesLeft }) =>
    `Esse código não está certo. ${count(triesLeft, { one: 'Resta # tentativa.', other: 'Restam # tentativas.' })}`,
  expired_code: `Esse código expirou. ${sendNew}`,
  too_many_attempts: `Muitas tentativas com este código. ${sendNew}`,
  rate_limited: ({ time }) =>
    time ? `Você pediu vários códigos. Tente de novo em ${time}.` : busy,
  blocked:
    'O login está pausado para sua segurança. Tente de novo mais tarde ou fale com o suporte.',
  signup_disabled: 'Não é possível criar contas novas aqui.',
  captcha_required: 'Confirme que você é uma pessoa e tente de novo.',
  delivery_failed: 'Não conseguimos enviar o código. Tente de novo.',
  mfa_required: 'Mais uma etapa',
  access_denied: 'Não é possível entrar com esta conta.',
  misconfigured: 'O login não está disponível no momento.',
  offline: 'Você está off-line. Tente de novo quando a conexão voltar.',
  network: 'Não conseguimos acessar o serviço de login. Confira sua conexão e tente de novo.',
  timeout: busy,
  aborted: '',
  provider_down: busy,
  unexpected_response: busy,
};

import {
  type ExchangeCodeRequest,
  type Identifier,
  identifierText,
  parseIdentifier,
  PasswordlessError,
  type StartRequest,
} from '@auth0-passwordless/core';

type Body = Readonly<Record<string, unknown>>;

/** RFC 5646, roughly: what may stand in a header. */
const languageTag = /^[a-z]{2,3}(-[a-z\d]{1,8})*$/i;

/**
 * What a body asks to start, made of its known members only.
 *
 * @throws {PasswordlessError} `invalid_identifier`, or `misconfigured` for anything that the client never sends.
 */
export function readStart(body: Body): StartRequest {
  const { send = 'code', language, captcha } = body;
  if (send !== 'code') throw malformed('`send` is not "code": the handler has no page for links');
  if (language !== undefined && !(typeof language === 'string' && languageTag.test(language))) {
    throw malformed('`language` is no BCP 47 tag');
  }
  if (captcha !== undefined && typeof captcha !== 'string') throw malformed('`captcha` is no text');
  return { ...readIdentifier(body), send, language, captcha };
}

/** @throws {PasswordlessError} As `readStart`. */
export function readExchange(body: Body): ExchangeCodeRequest {
  const { code } = body;
  if (typeof code !== 'string' || !/^[\w-]{1,64}$/.test(code)) throw malformed('`code` is no code');
  return { ...readIdentifier(body), code };
}

function readIdentifier({ connection, email, phoneNumber }: Body): Identifier {
  if (connection !== 'email' && connection !== 'sms') {
    throw malformed('`connection` is neither "email" nor "sms"');
  }
  const text = connection === 'email' ? email : phoneNumber;
  // Half a surrogate pair is a character for JavaScript, and none on the way to Auth0.
  const isText = typeof text === 'string' && !/\p{Cs}/u.test(text);
  const parsed = isText ? parseIdentifier(text, [connection]) : null;
  // Only what the parser leaves as it is: Auth0 must get at the exchange what it got at the start.
  if (!parsed || identifierText(parsed) !== text) throw new PasswordlessError('invalid_identifier');
  return parsed;
}

/** Sent as a hint, so that the developer sees it in the browser; nothing of the body is in it. */
const malformed = (problem: string) =>
  new PasswordlessError('misconfigured', {
    status: 400,
    setupHint: {
      cause: `In the body of the request, ${problem}.`,
      setting: 'The call of the client in the page.',
      fix: 'Use `createServerClient`, and send codes only.',
    },
  });

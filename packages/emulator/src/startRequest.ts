import type { Auth0Error } from './auth0Error.ts';
import {
  badAuthParams,
  badEmail,
  badPhoneNumber,
  missingConnection,
  missingPhoneNumber,
  unknownConnection,
  unknownProperties,
} from './auth0Errors.ts';
import { badSend, missingEmail } from './guessedErrors.ts';
import { identify, isConnection, type Connection, type Identifier } from './identifier.ts';
import { isObject, textField, type RequestBody } from './requestBody.ts';

/** What a well-formed start asks for. */
export interface StartRequest {
  to: Identifier;
  send: 'code' | 'link';
  authParams: Readonly<Record<string, unknown>>;
}

type Fields = RequestBody['fields'];

const knownFields = new Set([
  'authParams',
  'captcha',
  'client_assertion',
  'client_assertion_type',
  'client_id',
  'client_secret',
  'connection',
  'email',
  'phone_number',
  'send',
]);

/** Close enough to a mail address: what mail would take for a list, a comment or a quotation is none. */
const emailFormat = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:".]+(\.[^\s@<>()[\]\\,;:".]+)+$/;

/** Reads the address that belongs to a connection: `email` or `phone_number`. */
export function readAddress(connection: Connection, fields: Fields): Identifier | Auth0Error {
  if (connection === 'email') {
    const email = textField(fields, 'email');
    if (email === undefined) return missingEmail;
    return emailFormat.test(email) ? identify(connection, email) : badEmail(email);
  }
  const phoneNumber = textField(fields, 'phone_number');
  if (phoneNumber === undefined) return missingPhoneNumber;
  return /^\+[0-9]{1,15}$/.test(phoneNumber) ? identify(connection, phoneNumber) : badPhoneNumber;
}

function readIdentifier(fields: Fields): Identifier | Auth0Error {
  const connection = textField(fields, 'connection');
  if (connection === undefined) return missingConnection;
  return isConnection(connection) ? readAddress(connection, fields) : unknownConnection;
}

/** The type's name as a JSON schema has it. */
function jsonType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Without `send`, Auth0 sends a link; `link_ios` and `link_android` are links for native SDKs. */
function readSend({ connection }: Identifier, send: unknown): StartRequest['send'] | Auth0Error {
  const isMissing = send === undefined || send === null;
  const isLink = send === 'link' || send === 'link_ios' || send === 'link_android';
  if (!isMissing && !isLink && send !== 'code') return badSend;
  // There are no links by SMS. That Auth0 ignores the wish for one is a guess.
  return connection === 'sms' || send === 'code' ? 'code' : 'link';
}

/**
 * Checks the body of `/passwordless/start`, whoever sent it. Unknown members of `authParams` are fine;
 * unknown fields beside it are not.
 *
 * @see {@link https://auth0.com/docs/api/authentication/passwordless/get-code-or-link Auth0 docs: Get code or link}
 */
export function readStartRequest(fields: Fields): StartRequest | Auth0Error {
  const unknown = Object.keys(fields).filter((name) => !knownFields.has(name));
  if (unknown.length > 0) return unknownProperties(unknown);

  const to = readIdentifier(fields);
  if ('error' in to) return to;
  const { authParams = {} } = fields;
  if (!isObject(authParams)) return badAuthParams(jsonType(authParams));
  const send = readSend(to, fields.send);
  return typeof send === 'object' ? send : { to, send, authParams };
}

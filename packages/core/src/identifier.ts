import { toAsciiDigits } from './typedCode.ts';

/** The way a code travels, by the name of the Auth0 connection. */
export type Connection = 'email' | 'sms';

/** Where a code is sent. `phoneNumber` is E.164: a plus, the country code, digits only. */
export type Identifier =
  | { connection: 'email'; email: string }
  | { connection: 'sms'; phoneNumber: string };

/**
 * Quotes and list separators are legal in an address only in forms nobody has; they mean a paste went
 * wrong. Domains may have letters of any script, as typed; an IP address is not one.
 */
const EMAIL =
  /^[^\s\p{Cc}"(),:;<>@[\\\]]{1,64}@([\p{L}\p{M}\p{N}_-]{1,63}\.)+(?!\d+$)[\p{L}\p{M}\p{N}-]{2,63}$/u;

/** Some island states get by with seven digits, country code included; E.164 ends at fifteen. */
const E164 = /^\+[1-9]\d{6,14}$/;

/**
 * Reads an e-mail address or a phone number as a person types or pastes it.
 *
 * Blanks around it, invisible characters, `<…>` with or without a name before it, and `mailto:` or `tel:`
 * are removed. The domain of an e-mail address becomes lower-case; the part before the `@` stays as typed.
 * A phone number may be grouped in any usual way, in the digits of any script, with `00` for the plus,
 * and comes back as E.164. No country code is guessed: a number without one is `null`.
 *
 * The check is of the form only. Whether the address exists shows when the code arrives.
 *
 * @param text - What stands in the field.
 * @param connections - What to accept. With both, a text with an `@` is an e-mail address, any
 *   other a phone number. Defaults to `['email']`.
 *
 * @returns The identifier, or `null` when the text is not one that `connections` allows. Never throws.
 *
 * @example
 * ```ts
 * import { parseIdentifier } from '@auth0-passwordless/core';
 *
 * parseIdentifier('Ada <Ada@Example.COM>') // { connection: 'email', email: 'Ada@example.com' }
 * parseIdentifier('0044 (0)20 7946 0958', ['sms']) // { connection: 'sms', phoneNumber: '+442079460958' }
 * ```
 *
 * @see {@link https://www.itu.int/rec/T-REC-E.164 ITU-T E.164}
 */
export function parseIdentifier(
  text: string,
  connections: readonly Connection[] = ['email'],
): Identifier | null {
  const visible = text.replace(/\p{Cf}/gu, '').trim();
  const unwrapped = visible.replace(/^.*<([^<>]*)>$/s, '$1').trim();
  const bare = unwrapped.replace(/^mailto:([^?]*).*|^tel:/is, '$1');
  const connection = bare.includes('@') ? 'email' : 'sms';
  if (!connections.includes(connection)) return null;
  return connection === 'email' ? parseEmail(bare) : parsePhoneNumber(bare);
}

/** The e-mail address or the phone number itself, to show to a person. Parsing it again gives the same identifier. */
export function identifierText(identifier: Identifier): string {
  return identifier.connection === 'email' ? identifier.email : identifier.phoneNumber;
}

function parseEmail(text: string): Identifier | null {
  const email = text.replace(/@.*/, (domain) => domain.toLowerCase());
  return EMAIL.test(email) && email.length <= 254 ? { connection: 'email', email } : null;
}

function parsePhoneNumber(text: string): Identifier | null {
  const phoneNumber = toAsciiDigits(text)
    // "+44 (0)20": a zero in parentheses is dialled inside the country only.
    .replace(/\(0\)|[\s()./\p{Pd}]/gu, '')
    .replace(/^(00|＋)/, '+');
  return E164.test(phoneNumber) ? { connection: 'sms', phoneNumber } : null;
}

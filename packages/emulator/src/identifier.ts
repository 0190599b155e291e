/** The passwordless connections of a tenant. */
export type Connection = 'email' | 'sms';

/** A person's address: an e-mail address in lower case, or a phone number. */
export interface Identifier {
  connection: Connection;
  value: string;
}

export const isConnection = (name: string): name is Connection =>
  name === 'email' || name === 'sms';

/**
 * Auth0 stores the addresses of its e-mail connection in lower case, so `A@x.com` and `a@x.com`
 * are one person. Dots and plus signs in the local part make different people.
 *
 * @see {@link https://community.auth0.com/t/124757 Auth0 community 124757}
 */
export function identify(connection: Connection, address: string): Identifier {
  return { connection, value: connection === 'email' ? address.toLowerCase() : address };
}

/** The identifier as one text, such as `email|ada@example.com`. */
export const identifierKey = ({ connection, value }: Identifier): string =>
  `${connection}|${value}`;

/** Reads an address of either kind: a phone number begins with `+`. */
export const identifyAddress = (address: string): Identifier =>
  identify(address.startsWith('+') ? 'sms' : 'email', address);

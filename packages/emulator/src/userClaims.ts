import type { User } from './store.ts';

/**
 * What a user's ID token and `/userinfo` say, by scope: `profile`, `email` and `phone`; `sub` always.
 *
 * Auth0 also sends `picture`, a Gravatar address. The emulator does not: showing it would make a
 * local app call the internet.
 */
export function userClaims(
  { id, identifier, updatedAt }: User,
  scopes: readonly string[],
): { sub: string } & Record<string, unknown> {
  const { connection, value } = identifier;
  const isEmail = connection === 'email';
  return {
    sub: id,
    ...(scopes.includes('profile') && {
      name: value,
      nickname: isEmail ? value.slice(0, value.lastIndexOf('@')) : '',
      updated_at: new Date(updatedAt).toISOString(),
    }),
    // The code has proved both: who reads the message owns the address.
    ...(isEmail && scopes.includes('email') && { email: value, email_verified: true }),
    ...(!isEmail &&
      scopes.includes('phone') && { phone_number: value, phone_number_verified: true }),
  };
}

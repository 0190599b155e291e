import { expectTypeOf, it } from 'vitest';
import { createAuth0Client } from './auth0Client.ts';
import type { PasswordlessClient, StartRequest, TokenSet } from './passwordlessClient.ts';

const application = { domain: 'example.eu.auth0.com', clientId: 'your-client-id' };
const email = { connection: 'email', email: 'ana@example.com' } as const;
const sms = { connection: 'sms', phoneNumber: '+14155550100' } as const;
declare const client: PasswordlessClient;

it('createAuth0Client gives a PasswordlessClient', () => {
  expectTypeOf(createAuth0Client).returns.toEqualTypeOf<PasswordlessClient>();
});

it('optional members accept undefined', () => {
  createAuth0Client({
    ...application,
    audience: undefined,
    scope: undefined,
    timeoutSeconds: undefined,
    fetch: undefined,
    now: undefined,
  });
  void client.start({ ...email, send: undefined, language: undefined }, { signal: undefined });
});

it('a client secret does not compile', () => {
  // @ts-expect-error whatever is in the browser is public
  createAuth0Client({ ...application, clientSecret: 'secret' });
});

it('domain and clientId are needed', () => {
  // @ts-expect-error clientId is missing
  createAuth0Client({ domain: 'example.eu.auth0.com' });
  // @ts-expect-error domain is missing
  createAuth0Client({ clientId: 'your-client-id' });
});

it('a link goes by e-mail only', () => {
  expectTypeOf<StartRequest>().not.toBeAny();
  void client.start({ ...email, send: 'link' });
  void client.start({ ...sms, send: 'code' });
  // @ts-expect-error a phone number takes a code only
  void client.start({ ...sms, send: 'link' });
});

it('an identifier fits its connection', () => {
  // @ts-expect-error an e-mail address is no phone number
  void client.start({ connection: 'sms', email: 'ana@example.com' });
  // @ts-expect-error the code is missing
  void client.exchangeCode(email);
});

it('an exchange gives tokens, or null when they stay on the server', () => {
  expectTypeOf(client.exchangeCode).returns.resolves.toEqualTypeOf<TokenSet | null>();
  expectTypeOf(client.start).returns.resolves.toEqualTypeOf<void>();
});

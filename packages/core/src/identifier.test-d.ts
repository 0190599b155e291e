import { expectTypeOf, it } from 'vitest';
import { parseIdentifier, type Identifier } from './identifier.ts';

it('an identifier is narrowed by its connection, and may be null', () => {
  const identifier = parseIdentifier('ada@example.com', ['email', 'sms'] as const);
  expectTypeOf(identifier).toEqualTypeOf<Identifier | null>();
  if (identifier?.connection === 'sms') {
    expectTypeOf(identifier.phoneNumber).toEqualTypeOf<string>();
    // @ts-expect-error a phone number has no e-mail address
    void identifier.email;
  }
});

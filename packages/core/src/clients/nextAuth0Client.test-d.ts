import { expectTypeOf, it } from 'vitest';
import { createNextAuth0Client } from './nextAuth0Client.ts';
import type { PasswordlessClient } from './passwordlessClient.ts';

it('is a client as any other, and needs no option', () => {
  expectTypeOf(createNextAuth0Client()).toEqualTypeOf<PasswordlessClient>();
  expectTypeOf(
    createNextAuth0Client({ baseUrl: '/shop/auth/passwordless' }),
  ).toEqualTypeOf<PasswordlessClient>();
});

it('takes no secret, and no client ID: the SDK has both', () => {
  // @ts-expect-error -- secrets belong to the server
  createNextAuth0Client({ clientSecret: 'secret' });
  // @ts-expect-error -- so does the application
  createNextAuth0Client({ clientId: 'web' });
});

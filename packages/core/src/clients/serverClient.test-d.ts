import { expectTypeOf, it } from 'vitest';
import type { PasswordlessClient } from './passwordlessClient.ts';
import { createServerClient } from './serverClient.ts';

it('is a client as any other', () => {
  expectTypeOf(
    createServerClient({ baseUrl: '/passwordless' }),
  ).toEqualTypeOf<PasswordlessClient>();
});

it('takes no secret', () => {
  // @ts-expect-error -- secrets belong to the handler
  createServerClient({ baseUrl: '/passwordless', clientSecret: 'secret' });
});

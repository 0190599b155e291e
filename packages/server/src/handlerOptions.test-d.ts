import { expectTypeOf, it } from 'vitest';
import { createPasswordlessHandler, type PasswordlessHandler } from './passwordlessHandler.ts';

const common = { domain: 'd', clientId: 'c', clientSecret: 's', cookieSecret: 's' };

it('is a function of a request', () => {
  expectTypeOf<PasswordlessHandler>().toExtend<(request: Request) => Promise<Response>>();
});

it('needs the connection in the mode of databases, and takes it in no other', () => {
  expectTypeOf(createPasswordlessHandler).toBeCallableWith({
    ...common,
    mode: 'database',
    connection: 'Users',
  });
  // @ts-expect-error -- no connection
  expectTypeOf(createPasswordlessHandler).toBeCallableWith({ ...common, mode: 'database' });
  // @ts-expect-error -- the mode is another
  expectTypeOf(createPasswordlessHandler).toBeCallableWith({ ...common, connection: 'Users' });
});

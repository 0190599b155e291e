import { createSession } from '@auth0-passwordless/core';
import { application } from './auth0.ts';

/** Who is signed in, in all tabs and across reloads: the playground has nothing to steal. */
export const session = createSession({ ...application, storage: 'localStorage' });

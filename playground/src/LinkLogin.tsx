import { createLinkClient } from '@auth0-passwordless/core';
import {
  PasswordlessLogin,
  type PasswordlessLoginProps,
  PasswordlessProvider,
} from '@auth0-passwordless/react';
import { application } from './auth0.ts';

const client = createLinkClient({ ...application, redirectUri: `${location.origin}/callback` });

/** The same login with a link instead of a code. The page it opens completes it: see `main.tsx`. */
export function LinkLogin(props: PasswordlessLoginProps) {
  return (
    <PasswordlessProvider client={client}>
      <PasswordlessLogin {...props} send="link" />
    </PasswordlessProvider>
  );
}

import { createAuth0Client } from '@auth0-passwordless/core';
import { PasswordlessLogin, PasswordlessProvider } from '@auth0-passwordless/react';
import type { PasswordlessLoginProps } from '@auth0-passwordless/react';
import '@auth0-passwordless/react/styles.css';

const { VITE_AUTH0_DOMAIN: domain, VITE_AUTH0_CLIENT_ID: clientId } = import.meta.env;
const auth0 = createAuth0Client({ domain, clientId, scope: 'openid profile email offline_access' });

export function Login(props: PasswordlessLoginProps) {
  return (
    <PasswordlessProvider client={auth0}>
      <PasswordlessLogin {...props} />
    </PasswordlessProvider>
  );
}

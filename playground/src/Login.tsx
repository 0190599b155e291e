import { createAuth0Client } from '@auth0-passwordless/core';
import { PasswordlessLogin, PasswordlessProvider } from '@auth0-passwordless/react';
import type { PasswordlessLoginProps } from '@auth0-passwordless/react';
import '@auth0-passwordless/react/styles.css';

const domain = import.meta.env.VITE_AUTH0_DOMAIN; // your tenant: 'example.eu.auth0.com'
const client = createAuth0Client({ domain, clientId: import.meta.env.VITE_AUTH0_CLIENT_ID });

export function Login(props: PasswordlessLoginProps) {
  return (
    <PasswordlessProvider client={client}>
      <PasswordlessLogin {...props} />
    </PasswordlessProvider>
  );
}

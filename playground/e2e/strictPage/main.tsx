import { createAuth0Client } from '@auth0-passwordless/core';
import { PasswordlessLogin, PasswordlessProvider } from '@auth0-passwordless/react';
import { createRoot } from 'react-dom/client';
import '@auth0-passwordless/react/styles.css';

const root = document.querySelector('#root');
if (!root) throw new Error('index.html has no element #root to render into.');

const client = createAuth0Client({ domain: 'http://localhost:4500', clientId: 'native' });
createRoot(root).render(
  <PasswordlessProvider client={client}>
    <PasswordlessLogin />
  </PasswordlessProvider>,
);

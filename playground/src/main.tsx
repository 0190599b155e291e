import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SessionProvider } from '@auth0-passwordless/react';
import { App } from './App.tsx';
import { completeLogin } from './completeLogin.ts';
import { session } from './session.ts';
import './playground.css';

const root = document.querySelector('#root');
if (!root) throw new Error('index.html has no element #root to render into.');

const linkProblem = await completeLogin();

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <SessionProvider session={session}>
        <App linkProblem={linkProblem} />
      </SessionProvider>
    </QueryClientProvider>
  </StrictMode>,
);

'use client';

import { createServerClient } from '@auth0-passwordless/core';
import { PasswordlessLogin, PasswordlessProvider } from '@auth0-passwordless/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';

const client = createServerClient({ baseUrl: '/auth' });

export function Login() {
  const router = useRouter();
  const [queryClient] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={queryClient}>
      <PasswordlessProvider client={client}>
        {/* The cookie is there: the server renders the page again, for who is signed in now. */}
        <PasswordlessLogin onAuthenticated={() => router.refresh()} />
      </PasswordlessProvider>
    </QueryClientProvider>
  );
}

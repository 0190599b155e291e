import { createServerClient, type UserInfo } from '@auth0-passwordless/core';
import { PasswordlessLogin, PasswordlessProvider } from '@auth0-passwordless/react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ServerSignedIn } from './ServerSignedIn.tsx';
import { WaySwitch } from './WaySwitch.tsx';

const client = createServerClient({ baseUrl: '/auth' });

/** As the handler's `GET session` tells it. */
interface ServerSession {
  user: UserInfo | null;
  expiresAt?: number;
}

async function fetchSession({ signal }: { signal: AbortSignal }): Promise<ServerSession> {
  const response = await fetch('/auth/session', { signal });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return response.json();
}

/** The login through the handler on a server: the page never sees a token, only who is signed in. */
export function ServerLogin() {
  const [way, setWay] = useState<'email' | 'sms'>('email');
  const session = useQuery({
    queryKey: ['server-session'],
    queryFn: fetchSession,
    // The development server runs on this machine, network or not.
    networkMode: 'always',
  });
  if (session.isPending) return null;
  const { user = null, expiresAt = 0 } = session.data ?? {};
  if (user) {
    return (
      <ServerSignedIn
        user={user}
        expiresAt={expiresAt}
        onSignedOut={() => void session.refetch()}
      />
    );
  }
  return (
    <>
      <WaySwitch ways={['email', 'sms']} value={way} onChange={setWay} />
      <PasswordlessProvider client={client}>
        <PasswordlessLogin
          key={way}
          connections={[way]}
          onAuthenticated={() => void session.refetch()}
        />
      </PasswordlessProvider>
    </>
  );
}

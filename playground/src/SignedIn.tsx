import { useSession, useUser } from '@auth0-passwordless/react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { verifyIdToken } from './verifyIdToken.ts';

/**
 * Who signed in, and that the tokens hold what they claim. The session keeps no ID token: after a reload
 * there is none to verify.
 */
export function SignedIn({ idToken }: { idToken: string | undefined }) {
  const session = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const user = useUser();
  const signature = useQuery({
    // No token in the key: keys end in devtools and persisted caches.
    queryKey: ['signature'],
    queryFn: () => verifyIdToken(idToken ?? ''),
    enabled: idToken !== undefined,
    gcTime: 0,
    retry: false,
    // The emulator runs on this machine, network or not.
    networkMode: 'always',
  });
  if (session.status !== 'signedIn') return null;

  return (
    <div className="signed-in">
      <h2 ref={heading} tabIndex={-1}>
        You’re signed in
      </h2>
      <dl>
        <dt>Name</dt>
        <dd>{user.data?.name ?? waiting(user)}</dd>
        <dt>{user.data?.phoneNumber ? 'Phone number' : 'E-mail'}</dt>
        <dd>{user.data?.phoneNumber ?? user.data?.email ?? waiting(user)}</dd>
        <dt>User ID</dt>
        <dd>
          <code>{session.userId}</code>
        </dd>
        <dt>Access token works until</dt>
        <dd>
          {session.expiresAt === null ? 'unknown' : new Date(session.expiresAt).toLocaleString()}
        </dd>
        <dt>Scope</dt>
        <dd>
          <code>{session.scope}</code>
        </dd>
        {idToken !== undefined && (
          <>
            <dt>ID token signature</dt>
            <dd data-verified={signature.isSuccess}>{signature.data ?? waiting(signature)}</dd>
          </>
        )}
      </dl>
      <button type="button" className="button" onClick={() => void session.logout()}>
        Sign out
      </button>
    </div>
  );
}

const waiting = (query: { error: Error | null }) => query.error?.message ?? '…';

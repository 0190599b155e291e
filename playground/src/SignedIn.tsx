import type { Authenticated, TokenSet } from '@auth0-passwordless/core';
import { useQuery } from '@tanstack/react-query';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { useEffect, useRef } from 'react';
import { auth0Origin } from './auth0.ts';

/** The claims of `/userinfo` that the page shows. */
interface UserInfo {
  sub: string;
  name?: string;
  email?: string;
  phone_number?: string;
}

async function fetchUserInfo(accessToken: string): Promise<UserInfo> {
  const headers = { authorization: `Bearer ${accessToken}` };
  const response = await fetch(`${auth0Origin}/userinfo`, { headers });
  if (!response.ok) throw new Error(`/userinfo answered ${response.status}.`);
  return response.json();
}

const keys = createRemoteJWKSet(new URL(`${auth0Origin}/.well-known/jwks.json`));

async function verifyIdToken(idToken: string): Promise<string> {
  const { protectedHeader } = await jwtVerify(idToken, keys, {
    issuer: `${auth0Origin}/`,
    audience: import.meta.env.VITE_AUTH0_CLIENT_ID,
  });
  return `verified with key ${protectedHeader.kid ?? ''} (${protectedHeader.alg})`;
}

/** Who signed in, and that the tokens hold what they claim. */
export function SignedIn({ login, onSignOut }: { login: Authenticated; onSignOut: () => void }) {
  const { tokens } = login;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const user = useQuery({
    // No token in the key: keys end in devtools and persisted caches.
    queryKey: ['userinfo', login.identifier],
    queryFn: () => fetchUserInfo(tokens?.accessToken ?? ''),
    enabled: tokens !== null,
    gcTime: 0,
    networkMode: 'always',
  });
  const signature = useQuery({
    queryKey: ['signature', login.identifier],
    queryFn: () => verifyIdToken(tokens?.idToken ?? ''),
    enabled: tokens?.idToken !== undefined,
    gcTime: 0,
    retry: false,
    networkMode: 'always',
  });

  return (
    <div className="signed-in">
      <h2 ref={heading} tabIndex={-1}>
        You’re signed in
      </h2>
      <dl>
        <dt>Name</dt>
        <dd>{user.data?.name ?? waiting(user)}</dd>
        <dt>{user.data?.phone_number ? 'Phone number' : 'E-mail'}</dt>
        <dd>{user.data?.phone_number ?? user.data?.email ?? waiting(user)}</dd>
        <dt>User ID</dt>
        <dd>
          <code>{user.data?.sub ?? waiting(user)}</code>
        </dd>
        {tokens && <TokenFacts tokens={tokens} />}
        <dt>ID token signature</dt>
        <dd data-verified={signature.isSuccess}>{signature.data ?? waiting(signature)}</dd>
      </dl>
      <button type="button" className="button" onClick={onSignOut}>
        Sign out
      </button>
    </div>
  );
}

function TokenFacts({ tokens }: { tokens: TokenSet }) {
  const { expiresAt, scope } = tokens;
  return (
    <>
      <dt>Access token works until</dt>
      <dd>{expiresAt === null ? 'unknown' : new Date(expiresAt).toLocaleString()}</dd>
      <dt>Scope</dt>
      <dd>
        <code>{scope}</code>
      </dd>
    </>
  );
}

const waiting = (query: { error: Error | null }) => query.error?.message ?? '…';

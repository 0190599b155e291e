import type { UserInfo } from '@auth0-passwordless/core';
import { useEffect, useRef } from 'react';

interface ServerSignedInProps {
  user: UserInfo;
  /** Epoch milliseconds. */
  expiresAt: number;
  onSignedOut: () => void;
}

/** Who signed in, as the cookie says to the server. */
export function ServerSignedIn({ user, expiresAt, onSignedOut }: ServerSignedInProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  async function signOut() {
    await fetch('/auth/logout', { method: 'POST' });
    onSignedOut();
  }
  return (
    <div className="signed-in">
      <h2 ref={heading} tabIndex={-1}>
        You’re signed in
      </h2>
      <dl>
        <dt>{user.phoneNumber ? 'Phone number' : 'E-mail'}</dt>
        <dd>{user.phoneNumber ?? user.email}</dd>
        <dt>User ID</dt>
        <dd>
          <code>{user.id}</code>
        </dd>
        <dt>Signed in until</dt>
        <dd>{new Date(expiresAt).toLocaleString()}</dd>
        <dt>Tokens</dt>
        <dd>on the server; this page has a cookie that no script can read</dd>
      </dl>
      <button type="button" className="button" onClick={() => void signOut()}>
        Sign out
      </button>
    </div>
  );
}

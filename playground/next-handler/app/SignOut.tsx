'use client';

import { useRouter } from 'next/navigation';

export function SignOut() {
  const router = useRouter();
  async function signOut() {
    await fetch('/auth/logout', { method: 'POST' });
    router.refresh();
  }
  return (
    <button type="button" className="link" onClick={signOut}>
      Sign out
    </button>
  );
}

import Link from 'next/link';
import { auth0 } from '../lib/auth0';
import { Login } from './Login';

export default async function Home() {
  const session = await auth0.getSession();
  if (!session) return <Login />;
  return (
    <>
      <h1>Hello {session.user.email}</h1>
      <nav>
        <Link href="/account">Your account</Link>
        {/* Not a Link: it leaves for Auth0, and a prefetch would sign out. */}
        <a href="/auth/logout">Sign out</a>
      </nav>
    </>
  );
}

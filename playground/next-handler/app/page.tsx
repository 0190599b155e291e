import Link from 'next/link';
import { getSession } from '../lib/auth';
import { Login } from './Login';
import { SignOut } from './SignOut';

export default async function Home() {
  const session = await getSession();
  if (!session) return <Login />;
  return (
    <>
      <h1>Hello {session.user.email}</h1>
      <nav>
        <Link href="/account">Your account</Link>
        <SignOut />
      </nav>
    </>
  );
}

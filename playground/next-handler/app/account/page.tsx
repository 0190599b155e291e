import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getSession } from '../../lib/auth';

/** For those who are signed in. */
export default async function Account() {
  const session = await getSession();
  if (!session) redirect('/');
  return (
    <>
      <h1>Your account</h1>
      <dl>
        <dt>E-mail</dt>
        <dd>{session.user.email}</dd>
        <dt>User ID</dt>
        <dd>{session.user.id}</dd>
      </dl>
      <nav>
        <Link href="/">Back</Link>
      </nav>
    </>
  );
}

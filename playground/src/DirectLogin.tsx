import type { Authenticated } from '@auth0-passwordless/core';
import { useSession } from '@auth0-passwordless/react';
import { useState } from 'react';
import { LinkLogin } from './LinkLogin.tsx';
import { Login } from './Login.tsx';
import { SignedIn } from './SignedIn.tsx';
import { type Way, WaySwitch } from './WaySwitch.tsx';

/** The login straight from the browser, whose tokens the page keeps. */
export function DirectLogin({ linkProblem }: { linkProblem: string | null }) {
  const [way, setWay] = useState<Way>(linkProblem ? 'link' : 'email');
  const session = useSession();
  const [idToken, setIdToken] = useState<string>();
  function keep({ tokens }: Authenticated) {
    // None where a server keeps them.
    if (!tokens) return;
    session.signIn(tokens);
    setIdToken(tokens.idToken);
  }
  if (session.status === 'signedIn') return <SignedIn idToken={idToken} />;
  return (
    <>
      <WaySwitch ways={['email', 'sms', 'link']} value={way} onChange={setWay} />
      {linkProblem && (
        <p className="problem" role="alert">
          {linkProblem}
        </p>
      )}
      {way === 'link' ? (
        <LinkLogin />
      ) : (
        <Login key={way} connections={[way]} onAuthenticated={keep} />
      )}
    </>
  );
}

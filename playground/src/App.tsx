import type { Authenticated } from '@auth0-passwordless/core';
import { useSession } from '@auth0-passwordless/react';
import { useState } from 'react';
import { isEmulator } from './auth0.ts';
import { LinkLogin } from './LinkLogin.tsx';
import { Login } from './Login.tsx';
import { Mailbox } from './Mailbox.tsx';
import { SignedIn } from './SignedIn.tsx';
import { type Way, WaySwitch } from './WaySwitch.tsx';

/** The login on one side, what it sends on the other. */
export function App({ linkProblem }: { linkProblem: string | null }) {
  const [way, setWay] = useState<Way>(linkProblem ? 'link' : 'email');
  const session = useSession();
  const [idToken, setIdToken] = useState<string>();
  function keep({ tokens }: Authenticated) {
    // None where a server keeps them.
    if (!tokens) return;
    session.signIn(tokens);
    setIdToken(tokens.idToken);
  }
  return (
    <div className="page">
      <header className="masthead">
        <h1>Auth0 Passwordless for React</h1>
        <p>
          {isEmulator
            ? 'A real login against a local Auth0: type any address, read the code in the mailbox, sign in.'
            : `Connected to ${import.meta.env.VITE_AUTH0_DOMAIN}.`}
        </p>
      </header>
      <main className="columns">
        <section className="card" aria-label="Login">
          {session.status === 'signedIn' ? (
            <SignedIn idToken={idToken} />
          ) : (
            <>
              <WaySwitch value={way} onChange={setWay} />
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
          )}
        </section>
        {isEmulator && <Mailbox />}
      </main>
    </div>
  );
}

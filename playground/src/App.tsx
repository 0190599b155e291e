import { useState } from 'react';
import { hasServer, isEmulator } from './auth0.ts';
import { DirectLogin } from './DirectLogin.tsx';
import { Mailbox } from './Mailbox.tsx';
import { type Mode, ModeSwitch } from './ModeSwitch.tsx';
import { ServerLogin } from './ServerLogin.tsx';

/** The login on one side, what it sends on the other. */
export function App({ linkProblem }: { linkProblem: string | null }) {
  const [mode, setMode] = useState<Mode>(
    hasServer && location.hash === '#server' ? 'server' : 'browser',
  );
  function change(next: Mode) {
    // For a reload.
    history.replaceState(null, '', next === 'server' ? '#server' : location.pathname);
    setMode(next);
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
          {hasServer && <ModeSwitch value={mode} onChange={change} />}
          {mode === 'server' ? <ServerLogin /> : <DirectLogin linkProblem={linkProblem} />}
        </section>
        {isEmulator && <Mailbox />}
      </main>
    </div>
  );
}

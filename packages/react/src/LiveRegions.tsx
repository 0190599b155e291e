'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import type { Announcer } from './announcer.ts';
import type { PasswordlessLoginState } from './loginView.ts';
import { useCatalogue } from './messages/useCatalogue.ts';

/**
 * The two live regions of a login. `<PasswordlessLogin>` has them; a form of your own on
 * `usePasswordlessLogin` renders them once, outside of what changes with the step.
 */
export function LiveRegions({ login }: { login: PasswordlessLoginState }): ReactNode {
  const catalogue = useCatalogue();
  const statusRef = useRef<HTMLDivElement>(null);
  const alertRef = useRef<HTMLDivElement>(null);
  const announcer = useRef<Announcer>(undefined);
  const newest = useRef({ login, catalogue });

  useEffect(() => {
    newest.current = { login, catalogue };
    announcer.current?.tell(login, catalogue);
  });
  useEffect(() => {
    const { current: first } = newest;
    let isMounted = true;
    const speak = async () => {
      // The regions have to be on the page from the start, what speaks through them not.
      const { createAnnouncer } = await import('./announcer.ts');
      const [status, alert] = [statusRef.current, alertRef.current];
      if (!isMounted || !status || !alert) return;
      announcer.current = createAnnouncer({ status, alert }, first.login, first.catalogue);
      announcer.current.tell(newest.current.login, newest.current.catalogue);
    };
    speak().catch(() => {});
    return () => {
      isMounted = false;
      announcer.current?.end();
    };
  }, []);

  return (
    <>
      <div className="apl-visually-hidden" role="status" ref={statusRef} />
      <div className="apl-visually-hidden" role="alert" ref={alertRef} />
    </>
  );
}

'use client';

import type { ReactNode } from 'react';
import type { PasswordlessLoginState } from './loginView.ts';
import { useAnnouncements } from './useAnnouncements.ts';

/**
 * The two live regions of a login. `<PasswordlessLogin>` has them; a form of your own on
 * `usePasswordlessLogin` renders them once, outside of what changes with the step.
 */
export function LiveRegions({ login }: { login: PasswordlessLoginState }): ReactNode {
  const { statusRef, alertRef } = useAnnouncements(login);
  return (
    <>
      <div className="apl-visually-hidden" role="status" ref={statusRef} />
      <div className="apl-visually-hidden" role="alert" ref={alertRef} />
    </>
  );
}

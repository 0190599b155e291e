'use client';

import { useEffect } from 'react';
import type { SurroundedLogin } from './surroundings/surroundLogin.ts';

/**
 * Joins a login to the world around it, once its form is on the page. Loaded by itself: the first
 * look at the form does not wait for it, and without it a login still works.
 */
export function useSurroundings(login: SurroundedLogin): void {
  useEffect(() => {
    let isMounted = true;
    let leave = () => {};
    const enter = async () => {
      const { surroundLogin } = await import('./surroundings/surroundLogin.ts');
      if (isMounted) leave = surroundLogin(login);
    };
    enter().catch(() => {});
    return () => {
      isMounted = false;
      leave();
    };
  }, [login]);
}

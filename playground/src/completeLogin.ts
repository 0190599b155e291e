import { completeRedirect, PasswordlessError } from '@auth0-passwordless/core';
import { application } from './auth0.ts';
import { session } from './session.ts';

/**
 * Ends a login whose link brought the browser here. Says what went wrong, for a person; nothing when the
 * page was opened as usual.
 */
export async function completeLogin(): Promise<string | null> {
  try {
    const tokens = await completeRedirect(application);
    if (tokens) session.signIn(tokens);
    return null;
  } catch (error) {
    // A link that was used before: whoever is signed in has nothing to worry about.
    if (session.getSnapshot().status === 'signedIn') return null;
    const isOver = error instanceof PasswordlessError && error.code === 'expired_code';
    return isOver
      ? 'That link has expired or was used. Ask for a new one.'
      : 'We couldn’t sign you in with that link. Ask for a new one.';
  }
}

import { randomText } from './randomText.ts';
import { type Body, readBody } from './wire/body.ts';

/** What a login has to remember while the person is away: at Auth0, or in their mail. */
export interface RedirectTransaction {
  readonly redirectUri: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636). A link has none. */
  readonly codeVerifier?: string | undefined;
  readonly organization?: string | undefined;
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

/** A place to remember it: `sessionStorage`, `localStorage`, or the like of them. */
export type TransactionStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const prefix = 'auth0-passwordless.redirect.';

/** A link is good for as long as the tenant says, a redirect is over in minutes; a day covers both. */
const lifetimeMilliseconds = 86_400_000;

/** Remembers a login under a new state. State and nonce are for Auth0 to bring back. */
export function beginTransaction(
  storage: TransactionStorage,
  login: Omit<RedirectTransaction, 'nonce'>,
): { state: string; nonce: string } {
  const [state, nonce] = [randomText(), randomText()];
  storage.setItem(prefix + state, JSON.stringify({ ...login, nonce }));
  return { state, nonce };
}

/**
 * The transaction of a state, once: it is gone afterwards. `null` when there is none, when it is too old,
 * or when what is stored is not one.
 */
export function takeTransaction(
  storage: TransactionStorage,
  state: string,
  at: number,
): RedirectTransaction | null {
  const text = storage.getItem(prefix + state);
  storage.removeItem(prefix + state);
  const stored = readBody(text ?? '');
  return isTransaction(stored) && at - stored.startedAt < lifetimeMilliseconds ? stored : null;
}

function isTransaction(stored: Body): stored is Body & RedirectTransaction {
  const { redirectUri, nonce, startedAt } = stored;
  return (
    typeof redirectUri === 'string' && typeof nonce === 'string' && typeof startedAt === 'number'
  );
}

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

export function putTransaction(
  storage: TransactionStorage,
  state: string,
  transaction: RedirectTransaction,
): void {
  storage.setItem(prefix + state, JSON.stringify(transaction));
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
  try {
    const stored: unknown = JSON.parse(text ?? '');
    return isTransaction(stored) && at - stored.startedAt < lifetimeMilliseconds ? stored : null;
  } catch {
    return null;
  }
}

function isTransaction(value: unknown): value is RedirectTransaction {
  const { redirectUri, nonce, startedAt } = Object(value);
  return (
    typeof redirectUri === 'string' && typeof nonce === 'string' && typeof startedAt === 'number'
  );
}

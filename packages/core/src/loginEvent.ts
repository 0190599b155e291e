import type { Send, TokenSet } from './clients/passwordlessClient.ts';
import type { Identifier } from './identifier.ts';
import type { RestoredLogin } from './loginRecord.ts';
import type { MfaChallenge, PasswordlessError } from './passwordlessError.ts';

/** What happens to a login. `at` is epoch milliseconds; an answer carries the id of its request. */
export type LoginEvent =
  | {
      type: 'identifierSubmitted';
      identifier: Identifier;
      send: Send;
      requestId: number;
      at: number;
    }
  | { type: 'codeSent'; requestId: number; at: number }
  | { type: 'linkSent'; requestId: number; at: number }
  | { type: 'sendFailed'; error: PasswordlessError; requestId: number; at: number }
  | { type: 'resendRequested'; requestId: number; at: number }
  | { type: 'codeSubmitted'; code: string; requestId: number; at: number; isResumed?: true }
  | { type: 'codeAccepted'; tokens: TokenSet | null; requestId: number }
  | { type: 'codeRejected'; error: PasswordlessError; requestId: number }
  | { type: 'mfaRequired'; mfa: MfaChallenge | null; requestId: number }
  /** The request could not leave the device, so the code has not been tried. */
  | { type: 'networkLost'; error: PasswordlessError; requestId: number }
  | { type: 'networkRestored'; requestId: number; at: number }
  | { type: 'mfaCompleted'; tokens: TokenSet | null }
  | { type: 'otherTabSignedIn' }
  /** The person goes on with what another tab, or the page of a link, began. */
  | { type: 'signedInElsewhere'; tokens: TokenSet | null }
  /** A page that was reloaded goes on with what it had; see `readLoginRecord`. */
  | { type: 'restored'; state: RestoredLogin }
  | { type: 'identifierEdited' }
  /** The text in the field was looked at without a request: what is wrong with it, `null` for nothing. */
  | { type: 'inputChecked'; error: PasswordlessError | null }
  | { type: 'reset' };

import type { Send, TokenSet } from './clients/passwordlessClient.ts';
import type { Identifier } from './identifier.ts';
import type { MfaChallenge, PasswordlessError } from './passwordlessError.ts';

/** Kept across all steps until a send succeeds: Auth0 said "not now". */
export interface SendLimit {
  /** Epoch milliseconds before which no message is asked for. */
  readonly until: number;
  /** How often in a row Auth0 said so. */
  readonly count: number;
}

/** A message that is on its way to the person, or with them. */
export interface Delivery {
  readonly identifier: Identifier;
  /** Epoch milliseconds of the answer to the newest send, as are the two below. */
  readonly sentAt: number;
  readonly expiresAt: number;
  readonly resendAvailableAt: number;
  /** `1` after the first message. */
  readonly sendCount: number;
  /** Wrong codes that this message still forgives, by our own count. */
  readonly triesLeft: number;
  /** Codes that Auth0 refused for this message. Only memory holds them. */
  readonly rejectedCodes: readonly string[];
  readonly sendLimit: SendLimit | null;
  /** Present when a page that was reloaded or opened again went on with it. */
  readonly isRestored?: true;
}

export interface EnteringIdentifier {
  readonly status: 'enteringIdentifier';
  /** What was given before, when the person came back to correct it. */
  readonly identifier: Identifier | null;
  readonly sendLimit: SendLimit | null;
  readonly error: PasswordlessError | null;
}

export interface SendingCode {
  readonly status: 'sendingCode';
  readonly requestId: number;
  readonly identifier: Identifier;
  readonly send: Send;
  readonly sendLimit: SendLimit | null;
  readonly error: null;
}

export interface EnteringCode extends Delivery {
  readonly status: 'enteringCode';
  readonly error: PasswordlessError | null;
}

export interface ResendingCode<S extends Send = Send> extends Delivery {
  readonly status: 'resendingCode';
  readonly requestId: number;
  readonly send: S;
  readonly error: null;
}

export interface ExchangingCode extends Delivery {
  readonly status: 'exchangingCode';
  readonly requestId: number;
  /** The code on its way. Only memory holds it. */
  readonly code: string;
  /** Present when it waited for the network before. */
  readonly isResumed?: true;
  readonly error: null;
}

/** The code could not leave the device; it is exchanged once the network is back. */
export interface WaitingForNetwork extends Delivery {
  readonly status: 'waitingForNetwork';
  /** The code to send. Only memory holds it. */
  readonly code: string;
  /** `offline`. */
  readonly error: PasswordlessError;
}

export interface AwaitingLink extends Delivery {
  readonly status: 'awaitingLink';
  readonly error: PasswordlessError | null;
}

export interface MfaRequired {
  readonly status: 'mfaRequired';
  readonly identifier: Identifier;
  /** `null` when the client keeps the MFA token where the browser cannot see it. */
  readonly mfa: MfaChallenge | null;
  readonly error: null;
}

export interface Authenticated {
  readonly status: 'authenticated';
  /** `null` when another tab signed in before this one was given any. */
  readonly identifier: Identifier | null;
  /** `null` when they stay on the server, or with the tab that signed in. */
  readonly tokens: TokenSet | null;
  readonly error: null;
}

/** Another tab of this browser has signed in meanwhile. The person says whether to go on with that. */
export interface SignedInElsewhere {
  readonly status: 'signedInElsewhere';
  readonly identifier: Identifier | null;
  readonly error: null;
}

/**
 * Where a login stands. Switch on `status`. An `error` is something that happened on the way, never
 * an end: the person goes on from the same status.
 */
export type LoginState =
  | EnteringIdentifier
  | SendingCode
  | EnteringCode
  | ResendingCode<'code'>
  | ResendingCode<'link'>
  | ExchangingCode
  | WaitingForNetwork
  | AwaitingLink
  | SignedInElsewhere
  | MfaRequired
  | Authenticated;

export type LoginStatus = LoginState['status'];

export const initialState: EnteringIdentifier = {
  status: 'enteringIdentifier',
  identifier: null,
  sendLimit: null,
  error: null,
};

import type { Connection, PasswordlessErrorCode, Send } from '@auth0-passwordless/core';
import type { LoginStep } from '../loginView.ts';

/** A message that was asked for. */
interface SendReport {
  readonly connection: Connection;
  readonly send: Send;
  /** How long the request took; `0` when another tab had made it. */
  readonly milliseconds: number;
}

/**
 * What happened in a login, for analytics and logs. Holds no identifier, no code, no token and no
 * text that anybody typed.
 */
export type LoginReport =
  /** `sendCount` is `1` for the first message. */
  | ({ readonly type: 'codeSent' | 'linkSent'; readonly sendCount: number } & SendReport)
  | ({ readonly type: 'sendFailed'; readonly error: PasswordlessErrorCode } & SendReport)
  /** A whole code is in the field: typed key by key, pasted, filled in by the browser or by WebOTP. */
  | { readonly type: 'codeFilled'; readonly how: 'typed' | 'pasted' | 'autofilled' | 'webOtp' }
  /** The code was right. `tries` counts the codes of this message that were sent, this one included. */
  | { readonly type: 'exchanged'; readonly milliseconds: number; readonly tries: number }
  | {
      readonly type: 'exchangeFailed';
      readonly error: PasswordlessErrorCode;
      readonly milliseconds: number;
      readonly triesLeft: number;
    }
  /** The text was refused without a request, such as `incomplete_code` or `repeated_code`. */
  | { readonly type: 'inputRefused'; readonly error: PasswordlessErrorCode }
  | { readonly type: 'waitingForNetwork' }
  | { readonly type: 'identifierEdited' }
  /** A reload, or the next visit, went on with what it found. */
  | { readonly type: 'restored'; readonly step: LoginStep }
  | { readonly type: 'mfaRequired' }
  | { readonly type: 'signedInElsewhere' }
  | { readonly type: 'authenticated' };

import type { Identifier } from '../identifier.ts';

/** What Auth0 sends: a one-time code to type, or (e-mail only) a link to open. */
export type Send = 'code' | 'link';

/**
 * What a link carries through to the page it opens, by Auth0's names: `redirect_uri`, `response_type`,
 * `scope`, `audience`, `state`, `nonce`, `organization`, `login_hint`, `ui_locales` … Auth0 does not check
 * them; `state` comes back as it was, for you to compare.
 */
export type AuthParams = Readonly<Record<string, string>>;

/** Whom to send a code or a link. A phone number takes a code only, so `send: 'link'` does not compile. */
export type StartRequest = (
  | (Extract<Identifier, { connection: 'email' }> & {
      readonly send?: Send | undefined;
      readonly authParams?: AuthParams | undefined;
    })
  | (Extract<Identifier, { connection: 'sms' }> & {
      readonly send?: 'code' | undefined;
      readonly authParams?: never;
    })
) & {
  /** BCP 47 language tag for the message, such as `fr-CA`. Auth0 chooses when left out. */
  readonly language?: string | undefined;
  /** The answer to a captcha that Auth0 asked for; see the error `captcha_required`. */
  readonly captcha?: string | undefined;
};

/** Who typed which code. Use the identifier exactly as it was given to `start`. */
export type ExchangeCodeRequest = Identifier & { readonly code: string };

/** Tokens of one login (RFC 6749 §5.1). Only memory holds them until the caller puts them elsewhere. */
export interface TokenSet {
  /** For the API named by `audience`; opaque to us and to the app. */
  readonly accessToken: string;
  /** How to present it: `Bearer` or `DPoP`. */
  readonly tokenType: string;
  /** Epoch milliseconds at which the access token ends; `null` when the server did not say. */
  readonly expiresAt: number | null;
  /** Granted scopes, separated by spaces. */
  readonly scope: string;
  /** Who signed in, as a signed JWT; present when the scope holds `openid`. */
  readonly idToken?: string | undefined;
  /** Present when the scope holds `offline_access` and the API allows it. */
  readonly refreshToken?: string | undefined;
}

export interface RequestOptions {
  /** Ends the request; the promise then rejects with `aborted`. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * The two calls of a passwordless login, whatever way they take to Auth0.
 *
 * Both reject with a {@link PasswordlessError} and with nothing else. Neither ever retries: a second
 * `start` costs a message and kills the first code, a second `exchangeCode` may burn a try.
 */
export interface PasswordlessClient {
  /**
   * Where the calls go, such as `https://example.eu.auth0.com`, when that is another host than the page's. A
   * form connects to it as soon as somebody turns to it.
   */
  readonly origin?: string | undefined;
  /**
   * Asks for a message. Resolves when Auth0 accepted the request, which does not prove delivery, and
   * says nothing about whether the person is known.
   */
  start(request: StartRequest, options?: RequestOptions): Promise<void>;
  /**
   * Trades a code for tokens. Resolves with `null` when they stay on the server and the browser got
   * a session cookie instead.
   */
  exchangeCode(request: ExchangeCodeRequest, options?: RequestOptions): Promise<TokenSet | null>;
}

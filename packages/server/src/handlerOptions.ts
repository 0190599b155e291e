import type { MfaChallenge, PasswordlessError, TokenSet, UserInfo } from '@auth0-passwordless/core';
import { type ConfidentialInit, type HttpFetch, originOf } from '@auth0-passwordless/core/wire';
import type { TrustedProxy } from './endUserIp.ts';
import type { RequestHead } from './incomingRequest.ts';
import type { LimitOptions } from './limits.ts';

/** What the handler needs of a `fetch`. Its requests are POSTs with plain headers and a text for a body. */
export type Auth0Fetch = HttpFetch<ConfidentialInit>;

/** A login that has just succeeded. */
export interface Login {
  readonly user: UserInfo;
  readonly tokens: TokenSet;
}

interface CommonOptions {
  /** The tenant's host, such as `example.eu.auth0.com` or a custom domain: no scheme, no path. */
  domain: string;
  /** Client ID of an application of type Regular Web, with the grant "Passwordless OTP". */
  clientId: string;
  /** Its secret. It is sent to Auth0 and nowhere else. */
  clientSecret: string;
  /**
   * What session cookies are encrypted with: random, 32 bytes or more, the same on all instances. To change it,
   * put the new one before the old: the first one encrypts, all of them decrypt.
   */
  cookieSecret: string | readonly string[];
  /** Where the handler's routes are. Defaults to `/passwordless`. */
  basePath?: string | undefined;
  /** Scopes, separated by spaces; `openid` must be one. With `offline_access` tokens are refreshed. Defaults to `openid profile email`. */
  scope?: string | undefined;
  session?:
    | {
        /** Name of the cookie; `__Host-` is put before it. Defaults to `passwordless`. */
        readonly cookieName?: string | undefined;
        /** The session ends this long after its last use. Defaults to a day. */
        readonly rollingSeconds?: number | undefined;
        /** The session ends this long after the login, whatever happens. Defaults to three days. */
        readonly absoluteSeconds?: number | undefined;
      }
    | undefined;
  /**
   * Origins of the pages that may call, such as `https://app.example.com`. Defaults to the handler's own host as
   * it sees it; name it where a proxy changes the `Host` header.
   */
  origins?: readonly string[] | undefined;
  trustedProxy?: TrustedProxy | undefined;
  limits?: LimitOptions | undefined;
  /**
   * Called once per login, before the cookie is set. What it returns becomes the JSON body of the answer; the
   * tokens never do by themselves. Throw a `PasswordlessError('access_denied')` to refuse the login.
   */
  onAuthenticated?: ((login: Login, request: RequestHead) => unknown) | undefined;
  /**
   * Called with Auth0's own challenge when the code was right and a second factor is needed. The browser gets
   * `mfa_required` with the factors and a sealed token; give that to `openMfaToken` when it comes back to you.
   */
  onMfaRequired?: ((mfa: MfaChallenge, request: RequestHead) => unknown) | undefined;
  /** Called with every error of Auth0 and of your callbacks, for your log. None holds a code, a token or a secret. */
  onError?: ((error: PasswordlessError, request: RequestHead) => void) | undefined;
  /** How long to wait for Auth0. Defaults to `15`. */
  timeoutSeconds?: number | undefined;
  /** How Auth0 is called. Defaults to the global `fetch`, and in `./node` to a way of its own. */
  fetch?: Auth0Fetch | undefined;
  /** Epoch milliseconds now. Defaults to `Date.now`. */
  now?: (() => number) | undefined;
}

/** Dedicated connections (`email`, `sms`): `/passwordless/start`. */
interface PasswordlessMode {
  mode?: 'passwordless' | undefined;
  /** Identifier of the API to get access tokens for. */
  audience?: string | undefined;
  connection?: never;
  allowSignup?: never;
  deliveryMethod?: never;
}

/** One-time codes on a database connection: `/otp/challenge`. */
interface DatabaseMode {
  mode: 'database';
  /** Name of the database connection. */
  connection: string;
  /** Whether a code may make a new user. Defaults to `false`. */
  allowSignup?: boolean | undefined;
  /** How a phone number gets its code. Auth0 defaults to `text`. */
  deliveryMethod?: 'text' | 'voice' | undefined;
  audience?: never;
}

export type PasswordlessHandlerOptions = CommonOptions & (PasswordlessMode | DatabaseMode);

/** The options with their defaults. */
export interface HandlerSettings {
  readonly origin: string;
  readonly cookieSecrets: readonly [string, ...string[]];
  readonly basePath: string;
  readonly scope: string;
  readonly cookieName: string;
  readonly rollingSeconds: number;
  readonly absoluteSeconds: number;
  readonly timeoutSeconds: number;
  readonly now: () => number;
}

const day = 86_400;

/** @throws {TypeError} When an option cannot be right. The message names it and the fix, and holds no secret. */
export function readHandlerOptions(options: PasswordlessHandlerOptions): HandlerSettings {
  const { basePath = '/passwordless', scope = 'openid profile email', session = {} } = options;
  const { rollingSeconds = day, absoluteSeconds = 3 * day, cookieName = 'passwordless' } = session;
  const { timeoutSeconds = 15, origins = [], trustedProxy, limits } = options;
  const [first = '', ...others] = [options.cookieSecret].flat();
  // The environment gives `undefined` for what nobody has set, whatever the types say.
  need('clientId', options.clientId, 'copy it from the settings of the application');
  need('clientSecret', options.clientSecret, 'copy it from the settings of the application');
  for (const secret of [first, ...others]) {
    const bytes = new TextEncoder().encode(secret ?? '').length;
    if (bytes < 32) {
      fail(
        'cookieSecret',
        `has ${bytes} bytes; 32 are the least. Make one with \`openssl rand -base64 32\``,
      );
    }
  }
  if (!/^(\/[\w.~-]+)+$/.test(basePath)) {
    fail('basePath', 'is no path; write it like "/passwordless", without a slash at the end');
  }
  if (!scope.split(' ').includes('openid')) {
    fail('scope', 'lacks "openid", without which Auth0 does not say who signed in; add it');
  }
  if (!/^[\w-]+$/.test(cookieName))
    fail('session.cookieName', 'may have letters, digits, _ and - only');
  whole('session.rollingSeconds', rollingSeconds);
  whole('session.absoluteSeconds', absoluteSeconds);
  whole('timeoutSeconds', timeoutSeconds);
  whole('trustedProxy.hops', trustedProxy?.hops ?? 1);
  for (const limit of [limits?.start, limits?.exchange].flatMap((it) => Object.values(it ?? {}))) {
    whole('limits … count', limit?.count ?? 1);
    whole('limits … seconds', limit?.seconds ?? 1);
  }
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      fail(
        'origins',
        `has "${origin}"; write scheme, host and port only, like "https://app.example.com"`,
      );
    }
  }
  if (options.mode === 'database') {
    need('connection', options.connection, 'name the database connection that has one-time codes');
  }
  return {
    origin: originOf(options.domain),
    cookieSecrets: [first, ...others],
    basePath,
    scope,
    cookieName,
    rollingSeconds,
    absoluteSeconds,
    timeoutSeconds,
    now: options.now ?? (() => Date.now()),
  };
}

function need(name: string, value: string, fix: string): void {
  if (!value) fail(name, `is empty; ${fix}`);
}

function whole(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) fail(name, 'must be a whole number, 1 or more');
}

function fail(name: string, problem: string): never {
  throw new TypeError(`Auth0 Passwordless: the option \`${name}\` ${problem}.`);
}

import { PasswordlessError } from '../passwordlessError.ts';
import { setupHint, type SetupProblem } from '../setupHint.ts';
import { type Meaning, readFailure } from '../wire/failures.ts';
import { type HttpAnswer, httpRequest } from './httpRequest.ts';

export interface TenantOptions {
  /**
   * The tenant's host, such as `example.eu.auth0.com` or a custom domain: no scheme, no path.
   * For a server on this machine an origin such as `http://localhost:4400` is accepted too.
   */
  domain: string;
  /** Client ID of an application of that tenant. */
  clientId: string;
  /** How long to wait for an answer. Defaults to `15`. */
  timeoutSeconds?: number | undefined;
  /** Replaces the global `fetch`, for tests and emulators. */
  fetch?: typeof fetch | undefined;
  /** Epoch milliseconds now. Defaults to `Date.now`. */
  now?: (() => number) | undefined;
  /** Never: whatever is in the browser is public. Applications with a secret belong on your server. */
  clientSecret?: never;
}

interface TenantRequestOptions {
  readonly signal?: AbortSignal | undefined;
  /** What no error may hold, such as the code that was sent. */
  readonly secret?: string | undefined;
  /** What this endpoint's failures mean, where that differs from the others. */
  readonly meanings?: readonly Meaning[] | undefined;
}

/** One application of one tenant, as a browser reaches it. */
export interface Tenant {
  /** Such as `https://example.eu.auth0.com`, without a slash at the end. */
  readonly origin: string;
  readonly clientId: string;
  readonly now: () => number;
  /** The answer of Auth0, whatever it says. No cookie travels, unless `init` says so. */
  readonly send: (path: string, init: RequestInit, signal?: AbortSignal) => Promise<HttpAnswer>;
  /** The answer of Auth0, which is a success; every other one is a rejection. */
  readonly request: (
    path: string,
    init: RequestInit,
    options?: TenantRequestOptions,
  ) => Promise<HttpAnswer>;
}

/** @throws {PasswordlessError} `misconfigured`, at once, when `domain` or `clientId` cannot be right. */
export function createTenant(options: TenantOptions): Tenant {
  const { clientId, timeoutSeconds = 15 } = options;
  const origin = originOf(options.domain);
  if (!clientId) throw misconfigured('clientId', 'clientId is empty.');
  // Looked up at each call, as `fetch` is: a test may replace the clock after this client was made.
  const now = options.now ?? (() => Date.now());
  const send: Tenant['send'] = (path, init, signal) =>
    httpRequest(
      origin + path,
      { credentials: 'omit', ...init },
      // Looked up at each call: a page may replace the global one after this client was made.
      { fetch: options.fetch ?? globalThis.fetch, timeoutSeconds, signal },
    );
  return {
    origin,
    clientId,
    now,
    send,
    async request(path, init, { signal, secret, meanings } = {}) {
      const answer = await send(path, init, signal);
      if (!answer.response.ok) throw readFailure(answer, now(), secret, meanings);
      return answer;
    },
  };
}

/** The address of a tenant. @throws {PasswordlessError} `misconfigured`, when `domain` cannot be one. */
export function originOf(domain: string): string {
  if (/^https?:\/\/([\w-]+\.)*localhost(:\d+)?$/.test(domain)) return domain;
  // The dot is asked for because a variable that is not set reads "undefined".
  if (/^[\w-]+(\.[\w-]+)+(:\d+)?$/.test(domain)) return `https://${domain}`;
  throw misconfigured('domain', `domain is "${domain}".`);
}

const misconfigured = (problem: SetupProblem, detail: string) =>
  new PasswordlessError('misconfigured', { setupHint: setupHint(problem), detail });

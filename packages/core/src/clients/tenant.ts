import { PasswordlessError } from '../passwordlessError.ts';
import { setupHint } from '../setupHint.ts';
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
  /**
   * The answer of Auth0, which is a success; every other one is a rejection. No cookie travels, unless
   * `init` says so.
   */
  readonly request: (
    path: string,
    init: RequestInit,
    options?: TenantRequestOptions,
  ) => Promise<HttpAnswer>;
}

/** The dot is asked for because a variable that is not set reads "undefined". */
const DOMAIN = /^(https?:\/\/([\w-]+\.)*localhost|[\w-]+(\.[\w-]+)+)(:\d+)?$/;

/** @throws {PasswordlessError} `misconfigured`, at once, when `domain` or `clientId` cannot be right. */
export function createTenant(options: TenantOptions): Tenant {
  // Looked up at each call, as `fetch` is: a test may replace the clock after this client was made.
  const { domain, clientId, now = () => Date.now() } = options;
  const origin = originOf(domain);
  if (!clientId) throw misconfigured('clientId', clientId);
  return {
    origin,
    clientId,
    now,
    async request(path, init, how = {}) {
      const safeInit: RequestInit = { credentials: 'omit', ...init };
      const answer = await httpRequest(origin + path, safeInit, options, how.signal);
      if (!answer.response.ok) throw readFailure(answer, now(), how.secret, how.meanings);
      return answer;
    },
  };
}

/** The address of a tenant. @throws {PasswordlessError} `misconfigured`, when `domain` cannot be one. */
export function originOf(domain: string): string {
  if (!DOMAIN.test(domain)) throw misconfigured('domain', domain);
  return domain.includes('/') ? domain : `https://${domain}`;
}

const misconfigured = (option: 'domain' | 'clientId', value: string) =>
  new PasswordlessError('misconfigured', {
    setupHint: setupHint(option),
    detail: `${option} is "${value}".`,
  });

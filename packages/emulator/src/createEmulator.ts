import type { ApplicationChanges } from './applicationChanges.ts';
import type { Application } from './applications.ts';
import { createBrowserFetch } from './browserFetch.ts';
import type { Clock } from './clock.ts';
import { headerCookies, type Cookies } from './cookies.ts';
import { emulatorRoutes } from './emulatorRoutes.ts';
import type { FaultRule, PendingFault } from './faults.ts';
import { identifyAddress } from './identifier.ts';
import { createNavigate } from './navigate.ts';
import type { Outbox } from './outbox.ts';
import type { LoggedRequest } from './requestLog.ts';
import { createTenant, type TenantOptions } from './tenant.ts';
import type { TenantSettings } from './tenantSettings.ts';
import { assertUserSettings, showUser, type ShownUser, type UserSettings } from './userSettings.ts';

export interface EmulatorOptions extends TenantOptions {
  /**
   * The origin that `fetch` calls from, to try CORS as a browser does it. Defaults to the page's own
   * (`location.origin`), which is then allowed for every application; outside a page there is none,
   * and no CORS.
   */
  origin?: string;
}

/** A local Auth0. Two of them share nothing. */
export interface Emulator {
  /** The address in tokens and links, with a slash at the end. */
  readonly issuer: string;
  /** The messages that were sent. */
  readonly outbox: Outbox;
  readonly clock: Clock;
  /**
   * Calls the emulator as a page would, without a network: pass it wherever a `fetch` is taken.
   * Rejects as a browser's does: with a `TypeError` for a refused origin, a simulated network
   * failure or an address that is not the issuer's, and with the signal's reason when aborted.
   */
  readonly fetch: typeof globalThis.fetch;
  /**
   * Answers a request as a server does, for use behind a server of your own.
   *
   * @param from.ip - The caller's address, by which starts are limited. Defaults to `127.0.0.1`.
   * @param from.origin - Stands in for the `Origin` header, which a page cannot set.
   * @param from.cookies - Stands in for the `Cookie` and `Set-Cookie` headers, which a page cannot see.
   * @returns `Response.error()` for a simulated network failure: break the connection.
   */
  readonly handle: (
    request: Request,
    from?: { ip?: string; origin?: string | undefined; cookies?: Cookies },
  ) => Promise<Response>;
  /**
   * Goes to an address as a browser's address bar does, with the cookies that `fetch` has too: to try `/authorize`, links and
   * logout without a browser. Follows redirects within the emulator.
   *
   * @returns The page, or the redirect that leaves: its `location` header is where the browser would go next.
   */
  readonly navigate: (address: string | URL, init?: RequestInit) => Promise<Response>;
  /**
   * Lets the next requests for a path fail, or be late. Rules for one path are used up in the order they are given.
   *
   * @returns What tells how many requests the rule still hits.
   * @throws {TypeError} When the rule makes no sense; the message names the member.
   */
  readonly failNext: (rule: FaultRule) => PendingFault;
  /** The last thousand requests, oldest first, preflights included and secrets masked. Not the control requests. */
  readonly requests: () => LoggedRequest[];
  /**
   * Changes settings of the tenant. What is not named stays.
   *
   * @throws {RangeError} When a setting is unknown or outside what Auth0 allows; then nothing changes.
   */
  readonly setTenant: (changes: Partial<TenantSettings>) => void;
  /**
   * Changes an application, or makes one. What is not named stays.
   *
   * @throws {TypeError} When a member makes no sense; then nothing changes.
   */
  readonly setApplication: (clientId: string, changes: ApplicationChanges) => Application;
  /**
   * Changes the users with an address, or makes one.
   *
   * @param identifier - An e-mail address, or a phone number that begins with `+`.
   * @throws {TypeError} When a member makes no sense; then nothing changes.
   */
  readonly setUser: (identifier: string, settings: UserSettings) => ShownUser;
  /** Deletes the users with an address; their refresh tokens stay. @returns Whether there was one. */
  readonly removeUser: (identifier: string) => boolean;
  /** The users there are. */
  readonly users: () => ShownUser[];
  /**
   * Signs with a new key from now on.
   *
   * @param options.revokesPrevious - Also takes the older keys out of `/.well-known/jwks.json`. Defaults to `false`.
   * @returns The new key's `kid`.
   */
  readonly rotateKeys: (options?: { revokesPrevious?: boolean }) => Promise<string>;
  /** Forgets messages, codes, tries, limits, faults, users, tokens, sessions, cookies and requests; the clock is right again. What the options say is true again, and the first signing key signs. */
  readonly reset: () => void;
}

/** Node has no page, and the origin of a sandboxed frame is the text "null". */
function originOfPage(): string | undefined {
  const origin = globalThis.location?.origin;
  return origin === 'null' ? undefined : origin;
}

/**
 * Makes a local Auth0 that answers in this process: in Node, in a test, or inside a page.
 *
 * It keeps Auth0's rules for passwordless login: three tries a code, three minutes, the newest code
 * only, fifty starts an hour, application types and grants, origins; and for what comes after it:
 * refresh tokens that rotate, redirects with PKCE, links, second factors, logout. Nothing leaves the
 * process, and nothing is kept after it. Where Auth0 documents no answer, `guessedErrors.ts` has the guess.
 *
 * Applications: `native` (public, may use the passwordless grant), `web` (confidential, secret
 * `web-secret-for-local-development-only`) and `spa` (may not use the grant, as in Auth0). API:
 * `https://api.example.com/`. What Auth0 leaves off at first is off here, too, such as cross-origin
 * login: `setApplication`, `setTenant` and `setUser` switch it on, and `reset` back again.
 *
 * @throws {RangeError} When a setting is outside what Auth0 allows.
 *
 * @example
 * ```ts
 * import { createEmulator } from '@auth0-passwordless/emulator';
 *
 * const emulator = createEmulator();
 * await emulator.fetch('http://localhost:4400/passwordless/start', {
 *   method: 'POST',
 *   headers: { 'content-type': 'application/json' },
 *   body: JSON.stringify({
 *     client_id: 'native',
 *     connection: 'email',
 *     email: 'ada@example.com',
 *     send: 'code',
 *   }),
 * });
 * const code = emulator.outbox.messages({ to: 'ada@example.com' })[0]?.code;
 * ```
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  // Nobody told the page's own origin, so nobody could have allowed it either.
  const pageOrigin = options.origin === undefined ? originOfPage() : undefined;
  const tenant = createTenant({
    ...options,
    origins: [...(options.origins ?? []), ...(pageOrigin === undefined ? [] : [pageOrigin])],
  });
  const app = emulatorRoutes(tenant);
  const isSecure = tenant.issuer.startsWith('https:');

  const handle: Emulator['handle'] = async (request, from = {}) => {
    const overHttp = headerCookies(request.headers.get('cookie'), isSecure);
    const response = await app.fetch(request, {
      ip: from.ip ?? '127.0.0.1',
      origin: from.origin ?? request.headers.get('origin') ?? undefined,
      cookies: from.cookies ?? overHttp,
    });
    // A broken connection has no headers.
    const lines = response.type === 'error' ? [] : overHttp.lines();
    for (const line of lines) response.headers.append('set-cookie', line);
    return response;
  };

  const { cookies, issuer } = tenant;
  return {
    issuer,
    outbox: { messages: tenant.outbox.messages, subscribe: tenant.outbox.subscribe },
    clock: { now: tenant.clock.now, advance: tenant.clock.advance },
    fetch: createBrowserFetch({ handle, issuer, cookies, origin: options.origin ?? pageOrigin }),
    handle,
    navigate: createNavigate({ handle, issuer, cookies }),
    failNext: (rule) => tenant.faults.add(rule),
    requests: () => tenant.requestLog.entries(),
    setTenant: (changes) => tenant.changeSettings(changes),
    setApplication: (clientId, changes) => tenant.store.changeApplication(clientId, changes),
    setUser(identifier, settings) {
      assertUserSettings(settings);
      const [user] = tenant.store.changeUser(identifyAddress(identifier), settings);
      if (!user) throw new Error('Unreachable: a user who is unknown is made.');
      return showUser(user);
    },
    removeUser: (identifier) => tenant.store.removeUser(identifyAddress(identifier)),
    users: () => tenant.store.users().map(showUser),
    rotateKeys: (rotation) => tenant.keys.rotate(rotation),
    reset: () => tenant.reset(),
  };
}

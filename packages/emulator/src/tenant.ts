import { seedApi, seedApplications, type Api, type Application } from './applications.ts';
import { createClock } from './clock.ts';
import { createCodes } from './codes.ts';
import { allowsOrigin, defaultExposedHeaders, matchesOrigin } from './cors.ts';
import { createFaults, sleep } from './faults.ts';
import { identify } from './identifier.ts';
import { createOutbox, type Message } from './outbox.ts';
import { createRateLimit } from './rateLimit.ts';
import { createRequestLog } from './requestLog.ts';
import { createStore } from './store.ts';
import { createTokens } from './tokens.ts';

/** Where the playground of this repository runs. */
const playground = 'http://localhost:5173';

/** Settings of the emulated tenant. All have defaults. */
export interface TenantOptions {
  /** The address in tokens and links, such as `https://tenant.auth0.com/`. A missing last slash is added. Defaults to `http://localhost:4400/`. */
  issuer?: string;
  /** More applications. One with the id of a seeded one (`native`, `web`, `spa`) replaces it. */
  applications?: readonly Application[];
  /** More APIs, besides `https://api.example.com/`. */
  apis?: readonly Api[];
  /** Users who exist from the beginning. Others begin to exist at their first login. */
  users?: readonly ({ email: string } | { phoneNumber: string })[];
  /** Origins that may call for every application, such as `http://localhost:3000`; the seeded applications also get callbacks there (`/` and `/callback`). */
  origins?: readonly string[];
  /** Digits in a code, 4 to 40. Defaults to `6`. */
  codeLength?: number;
  /** Seconds until a code expires, 60 or more. Defaults to `180`. */
  codeLifetimeSeconds?: number;
  /** Refuses to send a code to people who are not in `users` and have not logged in yet. Defaults to `false`. */
  disableSignups?: boolean;
  /** Response headers that pages of other origins can read. The default is a guess: `Retry-After` and `X-RateLimit-*`. */
  exposedHeaders?: readonly string[];
  /** The time to build on, in epoch milliseconds. Defaults to `Date.now`. */
  now?: () => number;
  /** Waits when an answer is to be late, and resolves early when the signal aborts. Defaults to real time. */
  sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /**
   * Carries a message to its reader. What it resolves with lands in the outbox, and only then the start is answered;
   * a rejection becomes Auth0's error for a provider that failed. Defaults to no journey at all.
   */
  deliver?: (message: Message) => Promise<Message>;
}

function checkedWhole(name: string, value: number, from: number, to: number): number {
  if (Number.isInteger(value) && value >= from && value <= to) return value;
  const range = to === Infinity ? `${from} or more` : `${from} to ${to}`;
  throw new RangeError(`${name} must be a whole number, ${range}, as in Auth0; it is ${value}.`);
}

/** The parts of an emulator that its endpoints share. */
export type Tenant = ReturnType<typeof createTenant>;

/** @throws {RangeError} When a setting is outside what Auth0 allows. */
export function createTenant(options: TenantOptions) {
  const origins = options.origins ?? [];
  const issuer = new URL('./', (options.issuer ?? 'http://localhost:4400').replace(/\/*$/, '/'));
  const lifetimeSeconds = checkedWhole(
    'codeLifetimeSeconds',
    options.codeLifetimeSeconds ?? 180,
    60,
    Infinity,
  );
  const length = checkedWhole('codeLength', options.codeLength ?? 6, 4, 40);

  const clock = createClock(options.now ?? (() => Date.now()));
  const store = createStore({
    applications: [...seedApplications([playground, ...origins]), ...(options.applications ?? [])],
    apis: [seedApi, ...(options.apis ?? [])],
    users: (options.users ?? []).map((user) =>
      'email' in user ? identify('email', user.email) : identify('sms', user.phoneNumber),
    ),
    now: () => clock.now(),
  });
  const codes = createCodes({ clock, length, lifetimeSeconds });
  const outbox = createOutbox();
  const requestLog = createRequestLog();
  const faults = createFaults(options.sleep ?? sleep);
  // Auth0 docs, Rate limit policy: 50 an hour, all at once if one likes.
  const startLimit = createRateLimit({ clock, perHour: 50, burst: 50 });

  return {
    issuer: issuer.href,
    settings: {
      codeLifetimeSeconds: lifetimeSeconds,
      disableSignups: options.disableSignups ?? false,
      exposedHeaders: options.exposedHeaders ?? defaultExposedHeaders,
      deliver: options.deliver ?? ((message: Message) => Promise.resolve(message)),
    },
    clock,
    store,
    codes,
    tokens: createTokens({ issuer: issuer.href, clock, store }),
    outbox,
    requestLog,
    faults,
    startLimit,

    /** Whether pages of `origin` may call for an application, or for any of them when none is named. */
    isAllowedOrigin(origin: string, application?: Application): boolean {
      const isOwn = origin === issuer.origin;
      if (isOwn || origins.some((pattern) => matchesOrigin(pattern, origin))) return true;
      const candidates = application ? [application] : store.applications();
      return candidates.some((candidate) => allowsOrigin(candidate, origin));
    },

    /** Back to the beginning: only settings and seeds stay. */
    reset: () => {
      clock.reset();
      for (const part of [store, codes, outbox, requestLog, faults, startLimit]) part.reset();
    },
  };
}

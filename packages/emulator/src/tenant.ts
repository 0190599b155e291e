import { seedApi, seedApplications, type Api, type Application } from './applications.ts';
import type { IssuedAuthorizationCode } from './authorizationResult.ts';
import { createBrowserSessions } from './browserSessions.ts';
import { createClock } from './clock.ts';
import { createCodes } from './codes.ts';
import { createCookieJar } from './cookies.ts';
import { allowsOrigin, defaultExposedHeaders, matchesOrigin } from './cors.ts';
import { createEndpointLimits } from './endpointLimits.ts';
import { createFaults, sleep } from './faults.ts';
import type { HostedLogin } from './browserLogin.ts';
import { identify, type Identifier } from './identifier.ts';
import { createOutbox, type Message } from './outbox.ts';
import { randomHex } from './random.ts';
import { createRateLimit } from './rateLimit.ts';
import { createRefreshTokens } from './refreshTokens.ts';
import { createRequestLog } from './requestLog.ts';
import { createSigningKeys } from './signingKeys.ts';
import { createStore, type StoreSeeds, type User } from './store.ts';
import { createTenantSettings, type TenantSettings } from './tenantSettings.ts';
import { createTickets } from './tickets.ts';
import type { GrantOutcome } from './tokenAnswer.ts';
import { createTokens } from './tokens.ts';
import type { UserSettings } from './userSettings.ts';

/** Where the playground of this repository runs. */
const playground = 'http://localhost:5173';

/** Settings of the emulated tenant. All have defaults. Those of `TenantSettings` can also be changed later. */
export interface TenantOptions extends Partial<TenantSettings> {
  /** The address in tokens and links, such as `https://tenant.auth0.com/`. A missing last slash is added. Defaults to `http://localhost:4400/`. */
  issuer?: string;
  /** More applications. One with the id of a seeded one (`native`, `web`, `spa`) replaces it. */
  applications?: readonly Application[];
  /** More APIs, besides `https://api.example.com/`. */
  apis?: readonly Api[];
  /** Users who exist from the beginning. Others begin to exist at their first login. */
  users?: readonly (({ email: string } | { phoneNumber: string }) & UserSettings)[];
  /** Origins that may call for every application, such as `http://localhost:3000`; the seeded applications also get callbacks there (`/` and `/callback`). */
  origins?: readonly string[];
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

/** A code of `/otp/challenge` that is on its way; the code itself is kept under the session's name. */
export interface AuthSession {
  clientId: string;
  to: Identifier;
  allowsSignup: boolean;
}

/** A login that cross-origin authentication has made, for one trip to `/authorize`. */
export interface LoginTicket {
  clientId: string;
  user: User;
  /** Also kept by the browser that got the ticket. */
  browser: string;
}

/** Auth0's documentation: fixed. */
const mfaTokenSeconds = 600;
/** Not documented. Auth0's own library keeps a ticket's verifier for 15 minutes. */
const loginTicketSeconds = 900;
const authorizationCodeSeconds = 600;
const hostedLoginSeconds = 3600;

function seedUsers(users: TenantOptions['users'] = []): StoreSeeds['users'] {
  return users.map(({ blocked, mfa, mfaCode, database, ...address }) => ({
    identifier:
      'email' in address ? identify('email', address.email) : identify('sms', address.phoneNumber),
    settings: { blocked, mfa, mfaCode, database },
  }));
}

/** The parts of an emulator that its endpoints share. */
export type Tenant = ReturnType<typeof createTenant>;

/** @throws {RangeError} When a setting is outside what Auth0 allows. */
export function createTenant(options: TenantOptions) {
  const origins = options.origins ?? [];
  const issuer = new URL('./', (options.issuer ?? 'http://localhost:4400').replace(/\/*$/, '/'));
  const settingsControl = createTenantSettings(options);
  const settings = settingsControl.current;

  const clock = createClock(options.now ?? (() => Date.now()));
  const store = createStore({
    applications: [...seedApplications([playground, ...origins]), ...(options.applications ?? [])],
    apis: [seedApi, ...(options.apis ?? [])],
    users: seedUsers(options.users),
    now: () => clock.now(),
  });
  const keys = createSigningKeys();
  const ticketsFor = <T>(seconds: number, name?: () => string) =>
    createTickets<T>({ clock, lifetimeSeconds: () => seconds, ...(name && { name }) });

  const parts = {
    clock,
    store,
    settings: settingsControl,
    keys,
    codes: createCodes({ clock, settings }),
    refreshTokens: createRefreshTokens(clock),
    authorizationCodes: ticketsFor<IssuedAuthorizationCode>(authorizationCodeSeconds),
    loginTickets: ticketsFor<LoginTicket>(loginTicketSeconds),
    hostedLogins: ticketsFor<HostedLogin>(hostedLoginSeconds),
    // Fe26 is the mark of the sealing format that Auth0 uses.
    mfaTokens: ticketsFor<GrantOutcome>(mfaTokenSeconds, () => `Fe26.2*1*${randomHex(48)}`),
    authSessions: createTickets<AuthSession>({
      clock,
      lifetimeSeconds: () => settings.codeLifetimeSeconds,
      name: () => randomHex(12),
    }),
    browserSessions: createBrowserSessions(clock),
    /** Of the browser that `emulator.fetch` and `emulator.navigate` are. */
    cookies: createCookieJar(),
    outbox: createOutbox(),
    requestLog: createRequestLog(),
    faults: createFaults(options.sleep ?? sleep),
    // Auth0 docs, Rate limit policy: 50 an hour, all at once if one likes.
    startLimit: createRateLimit({ clock, perHour: 50, burst: 50 }),
    challengeLimit: createRateLimit({ clock, perHour: 50, burst: 50 }),
    endpointLimits: createEndpointLimits(clock),
  };

  return {
    ...parts,
    issuer: issuer.href,
    exposedHeaders: options.exposedHeaders ?? defaultExposedHeaders,
    deliver: options.deliver ?? ((message: Message) => Promise.resolve(message)),
    settings,
    changeSettings: settingsControl.change,
    tokens: createTokens({ issuer: issuer.href, clock, store, keys, settings }),

    /** Whether pages of `origin` may call for an application, or for any of them when none is named. */
    isAllowedOrigin(
      origin: string,
      application: Application | undefined,
      allows: (application: Application, origin: string) => boolean = allowsOrigin,
    ): boolean {
      const isOwn = origin === issuer.origin;
      if (isOwn || origins.some((pattern) => matchesOrigin(pattern, origin))) return true;
      const candidates = application ? [application] : store.applications();
      return candidates.some((candidate) => allows(candidate, origin));
    },

    /** Back to the beginning: only options stay. */
    reset: () => {
      for (const part of Object.values(parts)) part.reset();
    },
  };
}

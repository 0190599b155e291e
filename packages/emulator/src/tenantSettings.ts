import {
  assertMembers,
  isWhole,
  orNull,
  text,
  texts,
  trueOrFalse,
  type MemberCheck,
} from './assertMembers.ts';
import { isConnection, type Connection } from './identifier.ts';
import { isSmsFailure, smsFailures, type SmsFailure } from './smsFailures.ts';
import { tokenFaultsCheck, type TokenFaults } from './tokenFaults.ts';

/** What can be different while the emulator runs: by option, by `setTenant`, or by `PUT /_emulator/tenant`. */
export interface TenantSettings {
  /** Digits in a code, 4 to 40. Defaults to `6`. */
  codeLength: number;
  /** Seconds until a code expires, 60 or more. Defaults to `180`. */
  codeLifetimeSeconds: number;
  /** Seconds that an access token lives. Defaults to `86400`; those of the implicit flow live at most 7200. */
  accessTokenLifetimeSeconds: number;
  /** Seconds that an ID token lives. Defaults to `36000`. */
  idTokenLifetimeSeconds: number;
  /** Refuses to send a code to people who have not logged in yet and are not in `users`. Defaults to `false`. */
  disableSignups: boolean;
  /** Connections that are switched off for everybody. Defaults to none. */
  disabledConnections: readonly Connection[];
  /** Database connections with one-time codes, for `/otp/challenge`. Defaults to `Username-Password-Authentication`. */
  databaseConnections: readonly string[];
  /** Tells blocked users so, as older tenants did. Defaults to `false`: nothing is sent and the answer is the usual one. */
  tellsBlockedUsers: boolean;
  /** The answer to a captcha that every start must carry. Defaults to `null`: no captcha. */
  captcha: string | null;
  /** Takes every caller for a bot: starts and exchanges are refused with `requires_verification`. Defaults to `false`. */
  suspectsBots: boolean;
  /** What goes wrong with every SMS. Defaults to `null`. */
  smsFailure: SmsFailure | null;
  /** Whether e-mail cannot be sent. Defaults to `false`. */
  mailFails: boolean;
  /** Whether confidential applications must authenticate to start. Defaults to `true`, as in tenants since 2020. */
  enforcesClientAtStart: boolean;
  /** Whether `/passwordless/verify` must name its client. Defaults to `true`; auth0-js's `popup.passwordlessVerify` does not. */
  enforcesClientAtVerify: boolean;
  /** Whether links work without Auth0's own session cookie, in any browser. Defaults to `true`; Auth0's tenants since April 2023 begin with `false`, and an embedded login cannot work there. */
  allowsLinksWithoutSession: boolean;
  /** Whether an authorization code out of a link may give a refresh token. Defaults to `false`, as Auth0 documents it. */
  allowsRefreshTokensByLink: boolean;
  /** Whether a login ticket works only in the browser that got it: where cookies of third parties are blocked, it then never does. Defaults to `false`, so that a client without cookies can be tried; Auth0 insists. */
  bindsLoginTickets: boolean;
  /** Whether revoking a refresh token revokes all that the user has of the application and API. Defaults to `false`. */
  revocationDeletesGrant: boolean;
  /** Allowed Logout URLs of the tenant, for calls without a client. Defaults to none. */
  logoutUrls: readonly string[];
  /** Whether the limits of all endpoints refuse, not only those of starts and challenges. Defaults to `false`. */
  enforcesRateLimits: boolean;
  /** What is wrong with tokens. Defaults to nothing. */
  tokenFaults: TokenFaults;
}

const whole = (from: number, to = Infinity): MemberCheck => [
  `a whole number, ${to === Infinity ? `${from} or more` : `${from} to ${to}`}, as in Auth0`,
  (value) => isWhole(value, from, to),
];

const checks: Record<keyof TenantSettings, MemberCheck> = {
  codeLength: whole(4, 40),
  codeLifetimeSeconds: whole(60),
  accessTokenLifetimeSeconds: whole(1),
  idTokenLifetimeSeconds: whole(1),
  disableSignups: trueOrFalse,
  disabledConnections: [
    'a list of email and sms',
    (v) => Array.isArray(v) && v.every((name) => typeof name === 'string' && isConnection(name)),
  ],
  databaseConnections: texts,
  tellsBlockedUsers: trueOrFalse,
  captcha: orNull(text),
  suspectsBots: trueOrFalse,
  smsFailure: orNull([`one of ${Object.keys(smsFailures).join(', ')}`, isSmsFailure]),
  mailFails: trueOrFalse,
  enforcesClientAtStart: trueOrFalse,
  enforcesClientAtVerify: trueOrFalse,
  allowsLinksWithoutSession: trueOrFalse,
  allowsRefreshTokensByLink: trueOrFalse,
  bindsLoginTickets: trueOrFalse,
  revocationDeletesGrant: trueOrFalse,
  logoutUrls: texts,
  enforcesRateLimits: trueOrFalse,
  tokenFaults: tokenFaultsCheck,
};

const defaults: TenantSettings = {
  codeLength: 6,
  codeLifetimeSeconds: 180,
  accessTokenLifetimeSeconds: 86_400,
  idTokenLifetimeSeconds: 36_000,
  disableSignups: false,
  disabledConnections: [],
  databaseConnections: ['Username-Password-Authentication'],
  tellsBlockedUsers: false,
  captcha: null,
  suspectsBots: false,
  smsFailure: null,
  mailFails: false,
  enforcesClientAtStart: true,
  enforcesClientAtVerify: true,
  allowsLinksWithoutSession: true,
  allowsRefreshTokensByLink: false,
  bindsLoginTickets: false,
  revocationDeletesGrant: false,
  logoutUrls: [],
  enforcesRateLimits: false,
  tokenFaults: {},
};

const names = Object.keys(defaults);

function complain(problem: string): never {
  throw new RangeError(`Tenant settings: ${problem}`);
}

export interface TenantSettingsControl {
  /** The settings as they are now; always the same object. */
  readonly current: Readonly<TenantSettings>;
  /**
   * @param changes - Checked here, because it may come from a control request.
   * @throws {RangeError} When a setting is unknown or outside what Auth0 allows; then nothing changes.
   */
  readonly change: (changes: unknown) => void;
  /** Back to the options. */
  readonly reset: () => void;
}

/**
 * @param options - May have other members as well: they are somebody else's.
 * @throws {RangeError} When a setting is outside what Auth0 allows.
 */
export function createTenantSettings(options: Partial<TenantSettings>): TenantSettingsControl {
  const current = { ...defaults };
  const change = (changes: unknown) => {
    assertMembers<TenantSettings>(changes, checks, complain);
    const told = Object.entries(changes).filter(([, value]) => value !== undefined);
    Object.assign(current, structuredClone(Object.fromEntries(told)));
  };
  const own = Object.fromEntries(Object.entries(options).filter(([name]) => names.includes(name)));
  change(own);

  return {
    current,
    change,
    reset() {
      Object.assign(current, defaults);
      change(own);
    },
  };
}

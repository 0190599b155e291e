import type { Connection } from './identifier.ts';

/** The name of the passwordless grant: it looks like a link, but is only a name. */
export const passwordlessOtpGrant = 'http://auth0.com/oauth/grant-type/passwordless/otp';

/** An application of the tenant, with the settings of Auth0's dashboard that matter here. */
export interface Application {
  clientId: string;
  /** Appears in messages. */
  name: string;
  /** Auth0 never lets type `spa` use the passwordless grant, whatever `grantTypes` says. */
  type: 'native' | 'spa' | 'regular_web';
  /** Makes the application confidential: every call must carry the secret. */
  clientSecret?: string;
  grantTypes: readonly string[];
  /** Allowed Callback URLs. Their origins may call the API too, as with Auth0. */
  callbacks: readonly string[];
  /** Allowed Origins (CORS): no path; `https://*.example.com` stands for any subdomain. */
  allowedOrigins: readonly string[];
  /** Allowed Web Origins, for cross-origin login and `web_message`: another list than `allowedOrigins`. Defaults to none. */
  webOrigins?: readonly string[];
  /** Allowed Logout URLs. Defaults to none. */
  logoutUrls?: readonly string[];
  /** The connections switched on for the application. Defaults to both. */
  connections?: readonly Connection[];
  /** Allow Cross-Origin Authentication. Defaults to `false`, as in Auth0 since October 2024. */
  crossOriginLogin?: boolean;
  /** Whether a refresh gives another refresh token, and each works once. Defaults to `false`. */
  refreshTokenRotation?: boolean;
  /** Seconds for which a refresh token that rotated still works. Defaults to `0`. */
  refreshTokenLeewaySeconds?: number;
  /** Seconds from the login until its refresh tokens end. Defaults to no end. */
  refreshTokenLifetimeSeconds?: number;
  /** Accepts a code as the password of the grant `password`, as it was done in 2019: Auth0 never documented it. Defaults to `false`. */
  legacyPassword?: boolean;
  /** Accepts a code as the password of the grant `password-realm`, which Auth0 refuses. Defaults to `false`. */
  legacyPasswordRealm?: boolean;
}

/** An API of the tenant. */
export interface Api {
  /** The identifier that a token request names as `audience`. */
  audience: string;
  /** The API's own scopes. A token request gets those of them it asks for. */
  scopes: readonly string[];
  /** Whether `offline_access` gives a refresh token. */
  allowOfflineAccess: boolean;
}

/**
 * The applications every emulator has: `native` may use the passwordless grant without a secret, `web` with one,
 * and `spa` may not, as in Auth0.
 *
 * @param origins - Where the apps under development run.
 */
export function seedApplications(origins: readonly string[]): Application[] {
  const sites = {
    callbacks: origins.flatMap((origin) => [`${origin}/`, `${origin}/callback`]),
    allowedOrigins: origins,
    webOrigins: origins,
    logoutUrls: origins.flatMap((origin) => [origin, `${origin}/`]),
  };
  const redirectGrants = ['implicit', 'authorization_code', 'refresh_token'];
  return [
    {
      ...sites,
      clientId: 'native',
      name: 'Native',
      type: 'native',
      grantTypes: [...redirectGrants, passwordlessOtpGrant],
    },
    {
      ...sites,
      clientId: 'web',
      name: 'Web',
      type: 'regular_web',
      clientSecret: 'web-secret-for-local-development-only',
      grantTypes: [...redirectGrants, passwordlessOtpGrant],
    },
    { ...sites, clientId: 'spa', name: 'SPA', type: 'spa', grantTypes: redirectGrants },
  ];
}

/** The API every emulator has. */
export const seedApi: Api = {
  audience: 'https://api.example.com/',
  scopes: [],
  allowOfflineAccess: true,
};

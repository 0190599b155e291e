import type { Application } from './applications.ts';
import type { Clock } from './clock.ts';
import { randomHex } from './random.ts';
import type { Grant } from './store.ts';

/** What a refresh token gives. */
interface Refreshed {
  grant: Grant;
  /** The next refresh token, where they rotate. */
  next?: string;
}

export interface RefreshTokens {
  /** The first refresh token of a login. */
  begin(grant: Grant): string;
  /** @returns `undefined` for a token that is unknown, too old, of another application, or used already. */
  use(token: string, application: Application): Refreshed | undefined;
  /**
   * Ends a token with all that descend from the same login.
   *
   * @param deletesGrant - Ends all logins of the same user at the same application and API as well.
   */
  revoke(token: string, application: Application, deletesGrant: boolean): void;
  reset(): void;
}

/** All refresh tokens that descend from one login. */
interface Family {
  grant: Grant;
  bornAt: number;
  isRevoked: boolean;
}

interface RefreshToken {
  family: Family;
  parent: RefreshToken | undefined;
  /** When it was first exchanged, in epoch milliseconds. */
  usedAt?: number;
  /** Whether a token that came of it was exchanged in turn. */
  hasGrandchildren?: boolean;
}

const isSameGrant = (one: Grant, other: Grant) =>
  one.userId === other.userId && one.clientId === other.clientId && one.audience === other.audience;

/**
 * Refresh tokens, which the application's settings make rotate or not.
 *
 * Where they rotate, each works once. Who presents one again may be a thief or have lost an answer: within the leeway the token
 * that was exchanged last works again, so a lost answer can be asked for once more; anything else revokes the whole family.
 *
 * @see {@link https://auth0.com/docs/secure/tokens/refresh-tokens/refresh-token-rotation Auth0 docs: Refresh token rotation}
 */
export function createRefreshTokens(clock: Clock): RefreshTokens {
  const tokens = new Map<string, RefreshToken>();
  const families = new Set<Family>();

  const add = (family: Family, parent?: RefreshToken) => {
    const name = `v1.${randomHex(32)}`;
    tokens.set(name, { family, parent });
    return name;
  };
  /** Compared in milliseconds: in whole seconds, a reuse right at the end would pass. */
  const isInLeeway = ({ usedAt, hasGrandchildren }: RefreshToken, application: Application) =>
    usedAt === undefined ||
    (!hasGrandchildren &&
      clock.now() - usedAt < (application.refreshTokenLeewaySeconds ?? 0) * 1000);

  return {
    begin(grant) {
      const family = { grant, bornAt: clock.now(), isRevoked: false };
      families.add(family);
      return add(family);
    },

    use(name, application) {
      const token = tokens.get(name);
      if (!token || token.family.grant.clientId !== application.clientId) return undefined;
      const { family } = token;
      const lifetimeSeconds = application.refreshTokenLifetimeSeconds ?? Infinity;
      if (family.isRevoked || clock.now() >= family.bornAt + lifetimeSeconds * 1000)
        return undefined;
      if (!isInLeeway(token, application)) {
        family.isRevoked = true;
        return undefined;
      }
      if (!application.refreshTokenRotation) return { grant: family.grant };
      token.usedAt ??= clock.now();
      if (token.parent) token.parent.hasGrandchildren = true;
      return { grant: family.grant, next: add(family, token) };
    },

    revoke(name, application, deletesGrant) {
      const revoked = tokens.get(name)?.family;
      if (revoked?.grant.clientId !== application.clientId) return;
      for (const family of families) {
        const isMeant = deletesGrant && isSameGrant(family.grant, revoked.grant);
        if (family === revoked || isMeant) family.isRevoked = true;
      }
    },

    reset() {
      tokens.clear();
      families.clear();
    },
  };
}

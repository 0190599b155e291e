import { changedApplication } from './applicationChanges.ts';
import type { Api, Application } from './applications.ts';
import { identifierKey, type Identifier } from './identifier.ts';
import { randomHex } from './random.ts';
import { applyUserSettings, type UserSettings } from './userSettings.ts';

/** Where a user logs in: by a passwordless connection, or by a code of the database connection. */
type Provider = 'email' | 'sms' | 'auth0';

export interface User {
  /** The provider, a bar, and 24 hexadecimal digits. */
  id: string;
  provider: Provider;
  identifier: Identifier;
  /** Epoch milliseconds. */
  updatedAt: number;
  isBlocked: boolean;
  /** The code of the user's authenticator app. Absent: no MFA. */
  mfaCode?: string;
}

/** What an access or refresh token stands for. */
export interface Grant {
  userId: string;
  clientId: string;
  scopes: readonly string[];
  /** Absent: the token is for `/userinfo` only. */
  audience?: string;
}

/** What the tenant knows. In memory, and never shared between two emulators. */
export interface Store {
  application(clientId: string): Application | undefined;
  applications(): Application[];
  /** @throws {TypeError} When the changes make no sense. */
  changeApplication(clientId: string, changes: unknown): Application;
  api(audience: string): Api | undefined;
  user(id: string): User | undefined;
  users(): User[];
  /** @param provider - Defaults to the passwordless connection of the identifier. */
  userOf(identifier: Identifier, provider?: Provider): User | undefined;
  /** Makes the user at the first login: Auth0 does not create one when a code is sent. */
  signIn(identifier: Identifier, at: number, provider?: Provider): User;
  /** Makes the user if need be. @returns All users with the address. */
  changeUser(identifier: Identifier, settings: UserSettings): User[];
  /** @returns Whether there was one. */
  removeUser(identifier: Identifier): boolean;
  /** Opaque access tokens, with their end in epoch milliseconds. */
  accessTokens: Map<string, Grant & { expiresAt: number }>;
  /** Forgets users, tokens and changes: only the users and applications it began with stay. */
  reset(): void;
}

export interface StoreSeeds {
  applications: readonly Application[];
  apis: readonly Api[];
  users: readonly { identifier: Identifier; settings: UserSettings }[];
  now: () => number;
}

export function createStore(seeds: StoreSeeds): Store {
  const applications = new Map<string, Application>();
  const apis = new Map(seeds.apis.map((api) => [api.audience, api]));
  const users = new Map<string, User>();
  const accessTokens: Store['accessTokens'] = new Map();
  /** The same by address, because every request asks for it. */
  const usersByAddress = new Map<string, User[]>();
  const usersOf = (identifier: Identifier) => usersByAddress.get(identifierKey(identifier)) ?? [];

  const store: Store = {
    application: (clientId) => applications.get(clientId),
    applications: () => [...applications.values()],
    changeApplication(clientId, changes) {
      const changed = changedApplication(clientId, applications.get(clientId), changes);
      applications.set(clientId, changed);
      return changed;
    },
    api: (audience) => apis.get(audience),
    user: (id) => users.get(id),
    users: () => [...users.values()],
    userOf: (identifier, provider = identifier.connection) =>
      usersOf(identifier).find((user) => user.provider === provider),
    signIn(identifier, at, provider = identifier.connection) {
      const known = store.userOf(identifier, provider);
      if (known) {
        known.updatedAt = at;
        return known;
      }
      const id = `${provider}|${randomHex(12)}`;
      const user = { id, provider, identifier, updatedAt: at, isBlocked: false };
      users.set(user.id, user);
      usersByAddress.set(identifierKey(identifier), [...usersOf(identifier), user]);
      return user;
    },
    changeUser(identifier, settings) {
      const provider = settings.database ? 'auth0' : identifier.connection;
      const isKnown = settings.database
        ? store.userOf(identifier, provider)
        : usersOf(identifier).length > 0;
      if (!isKnown) store.signIn(identifier, seeds.now(), provider);
      for (const user of usersOf(identifier)) applyUserSettings(user, settings);
      return usersOf(identifier);
    },
    removeUser(identifier) {
      const found = usersOf(identifier);
      for (const { id } of found) users.delete(id);
      usersByAddress.delete(identifierKey(identifier));
      return found.length > 0;
    },
    accessTokens,
    reset() {
      applications.clear();
      // A later entry replaces an earlier one, so a caller can redefine `native`.
      for (const seed of seeds.applications) applications.set(seed.clientId, seed);
      users.clear();
      usersByAddress.clear();
      accessTokens.clear();
      for (const { identifier, settings } of seeds.users) store.changeUser(identifier, settings);
    },
  };
  store.reset();
  return store;
}

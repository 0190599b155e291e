import type { Api, Application } from './applications.ts';
import type { Identifier } from './identifier.ts';
import { randomHex } from './random.ts';

export interface User {
  /** `email|…` or `sms|…`, followed by 24 hexadecimal digits. */
  id: string;
  identifier: Identifier;
  /** Epoch milliseconds. */
  updatedAt: number;
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
  api(audience: string): Api | undefined;
  user(id: string): User | undefined;
  userOf(identifier: Identifier): User | undefined;
  /** Makes the user at the first login: Auth0 does not create one when a code is sent. */
  signIn(identifier: Identifier, at: number): User;
  /** Opaque access tokens, with their end in epoch milliseconds. */
  accessTokens: Map<string, Grant & { expiresAt: number }>;
  refreshTokens: Map<string, Grant>;
  /** Forgets users and tokens, except the users it began with. Applications and APIs stay. */
  reset(): void;
}

export function createStore(seeds: {
  applications: readonly Application[];
  apis: readonly Api[];
  users: readonly Identifier[];
  now: () => number;
}): Store {
  // A later entry replaces an earlier one, so a caller can redefine `native`.
  const applications = new Map(seeds.applications.map((app) => [app.clientId, app]));
  const apis = new Map(seeds.apis.map((api) => [api.audience, api]));
  const users = new Map<string, User>();
  const accessTokens: Store['accessTokens'] = new Map();
  const refreshTokens: Store['refreshTokens'] = new Map();

  const store: Store = {
    application: (clientId) => applications.get(clientId),
    applications: () => [...applications.values()],
    api: (audience) => apis.get(audience),
    user: (id) => users.get(id),
    userOf: ({ connection, value }) =>
      [...users.values()].find(
        ({ identifier }) => identifier.connection === connection && identifier.value === value,
      ),
    signIn(identifier, at) {
      const known = store.userOf(identifier);
      if (known) {
        known.updatedAt = at;
        return known;
      }
      const user = {
        id: `${identifier.connection}|${randomHex(12)}`,
        identifier,
        updatedAt: at,
      };
      users.set(user.id, user);
      return user;
    },
    accessTokens,
    refreshTokens,
    reset() {
      users.clear();
      accessTokens.clear();
      refreshTokens.clear();
      for (const identifier of seeds.users) store.signIn(identifier, seeds.now());
    },
  };
  store.reset();
  return store;
}

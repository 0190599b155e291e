import { createEmulator } from '@auth0-passwordless/emulator';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createAuth0Client } from './clients/auth0Client.ts';
import type { TokenSet } from './clients/passwordlessClient.ts';
import { createSession, type SessionOptions } from './session.ts';
import type { SessionLocks } from './tabLock.ts';
import type { TokenStorage } from './tokenStorage.ts';

const email = 'ana@example.com';
const domain = 'http://localhost:4400';
const audience = 'https://api.example.com/';
const dayInSeconds = 86_400;

interface FakeStorage extends TokenStorage {
  readonly items: Map<string, string>;
}

function createStorage(): FakeStorage {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

/** One holder a name, in the order of asking; as Web Locks. */
function createLocks(): SessionLocks {
  const queues = new Map<string, Promise<unknown>>();
  return {
    request(name, { signal }, whileHeld) {
      const turn = (queues.get(name) ?? Promise.resolve()).then(() => {
        signal.throwIfAborted();
        return whileHeld();
      });
      queues.set(
        name,
        turn.catch(() => undefined),
      );
      return turn;
    },
  };
}

/** One for all tests: it makes its signing key once, which takes a while. */
const emulator = createEmulator({ now: () => 1_800_000_000_000 });
beforeEach(() => emulator.reset());

/** As many tabs as one likes, which share a storage and locks. */
function createWorld(scope = 'openid profile email offline_access') {
  emulator.setApplication('native', {
    refreshTokenRotation: true,
    refreshTokenLeewaySeconds: 0,
  });
  const { now } = emulator.clock;
  const storage = createStorage();
  const locks = createLocks();
  const storageKey = crypto.randomUUID();
  const own = { domain, clientId: 'native', fetch: emulator.fetch, now, storageKey };
  const client = createAuth0Client({ ...own, scope, audience });

  return {
    storage,
    storageKey,
    tab: (options: Partial<SessionOptions> = {}) =>
      createSession({ ...own, storage, locks, ...options }),
    async login(address = email): Promise<TokenSet> {
      await client.start({ connection: 'email', email: address });
      const code = emulator.outbox.messages({ to: address })[0]?.code ?? '';
      const tokens = await client.exchangeCode({ connection: 'email', email: address, code });
      if (!tokens) throw new Error('No tokens.');
      return tokens;
    },
    expire: () => emulator.clock.advance(dayInSeconds),
    calls: (path: string) => emulator.requests().filter((request) => request.path === path),
    /** Requests that refresh; the login's own exchange is not one. */
    refreshes: () =>
      emulator
        .requests()
        .filter(
          ({ path, body }) => path === '/oauth/token' && body?.['grant_type'] === 'refresh_token',
        ).length,
    stored: (): unknown => JSON.parse(storage.items.get(storageKey) ?? 'null'),
  };
}

async function signedIn(options: Partial<SessionOptions> = {}, scope?: string) {
  const world = createWorld(scope);
  const session = world.tab(options);
  const tokens = await world.login();
  session.signIn(tokens);
  return { ...world, session, tokens };
}

const signedOut = (reason: string | null) => ({ status: 'signedOut', reason });

describe('signIn', () => {
  it('says who signed in, for how long and with which scope, and holds no token', async () => {
    const { session, tokens } = await signedIn();
    expect(session.getSnapshot()).toEqual({
      status: 'signedIn',
      userId: expect.stringMatching(/^email\|[0-9a-f]{24}$/),
      scope: 'openid profile email offline_access',
      expiresAt: emulator.clock.now() + dayInSeconds * 1000,
    });
    expect(JSON.stringify(session.getSnapshot())).not.toContain(tokens.accessToken);
  });

  it('works without an ID token, and then names nobody', async () => {
    const { session } = await signedIn({}, 'email offline_access');
    expect(session.getSnapshot()).toMatchObject({ status: 'signedIn', userId: null });
    expect(await session.getAccessToken()).toEqual(expect.any(String));
  });

  it('refuses the ID token of another tenant, and leaves the session as it was', async () => {
    const { session, login } = await signedIn();
    const before = session.getSnapshot();
    emulator.setTenant({ tokenFaults: { idToken: { iss: 'https://evil.example.com/' } } });
    const tokens = await login('eve@example.com');
    expect(() => session.signIn(tokens)).toThrow(
      'iss is "https://evil.example.com/", expected "http://localhost:4400/"',
    );
    expect(session.getSnapshot()).toBe(before);
  });

  it('refuses tokens without an ID token where a nonce was sent', async () => {
    const { session, login } = createSessionOfNobody();
    const { idToken: _idToken, ...tokens } = await login();
    expect(() => session.signIn(tokens, { nonce: 'n' })).toThrow('ID token');
  });

  it('checks the domain and the client ID at once', () => {
    const code = 'misconfigured';
    expect(() => createSession({ domain: 'https://a.b/c', clientId: 'x' })).toThrow(code);
    expect(() => createSession({ domain: 'a.b', clientId: '' })).toThrow(code);
  });
});

function createSessionOfNobody() {
  const world = createWorld();
  return { ...world, session: world.tab() };
}

describe('getAccessToken', () => {
  it('gives null when nobody is signed in, and asks nobody', async () => {
    const { session } = createSessionOfNobody();
    expect(await session.getAccessToken()).toBeNull();
    expect(emulator.requests()).toEqual([]);
  });

  it('gives the token of the login while it lives', async () => {
    const { session, tokens, refreshes } = await signedIn();
    emulator.clock.advance(dayInSeconds - 31);
    expect(await session.getAccessToken()).toBe(tokens.accessToken);
    expect(refreshes()).toBe(0);
  });

  it('refreshes thirty seconds ahead of the end', async () => {
    const { session, tokens, refreshes } = await signedIn();
    emulator.clock.advance(dayInSeconds - 30);
    expect(await session.getAccessToken()).not.toBe(tokens.accessToken);
    expect(refreshes()).toBe(1);
  });

  it('refreshes once for fifty callers', async () => {
    const { session, expire, refreshes } = await signedIn();
    expire();
    const tokens = await Promise.all(Array.from({ length: 50 }, () => session.getAccessToken()));
    expect(new Set(tokens).size).toBe(1);
    expect(tokens[0]).toEqual(expect.any(String));
    expect(refreshes()).toBe(1);
  });

  it('refreshes once for two tabs with twenty-five callers each', async () => {
    const { session, tab, expire, refreshes } = await signedIn();
    const other = tab();
    expire();
    const tokens = await Promise.all(
      Array.from({ length: 50 }, (_, index) => (index % 2 ? session : other).getAccessToken()),
    );
    expect(new Set(tokens).size).toBe(1);
    expect(refreshes()).toBe(1);
  });

  it('refreshes once for two tabs when tokens live shorter than the margin, too', async () => {
    const { session, tab, expire, refreshes } = await signedIn();
    emulator.setTenant({ accessTokenLifetimeSeconds: 10 });
    expire();
    const tokens = await Promise.all([session, tab()].map((asked) => asked.getAccessToken()));
    expect(new Set(tokens).size).toBe(1);
    expect(refreshes()).toBe(1);
  });

  it('takes what another tab has refreshed, without a message from it', async () => {
    const { session, tab, expire, refreshes } = await signedIn();
    const other = tab();
    expire();
    const token = await session.getAccessToken();
    expect(await other.getAccessToken()).toBe(token);
    expect(refreshes()).toBe(1);
  });

  it('goes on for a dozen rotations, tab by tab', async () => {
    const { session, tab, expire, refreshes } = await signedIn();
    const tabs = [session, tab(), tab()];
    const tokens = new Set<string | null>();
    for (let round = 0; round < 12; round += 1) {
      expire();
      tokens.add((await tabs[round % 3]?.getAccessToken()) ?? null);
    }
    expect(tokens.size).toBe(12);
    expect(refreshes()).toBe(12);
    expect(session.getSnapshot().status).toBe('signedIn');
  });

  it('has stored the new refresh token before anybody gets the access token', async () => {
    const { session, tokens, expire, storage, storageKey } = await signedIn();
    expire();
    const order: string[] = [];
    const setItem = vi.spyOn(storage, 'setItem').mockImplementation((key, value) => {
      storage.items.set(key, value);
      order.push('stored');
    });
    const accessToken = await session.getAccessToken();
    order.push('given');
    expect(order).toEqual(['stored', 'given']);
    const text = storage.items.get(storageKey);
    expect(text).toContain(accessToken);
    expect(text).not.toContain(tokens.refreshToken);
    expect(setItem).toHaveBeenCalledTimes(1);
  });

  it('keeps the refresh token where Auth0 does not rotate it', async () => {
    const { session, tokens, expire, stored } = await signedIn();
    emulator.setApplication('native', { refreshTokenRotation: false });
    expire();
    await session.getAccessToken();
    expect(stored()).toMatchObject({ refreshToken: tokens.refreshToken });
  });

  it('ends the session when a refresh token was used a second time by somebody', async () => {
    const { session, tokens, expire } = await signedIn();
    expire();
    await session.getAccessToken();
    await emulator.fetch(`${domain}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: 'native',
        refresh_token: tokens.refreshToken ?? '',
      }),
    });
    expire();
    expect(await session.getAccessToken()).toBeNull();
    expect(session.getSnapshot()).toEqual(signedOut('expired'));
  });

  it('ends the session when the token expires and there is no refresh token', async () => {
    const { session, tokens } = await signedIn({}, 'openid');
    emulator.clock.advance(dayInSeconds - 1);
    expect(await session.getAccessToken()).toBe(tokens.accessToken);
    emulator.clock.advance(1);
    expect(await session.getAccessToken()).toBeNull();
    expect(session.getSnapshot()).toEqual(signedOut('expired'));
  });

  it('sends a refresh whose answer was lost once more, within the leeway', async () => {
    const { session, expire, refreshes } = await signedIn();
    emulator.setApplication('native', { refreshTokenLeewaySeconds: 10 });
    expire();
    emulator.failNext({ path: '/oauth/token', answerLost: true });
    expect(await session.getAccessToken()).toEqual(expect.any(String));
    expect(refreshes()).toBe(2);
    expire();
    expect(await session.getAccessToken()).toEqual(expect.any(String));
  });

  it('keeps the session when two answers in a row were lost, and goes on later', async () => {
    const { session, expire, stored } = await signedIn();
    emulator.setApplication('native', { refreshTokenLeewaySeconds: 10 });
    expire();
    const before = stored();
    emulator.failNext({ path: '/oauth/token', answerLost: true, times: 2 });
    await expect(session.getAccessToken()).rejects.toMatchObject({ code: 'network' });
    expect(stored()).toEqual(before);
    emulator.clock.advance(9);
    expect(await session.getAccessToken()).toEqual(expect.any(String));
    expire();
    expect(await session.getAccessToken()).toEqual(expect.any(String));
  });

  it.each([
    ['network', { network: true, times: 2 }],
    ['provider_down', { status: 503 }],
    ['rate_limited', { status: 429, body: { error: 'too_many_requests' } }],
    ['unexpected_response', { status: 200, body: '<p>Wifi login</p>' }],
  ])('rejects with %s and keeps the session', async (code, fault) => {
    const { session, expire } = await signedIn();
    expire();
    emulator.failNext({ path: '/oauth/token', ...fault });
    await expect(session.getAccessToken()).rejects.toMatchObject({ code });
    expect(session.getSnapshot().status).toBe('signedIn');
    expect(await session.getAccessToken()).toEqual(expect.any(String));
  });

  it('rejects with offline where the browser knows that it is', async () => {
    const { session, expire, refreshes } = await signedIn();
    expire();
    vi.stubGlobal('navigator', { onLine: false });
    emulator.failNext({ path: '/oauth/token', network: true });
    await expect(session.getAccessToken()).rejects.toMatchObject({ code: 'offline' });
    vi.unstubAllGlobals();
    expect(refreshes()).toBe(1);
    expect(session.getSnapshot().status).toBe('signedIn');
  });

  it('gives what is left of the old token while Auth0 cannot be reached', async () => {
    const { session, tokens } = await signedIn();
    emulator.failNext({ path: '/oauth/token', status: 503, times: 2 });
    emulator.clock.advance(dayInSeconds - 10);
    expect(await session.getAccessToken()).toBe(tokens.accessToken);
    emulator.clock.advance(10);
    await expect(session.getAccessToken()).rejects.toMatchObject({ code: 'provider_down' });
  });

  it('rejects with aborted for the caller whose signal ends; the others get the token', async () => {
    const { session, expire, refreshes } = await signedIn();
    expire();
    const controller = new AbortController();
    const aborted = session.getAccessToken({ signal: controller.signal });
    const other = session.getAccessToken();
    controller.abort();
    await expect(aborted).rejects.toMatchObject({ code: 'aborted' });
    expect(await other).toEqual(expect.any(String));
    const { signal } = controller;
    await expect(session.getAccessToken({ signal })).rejects.toMatchObject({ code: 'aborted' });
    expect(refreshes()).toBe(1);
  });

  it('rejects with timeout when another tab does not let go of the lock', async () => {
    vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(AbortSignal.abort());
    const { session, expire, refreshes } = await signedIn();
    expire();
    await expect(session.getAccessToken()).rejects.toMatchObject({ code: 'timeout' });
    expect(refreshes()).toBe(0);
    expect(session.getSnapshot().status).toBe('signedIn');
  });

  it('refuses new tokens that are for somebody else', async () => {
    const { session, expire } = await signedIn();
    expire();
    emulator.setTenant({ tokenFaults: { idToken: { sub: 'email|eve' } } });
    await expect(session.getAccessToken()).rejects.toMatchObject({ code: 'unexpected_response' });
  });

  it('never gives an expired token, whatever the clock and the network do', async () => {
    const step = fc.record({
      seconds: fc.integer({ min: 0, max: 2 * dayInSeconds }),
      fault: fc.constantFrom('none', 'noRequest', 'noAnswer', 'late'),
    });
    const { tab, login } = createWorld();
    let fate: typeof step extends fc.Arbitrary<infer Step> ? Step : never;
    const session = tab({
      storage: 'memory',
      async fetch(...call) {
        const { seconds, fault } = fate;
        if (fault === 'noRequest') throw new TypeError('Failed to fetch');
        const answer = await emulator.fetch(...call);
        if (fault === 'late') emulator.clock.advance(seconds);
        if (fault !== 'noAnswer') return answer;
        fate = { seconds, fault: 'none' };
        throw new TypeError('Failed to fetch');
      },
    });
    const statuses: number[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        for (fate of steps) {
          // Beyond the limit of fifty starts an hour.
          emulator.clock.advance(fate.seconds + 3600);
          const token = await session.getAccessToken().catch(() => '');
          // Without leeway, a lost answer ends the session.
          if (token === null) session.signIn(await login());
          if (!token) continue;
          const headers = { authorization: `Bearer ${token}` };
          statuses.push((await emulator.fetch(`${domain}/userinfo`, { headers })).status);
        }
      }),
    );
    expect(statuses.length).toBeGreaterThan(50);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });
});

describe('getUser', () => {
  it('says who is signed in, and null when nobody is', async () => {
    const { session } = await signedIn();
    const state = session.getSnapshot();
    const user = await session.getUser();
    expect(user).toMatchObject({ name: email, email, phoneNumber: undefined });
    expect(state).toMatchObject({ userId: user?.id });
    expect(user?.claims['email_verified']).toBe(true);
    await session.logout();
    expect(await session.getUser()).toBeNull();
  });

  it('refreshes first where that is due', async () => {
    const { session, expire, refreshes } = await signedIn();
    expire();
    expect(await session.getUser()).toMatchObject({ email });
    expect(refreshes()).toBe(1);
  });

  it.each([
    ['access_denied', { status: 401, body: 'Unauthorized' }],
    ['access_denied', { status: 401, body: { error: 'invalid_token' } }],
    ['rate_limited', { status: 429 }],
    ['unexpected_response', { status: 200, body: {} }],
    ['unexpected_response', { status: 200, body: { sub: 'email|eve' } }],
  ])('rejects with %s for %o', async (code, fault) => {
    const { session } = await signedIn();
    emulator.failNext({ path: '/userinfo', ...fault });
    await expect(session.getUser()).rejects.toMatchObject({ code });
    expect(session.getSnapshot().status).toBe('signedIn');
  });

  it('keeps the token out of an error whose words repeat it', async () => {
    const { session } = await signedIn();
    const token = (await session.getAccessToken()) ?? '';
    expect(token).not.toBe('');
    const body = { error: 'invalid_token', error_description: `Bad token ${token}` };
    emulator.failNext({ path: '/userinfo', status: 401, body });
    const error: unknown = await session.getUser().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'access_denied' });
    expect(String(error)).toContain('Bad token');
    expect(String(error)).not.toContain(token);
  });

  it('rejects with misconfigured when the scope lacks openid', async () => {
    const { session } = await signedIn();
    emulator.failNext({ path: '/userinfo', status: 403, body: { error: 'insufficient_scope' } });
    await expect(session.getUser()).rejects.toMatchObject({ code: 'misconfigured' });
  });

  it('rejects with aborted', async () => {
    const { session } = await signedIn();
    const call = session.getUser({ signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ code: 'aborted' });
  });
});

describe('logout', () => {
  it('forgets the tokens at once and revokes the refresh token', async () => {
    const { session, tokens, storage, calls } = await signedIn();
    const done = session.logout();
    expect(session.getSnapshot()).toEqual(signedOut('loggedOut'));
    expect(storage.items.size).toBe(0);
    await done;
    expect(calls('/oauth/revoke')).toHaveLength(1);
    const answer = await emulator.fetch(`${domain}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: 'native',
        refresh_token: tokens.refreshToken ?? '',
      }),
    });
    expect(answer.status).toBe(403);
    expect(await session.getAccessToken()).toBeNull();
  });

  it('ends the session without a network too', async () => {
    const { session } = await signedIn();
    emulator.failNext({ path: '/oauth/revoke', network: true });
    await session.logout();
    expect(session.getSnapshot()).toEqual(signedOut('loggedOut'));
  });

  it('sends nothing when there is no refresh token', async () => {
    const { session, calls } = await signedIn({}, 'openid');
    await session.logout();
    expect(calls('/oauth/revoke')).toEqual([]);
  });

  it('during a refresh, forgets and revokes what that refresh brings', async () => {
    const world = await signedIn();
    const { tab, expire, storage } = world;
    const fetchOf: { token?: string } = {};
    const session = tab({
      fetch: async (...call) => {
        const answer = await emulator.fetch(...call);
        const { refresh_token: token } = await answer
          .clone()
          .json()
          .catch(() => ({}));
        if (token) {
          fetchOf.token = String(token);
          await session.logout();
        }
        return answer;
      },
    });
    expire();
    expect(await session.getAccessToken()).toBeNull();
    expect(storage.items.size).toBe(0);
    const answer = await emulator.fetch(`${domain}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: 'native',
        refresh_token: fetchOf.token ?? '',
      }),
    });
    expect(answer.status).toBe(403);
  });

  it('during a refresh, does not touch the login that follows', async () => {
    const { tab, expire, login } = await signedIn();
    expire();
    const next = await login('bea@example.com');
    let isFirst = true;
    const session = tab({
      fetch: async (...call) => {
        const answer = await emulator.fetch(...call);
        if (isFirst) session.signIn({ ...next, expiresAt: null });
        isFirst = false;
        return answer;
      },
    });
    expect(await session.getAccessToken()).toBe(next.accessToken);
    expect(await session.getAccessToken()).toBe(next.accessToken);
  });

  it('gives the address that ends a session at Auth0', async () => {
    const { session } = createSessionOfNobody();
    expect(session.logoutUrl()).toBe(`${domain}/v2/logout?client_id=native`);
    expect(session.logoutUrl('https://app.example.com/')).toBe(
      `${domain}/v2/logout?client_id=native&returnTo=https%3A%2F%2Fapp.example.com%2F`,
    );
  });
});

describe('tabs', () => {
  it('follow a sign-in, a refresh and a sign-out where they share a storage', async () => {
    const world = createWorld();
    const session = world.tab();
    const other = world.tab();
    session.signIn(await world.login());
    await expect.poll(() => other.getSnapshot()).toEqual(session.getSnapshot());
    world.expire();
    await session.getAccessToken();
    await expect.poll(() => other.getSnapshot()).toEqual(session.getSnapshot());
    await session.logout();
    await expect.poll(() => other.getSnapshot()).toEqual(signedOut('elsewhere'));
  });

  it('follow a sign-out where each has a memory or a storage of its own', async () => {
    const { tab, login } = createWorld();
    const [one, two] = [createStorage(), createStorage()];
    const tabs = [tab({ storage: 'memory' }), tab({ storage: one }), tab({ storage: two })];
    for (const session of tabs) {
      session.signIn(await login());
    }
    await tabs[0]?.logout();
    for (const session of tabs.slice(1)) {
      await expect.poll(() => session.getSnapshot()).toEqual(signedOut('elsewhere'));
    }
    expect(one.items.size + two.items.size).toBe(0);
  });

  it('never send a token to each other', async () => {
    const said = vi.spyOn(BroadcastChannel.prototype, 'postMessage');
    const { session, expire } = await signedIn();
    expire();
    await session.getAccessToken();
    await session.logout();
    expect(said.mock.calls.flat()).toEqual(['changed', 'changed', 'loggedOut']);
    said.mockRestore();
  });

  it('take a session up after a reload', async () => {
    const { session, tab, tokens } = await signedIn();
    const reloaded = tab();
    expect(reloaded.getSnapshot()).toEqual(session.getSnapshot());
    expect(await reloaded.getAccessToken()).toBe(tokens.accessToken);
  });
});

const stored = {
  version: 1,
  accessToken: 'a',
  expiresAt: null,
  scope: '',
  userId: null,
  writtenAt: 1,
};

describe('storage', () => {
  it('with a record in it is a session', async () => {
    const { tab, storage, storageKey } = createWorld();
    storage.setItem(storageKey, JSON.stringify(stored));
    expect(await tab().getAccessToken()).toBe('a');
  });

  it.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a text', '"v1"'],
    ['nothing in it', '{}'],
    ['another version', JSON.stringify({ ...stored, version: 2 })],
    ['no access token', JSON.stringify({ ...stored, accessToken: '' })],
    ['an access token that is no text', JSON.stringify({ ...stored, accessToken: {} })],
    ['no end', JSON.stringify({ ...stored, expiresAt: undefined })],
    ['an end in words', JSON.stringify({ ...stored, expiresAt: 'soon' })],
    ['no scope', JSON.stringify({ ...stored, scope: undefined })],
    ['no user', JSON.stringify({ ...stored, userId: undefined })],
    ['no time of writing', JSON.stringify({ ...stored, writtenAt: undefined })],
    ['an odd refresh token', JSON.stringify({ ...stored, refreshToken: {} })],
  ])('with %s in it counts as signed out, and takes the next session', async (_what, text) => {
    const { tab, storage, storageKey, login } = createWorld();
    storage.setItem(storageKey, text);
    const session = tab();
    expect(session.getSnapshot()).toEqual(signedOut(null));
    expect(await session.getAccessToken()).toBeNull();
    session.signIn(await login());
    expect(await tab().getAccessToken()).toEqual(expect.any(String));
  });

  it('may hold any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        const { tab, storage, storageKey } = createWorld();
        storage.setItem(storageKey, text);
        expect(await tab().getAccessToken()).toBeNull();
      }),
    );
  });

  it('that somebody overwrites with garbage ends the session', async () => {
    const { session, storage, storageKey } = await signedIn();
    storage.setItem(storageKey, 'garbage');
    expect(await session.getAccessToken()).toBeNull();
    expect(session.getSnapshot()).toEqual(signedOut('elsewhere'));
  });

  it('that refuses everything leaves a session in memory', async () => {
    const refuse = () => {
      throw new DOMException('Denied', 'SecurityError');
    };
    const { session, expire } = await signedIn({
      storage: { getItem: refuse, setItem: refuse, removeItem: refuse },
    });
    expire();
    expect(await session.getAccessToken()).toEqual(expect.any(String));
    await session.logout();
    expect(await session.getAccessToken()).toBeNull();
  });

  it('that is full keeps the newest tokens in memory', async () => {
    const { session, storage, expire, refreshes } = await signedIn();
    vi.spyOn(storage, 'setItem').mockImplementation(() => {
      throw new DOMException('Full', 'QuotaExceededError');
    });
    expire();
    const token = await session.getAccessToken();
    expect(token).toEqual(expect.any(String));
    expect(await session.getAccessToken()).toBe(token);
    expire();
    expect(await session.getAccessToken()).toEqual(expect.any(String));
    expect(refreshes()).toBe(2);
  });

  it.each(['localStorage', 'sessionStorage'] as const)(
    'by the name of %s is memory on a server',
    async (storage) => {
      const { session, tab } = await signedIn({ storage });
      expect(session.getSnapshot().status).toBe('signedIn');
      expect(tab({ storage }).getSnapshot().status).toBe('signedOut');
    },
  );
});

describe('subscribe', () => {
  it('tells of each change once, until it is ended', async () => {
    const { session, login } = createSessionOfNobody();
    const listener = vi.fn();
    const end = session.subscribe(listener);
    session.signIn(await login());
    expect(listener).toHaveBeenCalledTimes(1);
    await session.getAccessToken();
    expect(listener).toHaveBeenCalledTimes(1);
    await session.logout();
    await session.logout();
    expect(listener).toHaveBeenCalledTimes(2);
    end();
    session.signIn(await login());
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('leaves the snapshot the same object until something changes', async () => {
    const { session } = await signedIn();
    const before = session.getSnapshot();
    await session.getAccessToken();
    expect(session.getSnapshot()).toBe(before);
  });
});

it('is careful with requests: forms without a preflight, no cookie, no token in a URL', async () => {
  const requests: Request[] = [];
  const inits: (RequestInit | undefined)[] = [];
  const { tab, login, expire } = createWorld();
  const session = tab({
    fetch: (input, init) => {
      inits.push(init);
      requests.push(new Request(input, { ...init, signal: null }));
      return emulator.fetch(input, init);
    },
  });
  session.signIn(await login());
  expire();
  await session.getAccessToken();
  await session.logout();
  expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    `POST ${domain}/oauth/token`,
    `POST ${domain}/oauth/revoke`,
  ]);
  for (const [index, { headers }] of requests.entries()) {
    expect([...headers.keys()]).toEqual(['content-type']);
    expect(headers.get('content-type')).toMatch(/^application\/x-www-form-urlencoded/);
    expect(inits[index]?.credentials).toBe('omit');
  }
});

it('keeps tokens out of its errors, whatever Auth0 says', async () => {
  const { session, tokens, expire } = await signedIn();
  expire();
  const { refreshToken = '', accessToken } = tokens;
  const body = { error: 'server_error', error_description: `Cannot use ${refreshToken}.` };
  emulator.failNext({ path: '/oauth/token', status: 500, body });
  const failure: unknown = await session.getAccessToken().catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'provider_down' });
  expect(String(failure) + JSON.stringify(failure)).not.toContain(refreshToken);

  await session.getAccessToken();
  emulator.failNext({ path: '/userinfo', status: 500, body: { error: accessToken } });
  const other: unknown = await session.getUser().catch((error: unknown) => error);
  expect(String(other)).not.toContain(await session.getAccessToken());
});

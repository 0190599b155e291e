import {
  completeRedirect,
  createAuth0Client,
  createCrossOriginClient,
  createDatabaseClient,
  createNextAuth0Client,
  createServerClient,
  type PasswordlessClient,
  type TokenSet,
} from '@auth0-passwordless/core';
import { createEmulator, type Emulator } from '@auth0-passwordless/emulator';
import { createPasswordlessHandler } from '@auth0-passwordless/server';
import { Auth0Client } from '@auth0/nextjs-auth0/server';
import { NextRequest } from 'next/server.js';

/** What makes a client fail on its own side of the way. */
export interface Overrides {
  clientId?: string;
  timeoutSeconds?: number;
  fetch?: typeof fetch;
}

/** One way to an emulated Auth0 of its own. */
export interface ClientWorld {
  emulator: Emulator;
  client: PasswordlessClient;
  /** Who is signed in after an exchange that gave this: by its ID token, or by the cookie that it left. */
  userId: (tokens: TokenSet | null) => Promise<string | undefined>;
  /** The page of Auth0's own that the browser has been left on, as HTML. */
  auth0Page?: () => string;
}

const domain = 'http://localhost:4400';
const origin = 'https://app.example.com';
const clientSecret = 'web-secret-for-local-development-only';
const secret = 'a-secret-for-tests-of-more-than-32-bytes';

/** The claim of an ID token; whether the token is right is for other tests. */
async function subjectOf(tokens: TokenSet | null): Promise<string | undefined> {
  const [, claims = ''] = tokens?.idToken?.split('.') ?? [];
  return claims && JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))).sub;
}

/** As a server calls: without an origin. jsdom's own classes, which `Request` does not know, are put aside. */
const serverFetch =
  (emulator: Emulator): typeof fetch =>
  (address, { method = 'GET', headers, body = null } = {}) => {
    const all = new Headers(headers);
    const isForm = body instanceof URLSearchParams;
    if (isForm) all.set('content-type', 'application/x-www-form-urlencoded');
    const url = address instanceof Request ? address.url : address;
    const text = isForm ? body.toString() : body;
    return emulator.handle(new Request(url, { method, headers: all, body: text }));
  };

/** A browser whose page is of the same origin as a server. */
function browserOf(serve: (request: Request) => Promise<Response>) {
  const cookies = new Map<string, string>();
  const headers = () => ({
    origin,
    'content-type': 'application/json',
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  });
  const browser: typeof fetch = async (address, { method = 'GET', body = null, signal } = {}) => {
    signal?.throwIfAborted();
    const url = new URL(address instanceof Request ? address.url : address, origin);
    const response = await serve(new Request(url, { method, headers: headers(), body }));
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  return { browser, page: () => new NextRequest(origin, { headers: headers() }) };
}

/** Each client of core, with all that stands behind it. */
export const clientWorlds = {
  direct(overrides = {}) {
    const emulator = createEmulator();
    const { fetch, clock } = emulator;
    const options = { domain, clientId: 'native', fetch, now: clock.now, ...overrides };
    return { emulator, client: createAuth0Client(options), userId: subjectOf };
  },

  server({ clientId = 'web', ...overrides } = {}) {
    const emulator = createEmulator();
    const { now } = emulator.clock;
    const handler = createPasswordlessHandler({
      ...{ domain, clientId, clientSecret, now, fetch: serverFetch(emulator) },
      cookieSecret: secret,
    });
    const { browser, page } = browserOf((request) => handler(request, { ip: '203.0.113.7' }));
    return {
      emulator,
      client: createServerClient({
        ...{ baseUrl: '/passwordless', now, fetch: browser },
        ...overrides,
      }),
      userId: async () => (await handler.getSession(page())).session?.user.id,
    };
  },

  next({ clientId = 'web', ...overrides } = {}) {
    const emulator = createEmulator();
    const auth0 = new Auth0Client({
      ...{ domain, clientId, clientSecret, secret, appBaseUrl: origin },
      allowInsecureRequests: true,
      customFetch: serverFetch(emulator),
    });
    const { browser, page } = browserOf((request) => auth0.middleware(new NextRequest(request)));
    return {
      emulator,
      client: createNextAuth0Client({
        ...{ now: emulator.clock.now, fetch: browser },
        ...overrides,
      }),
      userId: async () => (await auth0.getSession(page()))?.user.sub,
      browser,
    };
  },

  /** The page that the browser comes back to is part of it: `exchangeCode` gives what that gets. */
  crossOrigin({ clientId = 'spa', ...overrides } = {}) {
    const emulator = createEmulator({ origin: 'http://localhost:5173' });
    const redirectUri = 'http://localhost:5173/callback';
    if (clientId === 'spa') emulator.setApplication('spa', { crossOriginLogin: true });
    const remembered = new Map<string, string>();
    const storage = {
      getItem: (key: string) => remembered.get(key) ?? null,
      setItem: (key: string, value: string) => void remembered.set(key, value),
      removeItem: (key: string) => void remembered.delete(key),
    };
    const { fetch, clock, navigate } = emulator;
    const options = { domain, clientId, storage, fetch, now: clock.now, ...overrides };
    let auth0Page = '';
    const goThere = async (address: string) => {
      const response = await navigate(address);
      auth0Page = await response.text();
      const url = response.headers.get('location');
      return url ? completeRedirect({ ...options, url }) : new Promise<never>(() => undefined);
    };
    let arrive: (tokens: Promise<TokenSet | null>) => void;
    const client = createCrossOriginClient({
      ...options,
      redirectUri,
      navigate: (address) => arrive(goThere(address)),
    });
    return {
      emulator,
      client: {
        start: client.start,
        exchangeCode: (request, how) =>
          new Promise((resolve, reject) => {
            arrive = resolve;
            client.exchangeCode(request, how).catch(reject);
          }),
      },
      userId: subjectOf,
      auth0Page: () => auth0Page,
    };
  },

  database(overrides = {}) {
    const emulator = createEmulator();
    const { fetch, clock } = emulator;
    const client = createDatabaseClient({
      ...{ domain, clientId: 'native', fetch, now: clock.now },
      ...{ connection: 'Username-Password-Authentication', allowSignup: true },
      ...overrides,
    });
    return { emulator, client, userId: subjectOf };
  },
} satisfies Record<string, (overrides?: Overrides) => ClientWorld>;

export type ClientName = keyof typeof clientWorlds;

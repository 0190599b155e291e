import { expect, type Page, test } from '@playwright/test';
import type { Auth0DecodedHash, Auth0Error, AuthOptions, WebAuth } from 'auth0-js';
import type { TokenFaults } from '../src/index.ts';
import { listen, type Listening } from '../src/node.ts';
import { startPageServer, type PageServer } from './pageServer.ts';

declare global {
  /** What auth0-js calls itself in a page. */
  interface Window {
    auth0: { WebAuth: new (options: AuthOptions) => WebAuth };
  }
}

const email = 'ada@example.com';
const clientID = 'spa';

let site: PageServer;
let auth0: Listening;

test.beforeAll(async () => {
  site = await startPageServer();
  auth0 = await listen({ port: 0 });
});
test.afterAll(async () => {
  site.close();
  await auth0.close();
});
test.beforeEach(async ({ page }) => {
  auth0.emulator.reset();
  auth0.emulator.setApplication(clientID, {
    callbacks: [`${site.origin}/callback`],
    webOrigins: [site.origin],
    logoutUrls: [site.origin],
    crossOriginLogin: true,
  });
  await page.goto(site.origin);
});

/** How auth0-js ends a call, unless it sends the browser away. */
interface Outcome {
  error: Auth0Error | null;
  result: unknown;
}

/** Calls a method of auth0-js in the page, such as `passwordlessStart` or `client.userInfo`. */
function call(page: Page, method: string, ...args: unknown[]): Promise<Outcome> {
  const options = {
    domain: auth0.issuer.slice(0, -1),
    clientID,
    redirectUri: `${site.origin}/callback`,
    responseType: 'token id_token',
    scope: 'openid email',
    overrides: {
      __token_issuer: auth0.issuer,
      __jwks_uri: `${auth0.issuer}.well-known/jwks.json`,
    },
  };
  return page.evaluate(
    ({ names, given, settings }) =>
      new Promise<Outcome>((resolve) => {
        const member = (owner: object, name: string) => Reflect.get(owner, name);
        const owner = names.slice(0, -1).reduce(member, new window.auth0.WebAuth(settings));
        const done = (error: Auth0Error | null, result: unknown = null) =>
          resolve({ error, result });
        Reflect.apply(member(owner, names.at(-1) ?? ''), owner, [...given, done]);
      }),
    { names: method.split('.'), given: args, settings: options },
  );
}

/** Calls a method that sends the browser to Auth0 and back, which ends the page that called. */
async function leave(page: Page, method: string, options: object): Promise<void> {
  void call(page, method, options).catch(() => 'The page is gone.');
  await page.waitForURL(`${site.origin}/callback#**`);
}

const message = (to: string) => {
  const [newest] = auth0.emulator.outbox.messages({ to });
  if (!newest) throw new Error(`Nothing was sent to ${to}.`);
  return newest;
};
const start = (page: Page, fields: object = {}) =>
  call(page, 'passwordlessStart', { connection: 'email', send: 'code', email, ...fields });
const typed = () => ({ connection: 'email', email, verificationCode: message(email).code });
const parseHash = (page: Page) => call(page, 'parseHash', {});
/** The tokens that the browser came back with, checked by auth0-js. */
async function returnedTokens(page: Page): Promise<Auth0DecodedHash> {
  const { error, result } = await parseHash(page);
  expect(error).toBeNull();
  return result as Auth0DecodedHash;
}
async function logIn(page: Page): Promise<void> {
  await start(page);
  await leave(page, 'passwordlessLogin', typed());
}

test('a code by e-mail logs a browser in, which stays logged in until it logs out', async ({
  page,
}) => {
  await logIn(page);
  const { accessToken, idTokenPayload } = await returnedTokens(page);
  expect(idTokenPayload).toMatchObject({
    sub: expect.stringMatching(/^email\|/),
    email,
    // Without it, auth0-js does not look whether the access token belongs to the ID token.
    at_hash: expect.any(String),
  });
  const user = await call(page, 'client.userInfo', accessToken);
  expect(user.result).toMatchObject({ sub: idTokenPayload.sub, email });

  const silently = await call(page, 'checkSession', {});
  expect(silently.result).toMatchObject({ idTokenPayload: { sub: idTokenPayload.sub } });

  await call(page, 'logout', { returnTo: site.origin }).catch(() => 'The page is gone.');
  await page.waitForURL(`${site.origin}/`);
  expect((await call(page, 'checkSession', {})).error).toMatchObject({ error: 'login_required' });
});

test('a code by text message logs a browser in', async ({ page }) => {
  const phoneNumber = '+14155550100';
  await call(page, 'passwordlessStart', { connection: 'sms', send: 'code', phoneNumber });
  const { code } = message(phoneNumber);
  await leave(page, 'passwordlessLogin', {
    connection: 'sms',
    phoneNumber,
    verificationCode: code,
  });
  const { idTokenPayload } = await returnedTokens(page);
  expect(idTokenPayload.sub).toMatch(/^sms\|/);
});

test('a link logs a browser in, once', async ({ page }) => {
  await start(page, { send: 'link' });
  const { link = '' } = message(email);
  await page.goto(link);
  const { idTokenPayload } = await returnedTokens(page);
  expect(idTokenPayload).toMatchObject({ email, nonce: expect.any(String) });

  await page.goto(link);
  expect((await parseHash(page)).error).toMatchObject({
    error: 'unauthorized',
    errorDescription: 'The verification code has expired. Please try to login again.',
  });
});

test('a link that another browser opens brings a state that is not its own', async ({
  browser,
  page,
}) => {
  await start(page, { send: 'link' });
  const stranger = await browser.newPage();
  await stranger.goto(message(email).link ?? '');
  expect((await parseHash(stranger)).error).toMatchObject({
    errorDescription: '`state` does not match.',
  });
  await stranger.close();
});

test('a start carries a language and the answer to a captcha', async ({ page }) => {
  auth0.emulator.setTenant({ captcha: 'four words' });
  await start(page, { captcha: 'four words', xRequestLanguage: 'fr' });
  expect(message(email).language).toBe('fr');
});

test('a code that was verified goes on to log a browser in', async ({ page }) => {
  await start(page);
  await leave(page, 'passwordlessVerify', typed());
  expect((await returnedTokens(page)).idTokenPayload).toMatchObject({ email });
  const calls = auth0.emulator.requests().filter(({ method }) => method !== 'OPTIONS');
  expect(calls.slice(1, 3).map(({ path }) => path)).toEqual([
    '/passwordless/verify',
    '/passwordless/verify_redirect',
  ]);
});

test('a code that was verified is the password of an application from before 2017', async ({
  page,
}) => {
  auth0.emulator.setTenant({ enforcesClientAtVerify: false });
  auth0.emulator.setApplication(clientID, {
    grantTypes: ['http://auth0.com/oauth/legacy/grant-type/ro'],
  });
  await start(page);
  const login = await call(page, 'popup.passwordlessVerify', { ...typed(), scope: 'openid' });
  expect(login).toMatchObject({
    error: null,
    result: { idToken: expect.any(String), tokenType: 'Bearer' },
  });
});

const refusals: [string, (page: Page) => Promise<Outcome>, object][] = [
  [
    'a wrong code at login',
    (page) => call(page, 'passwordlessLogin', { ...typed(), verificationCode: 'wrong' }),
    { code: 'access_denied', description: 'Wrong email or verification code.' },
  ],
  [
    'a wrong code at verify',
    (page) => call(page, 'passwordlessVerify', { ...typed(), verificationCode: 'wrong' }),
    { code: 'invalid_user_password' },
  ],
  [
    'a login that is switched off',
    (page) => {
      auth0.emulator.setApplication(clientID, { crossOriginLogin: false });
      return call(page, 'passwordlessLogin', typed());
    },
    { code: 'unauthorized_client', description: 'Cross origin login not allowed.' },
  ],
  [
    'an origin that is not allowed to log in',
    (page) => {
      auth0.emulator.setApplication(clientID, { webOrigins: [] });
      return call(page, 'passwordlessLogin', typed());
    },
    { code: 'request_error' },
  ],
  [
    'an answer with cookies that is open to all origins',
    async (page) => {
      await page.route('**/co/authenticate', async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers(), 'access-control-allow-origin': '*' };
        await route.fulfill({ response, headers });
      });
      return call(page, 'passwordlessLogin', typed());
    },
    { code: 'request_error' },
  ],
  [
    'an unknown client',
    (page) => start(page, { clientID: 'unknown' }),
    { code: 'server_error', description: 'error resolving client' },
  ],
  [
    'an address that is none',
    (page) => start(page, { email: 'nobody' }),
    { code: 'bad.email', description: 'error in email - email format validation failed: nobody' },
  ],
  [
    'a missing answer to a captcha',
    (page) => {
      auth0.emulator.setTenant({ captcha: 'four words' });
      return start(page);
    },
    { code: 'invalid_captcha' },
  ],
];

for (const [title, provoke, error] of refusals) {
  test(`auth0-js reports ${title}`, async ({ page }) => {
    await start(page);
    expect(await provoke(page)).toMatchObject({ error, result: null });
  });
}

const withTokens = (tokenFaults: TokenFaults) => () => auth0.emulator.setTenant({ tokenFaults });

const faults: [string, () => unknown, string][] = [
  [
    'an ID token of another issuer',
    withTokens({ idToken: { iss: 'https://evil.example/' } }),
    'Issuer (iss) claim mismatch',
  ],
  [
    'an issuer without the slash at its end',
    () => withTokens({ idToken: { iss: auth0.issuer.slice(0, -1) } })(),
    'Issuer (iss) claim mismatch',
  ],
  [
    'an ID token for another application',
    withTokens({ idToken: { aud: 'native' } }),
    'Audience (aud) claim mismatch',
  ],
  [
    'an expired ID token',
    withTokens({ idToken: { exp: 1_700_000_000 } }),
    'is after expiration time',
  ],
  [
    'a nonce of another login',
    withTokens({ idToken: { nonce: 'of another login' } }),
    'Nonce (nonce) claim value mismatch',
  ],
  ['a nonce that got lost', withTokens({ idToken: { nonce: null } }), 'Nonce (nonce) claim must'],
  [
    'an at_hash of another access token',
    withTokens({ idToken: { at_hash: 'of-another' } }),
    'Invalid access_token',
  ],
  [
    'an ID token without kid',
    withTokens({ header: { kid: null } }),
    'Could not find a public key for Key ID (kid) "undefined"',
  ],
  [
    'an ID token that says it is not signed',
    withTokens({ header: { alg: 'none' } }),
    'Signature algorithm of "none" is not supported',
  ],
  [
    'a signature with a key that is not published',
    withTokens({ unpublishedKey: true }),
    'Invalid ID token signature',
  ],
];

async function complaint(page: Page): Promise<string | undefined> {
  const { error } = await parseHash(page);
  return error?.errorDescription;
}

for (const [title, inject, expected] of faults) {
  test(`auth0-js complains about ${title}`, async ({ page }) => {
    inject();
    await logIn(page);
    expect(await complaint(page)).toContain(expected);
  });
}

test('auth0-js complains about a key that was taken back meanwhile', async ({ page }) => {
  await logIn(page);
  await auth0.emulator.rotateKeys({ revokesPrevious: true });
  expect(await complaint(page)).toContain('Could not find a public key');
});

test('auth0-js complains about a state of another login', async ({ page }) => {
  await logIn(page);
  await page.evaluate(() => {
    window.location.hash = window.location.hash.replace(/state=[^&]*/, 'state=another');
  });
  expect(await complaint(page)).toBe('`state` does not match.');
});

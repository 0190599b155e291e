import { expect, it } from 'vitest';
import type { Emulator } from '../createEmulator.ts';
import type { FaultRule } from '../faults.ts';
import type { TokenFaults } from '../tokenFaults.ts';
import type { Sdk, SdkTokens, Visit } from './sdk.ts';
import { sdkNames, sdks, setUpSdks, type SdkName } from './setUpSdks.ts';

const tenant = setUpSdks();
const email = 'ada@example.com';
const access = { scope: 'openid email offline_access' };

/** What goes wrong, and when. */
interface Fault {
  /** Before anything is sent. */
  atFirst?: (emulator: Emulator) => unknown;
  /** After a login and a refresh. */
  later?: (emulator: Emulator, sdk: Sdk, tokens: SdkTokens) => unknown;
  /** The login goes through `/authorize`, and this happens to the browser. */
  inBrowser?: (visit: Visit) => Visit;
}

const withTokens = (tokenFaults: TokenFaults): Fault => ({
  atFirst: (emulator) => emulator.setTenant({ tokenFaults }),
});
const withIdToken = (idToken: Record<string, unknown>) => withTokens({ idToken });
const failing = (path: string, rule: Omit<FaultRule, 'path'>): Fault => ({
  atFirst: (emulator) => emulator.failNext({ path, ...rule }),
});
const inBrowser = (change: (address: URL) => void, when: 'going' | 'returning'): Fault => ({
  inBrowser: (visit) => async (address) => {
    if (when === 'going') change(address);
    const returned = await visit(address);
    if (when === 'returning') change(returned);
    return returned;
  },
});
const fromNow = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

/** All that `auth0-auth-js` says about an answer that it does not trust, because of what it wraps: `openid-client`. */
const noTokens = 'There was an error while trying to request a token.';
const noUser = 'There was an error while trying to retrieve the user info.';
const notConform = 'OAUTH_RESPONSE_IS_NOT_CONFORM';
const brokenConnection = 'HPE_INVALID_CONSTANT';

/** A fault, and what is said to it by auth0-auth-js, by auth0/legacy, and by oauth4webapi and openid-client. `null`: they do not look. */
type Row = [string, Fault, string | null, string | null, string | null];

const table: Row[] = [
  ['nothing', {}, null, null, null],

  [
    'an ID token of another issuer',
    withIdToken({ iss: 'https://evil.example/' }),
    noTokens,
    'Issuer (iss) claim mismatch',
    'unexpected JWT "iss"',
  ],
  [
    'an issuer without the slash at its end',
    { atFirst: (e) => e.setTenant({ tokenFaults: { idToken: { iss: e.issuer.slice(0, -1) } } }) },
    noTokens,
    'Issuer (iss) claim mismatch',
    'unexpected JWT "iss"',
  ],
  [
    'an ID token for another application',
    withIdToken({ aud: 'native' }),
    noTokens,
    'Audience (aud) claim mismatch',
    'unexpected JWT "aud"',
  ],
  [
    'an ID token for two applications that does not say whose it is',
    withIdToken({ aud: ['web', 'native'] }),
    noTokens,
    'Authorized Party (azp) claim must be',
    '"aud" (audience) claim includes additional untrusted audiences',
  ],
  [
    'an ID token that belongs to another of two applications',
    withIdToken({ aud: ['web', 'native'], azp: 'native' }),
    noTokens,
    'Authorized Party (azp) claim mismatch',
    'unexpected ID Token "azp"',
  ],
  [
    'an ID token without a user',
    withIdToken({ sub: null }),
    noTokens,
    'Subject (sub) claim must be',
    'JWT "sub" (subject) claim missing',
  ],
  [
    'an expired ID token',
    withIdToken({ exp: fromNow(-3600) }),
    noTokens,
    'is after expiration time',
    'expiration is past current timestamp',
  ],
  [
    'an ID token that never expires',
    withIdToken({ exp: null }),
    noTokens,
    'Expiration Time (exp) claim must be',
    'JWT "exp" (expiration time) claim missing',
  ],
  [
    'an ID token without the time it was issued',
    withIdToken({ iat: null }),
    noTokens,
    'Issued At (iat) claim must be',
    'JWT "iat" (issued at) claim missing',
  ],
  [
    'an ID token that is not valid yet',
    withIdToken({ nbf: fromNow(3600) }),
    noTokens,
    '"nbf" claim timestamp check failed',
    'unexpected JWT "nbf"',
  ],
  [
    'a nonce that nobody asked for',
    withIdToken({ nonce: 'of another login' }),
    null,
    'Nonce (nonce) claim mismatch',
    null,
  ],
  [
    'a nonce of another login',
    { ...withIdToken({ nonce: 'of another login' }), inBrowser: (visit) => visit },
    noTokens,
    'Nonce (nonce) claim mismatch',
    'unexpected ID Token "nonce"',
  ],
  [
    'a nonce that got lost',
    { ...withIdToken({ nonce: null }), inBrowser: (visit) => visit },
    null,
    'Nonce (nonce) claim must be',
    'JWT "nonce" (nonce) claim missing',
  ],

  [
    'an ID token without kid, with two keys to choose from',
    {
      atFirst: async (emulator) => {
        await emulator.rotateKeys();
        emulator.setTenant({ tokenFaults: { header: { kid: null } } });
      },
    },
    null,
    'ERR_JWKS_MULTIPLE_MATCHING_KEYS',
    'multiple applicable keys found',
  ],
  [
    'an ID token with an unknown kid',
    withTokens({ header: { kid: 'unknown' } }),
    null,
    'ERR_JWKS_NO_MATCHING_KEY',
    'no applicable keys found',
  ],
  [
    'an ID token that says it is not signed',
    withTokens({ header: { alg: 'none' } }),
    noTokens,
    'Signature algorithm of "none" is not supported',
    'unexpected JWT "alg"',
  ],
  [
    'an ID token that says it is signed with the secret',
    withTokens({ header: { alg: 'HS256' } }),
    noTokens,
    'Unsupported "alg" value',
    'unexpected JWT "alg"',
  ],
  [
    'a signature with a key that is not published',
    withTokens({ unpublishedKey: true }),
    null,
    'signature verification failed',
    'JWT signature verification failed',
  ],
  [
    'no published key at all',
    failing('/.well-known/jwks.json', { status: 200, body: { keys: [] } }),
    null,
    'ERR_JWKS_NO_MATCHING_KEY',
    'no applicable keys found',
  ],
  [
    'a key that is newer than what they fetched a moment ago',
    { later: (emulator) => emulator.rotateKeys({ revokesPrevious: true }) },
    null,
    'ERR_JWKS_NO_MATCHING_KEY',
    'no applicable keys found',
  ],
  [
    'the discovery document of another issuer',
    failing('/.well-known/openid-configuration', {
      status: 200,
      body: { issuer: 'https://evil.example/' },
    }),
    'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
    null,
    'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
  ],

  [
    'a token answer without token_type',
    withTokens({ answer: { token_type: null } }),
    noTokens,
    null,
    '"token_type" property must be a string',
  ],
  [
    'an unknown token_type',
    withTokens({ answer: { token_type: 'mac' } }),
    noTokens,
    null,
    'unsupported `token_type` value',
  ],
  [
    'expires_in as a text',
    withTokens({ answer: { expires_in: 'soon' } }),
    noTokens,
    null,
    '"expires_in" property must be a number',
  ],
  [
    'a token answer without an access token',
    withTokens({ answer: { access_token: null } }),
    noTokens,
    'invalid_token',
    '"access_token" property must be a string',
  ],
  [
    'an ID token that is none',
    withTokens({ answer: { id_token: 'none' } }),
    noTokens,
    'Invalid Token or Protected Header formatting',
    'Invalid JWT',
  ],
  ['a token answer with status 201', withTokens({ status: 201 }), noTokens, null, notConform],
  [
    'a page instead of tokens',
    failing('/oauth/token', { status: 200, body: '<h1>Back soon</h1>' }),
    noTokens,
    'is not valid JSON',
    'OAUTH_RESPONSE_IS_NOT_JSON',
  ],
  [
    'an outage of /oauth/token',
    failing('/oauth/token', { status: 503, body: '<h1>Back soon</h1>' }),
    noTokens,
    'Response returned an error code',
    notConform,
  ],
  [
    'a broken connection to /oauth/token',
    failing('/oauth/token', { network: true }),
    noTokens,
    brokenConnection,
    brokenConnection,
  ],
  [
    'a lost answer of /oauth/token',
    failing('/oauth/token', { answerLost: true }),
    noTokens,
    brokenConnection,
    brokenConnection,
  ],

  [
    'the user info of somebody else',
    failing('/userinfo', { status: 200, body: { sub: 'email|somebody-else' } }),
    noUser,
    null,
    'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
  ],
  [
    'user info about nobody',
    failing('/userinfo', { status: 200, body: {} }),
    noUser,
    null,
    '"sub" property must be a string',
  ],
  [
    'a reused refresh token',
    { later: (_emulator, sdk, tokens) => sdk.refresh(tokens) },
    'invalid_grant',
    'invalid_grant',
    'invalid_grant',
  ],
  [
    'a revoked refresh token',
    { later: (_emulator, sdk, tokens) => sdk.revoke(tokens) },
    'invalid_grant',
    'invalid_grant',
    'invalid_grant',
  ],
  [
    'a user who was blocked meanwhile',
    { later: (emulator) => emulator.setUser(email, { blocked: true }) },
    'access_denied',
    'access_denied',
    'access_denied',
  ],
  [
    'a user who was deleted meanwhile',
    { later: (emulator) => emulator.removeUser(email) },
    'invalid_grant',
    'invalid_grant',
    'invalid_grant',
  ],
  [
    'a revocation with status 204',
    failing('/oauth/revoke', { status: 204 }),
    'token_revocation_error',
    null,
    notConform,
  ],

  [
    'a browser that returns with another state',
    inBrowser((returned) => returned.searchParams.set('state', 'another'), 'returning'),
    noTokens,
    null,
    'unexpected "state" response parameter value',
  ],
  [
    'a browser that returns with another code',
    inBrowser((returned) => returned.searchParams.set('code', 'another'), 'returning'),
    'invalid_grant',
    'invalid_grant',
    'invalid_grant',
  ],
  [
    'a code for another verifier',
    inBrowser((going) => going.searchParams.set('code_challenge', 'a'.repeat(43)), 'going'),
    'invalid_grant',
    'invalid_grant',
    'invalid_grant',
  ],
  [
    'an outage of /passwordless/start',
    failing('/passwordless/start', { status: 503 }),
    'passwordless_start_error',
    'Response returned an error code',
    // Which neither of the two knows: the test itself calls it.
    'answered 503',
  ],
];

/** Every message and code in a failure and in what caused it. */
function tell(failure: unknown): string {
  if (typeof failure !== 'object' || failure === null) return '';
  const { message, error, code, cause } = failure as Record<string, unknown>;
  return [message, error, code, tell(cause)].filter(Boolean).join(' | ');
}

async function run(sdkName: SdkName, fault: Fault): Promise<void> {
  const { emulator, issuer } = tenant;
  const visit = fault.inBrowser?.(await tenant.visitAs(email));
  await fault.atFirst?.(emulator);
  const sdk = await sdks[sdkName](issuer);
  const logIn = async () => {
    if (visit) return sdk.logInByRedirect(visit, access);
    await tenant.sendCode(sdk, { email });
    return sdk.logIn({ email }, tenant.codeFor(email), access);
  };
  const first = await logIn();
  await sdk.userInfo(first);
  const tokens = await sdk.refresh(first);
  await fault.later?.(emulator, sdk, tokens);
  await sdk.revoke(await sdk.refresh(tokens));
}

const cases = table.flatMap(([title, fault, ...complaints]) =>
  sdkNames.map((sdkName, index) => {
    // The last two are of one hand.
    const complaint = complaints[Math.min(index, 2)] ?? null;
    const verb = complaint === null ? 'has nothing to say about' : 'complains about';
    return [`${sdkName} ${verb} ${title}`, { sdkName, fault, complaint }] as const;
  }),
);

it.each(cases)('%s', async (_title, { sdkName, fault, complaint }) => {
  const outcome = await run(sdkName, fault).then(() => 'no complaint', tell);
  expect(outcome).toContain(complaint ?? 'no complaint');
});

import { describe, expect, it } from 'vitest';
import { checkIdToken, type IdTokenExpectations } from './idToken.ts';
import { PasswordlessError } from '../passwordlessError.ts';

const nowSeconds = 1_800_000_000;
const expected: IdTokenExpectations = {
  origin: 'https://example.eu.auth0.com',
  clientId: 'client',
  now: () => nowSeconds * 1000,
};
const good = {
  iss: `${expected.origin}/`,
  sub: 'email|1',
  aud: 'client',
  iat: nowSeconds,
  exp: nowSeconds + 36_000,
};

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
const jwt = (claims: object, header: object = { alg: 'RS256' }) =>
  `${encode(header)}.${encode(claims)}.c2lnbmF0dXJl`;

function failureOf(idToken: string, more: Partial<IdTokenExpectations> = {}): PasswordlessError {
  try {
    checkIdToken(idToken, { ...expected, ...more });
  } catch (error) {
    if (error instanceof PasswordlessError) return error;
    throw error;
  }
  throw new Error('The token was accepted.');
}

it('says whom a token is about', () => {
  expect(checkIdToken(jwt(good), expected)).toBe('email|1');
});

it('reads names in any script', () => {
  const sub = 'oauth2|Ünï✓';
  expect(checkIdToken(jwt({ ...good, sub, name: '山田 🎌' }), expected)).toBe(sub);
});

describe('accepts', () => {
  it.each<[string, object, Partial<IdTokenExpectations>]>([
    [
      'the client ID as one audience of many, when azp is it',
      { aud: ['x', 'client'], azp: 'client' },
      {},
    ],
    ['the client ID as the only audience of a list', { aud: ['client'] }, {}],
    ['an end less than a minute ago', { exp: nowSeconds - 59 }, {}],
    ['a beginning in less than a minute', { nbf: nowSeconds + 59 }, {}],
    ['the nonce that was sent', { nonce: 'n' }, { nonce: 'n' }],
    ['a nonce that nobody sent', { nonce: 'n' }, {}],
    ['the organization by its ID', { org_id: 'org_1' }, { organization: 'org_1' }],
    ['the organization by its name', { org_name: 'acme' }, { organization: 'Acme' }],
    ['an organization that nobody asked for', { org_id: 'org_1' }, {}],
    ['a login that is recent enough', { auth_time: nowSeconds - 159 }, { maxAgeSeconds: 100 }],
    ['the person of the session', {}, { userId: 'email|1' }],
    ['anybody, where the session does not know its person', {}, { userId: null }],
  ])('%s', (_what, claims, more) => {
    expect(checkIdToken(jwt({ ...good, ...claims }), { ...expected, ...more })).toBe('email|1');
  });
});

describe('refuses', () => {
  it.each<[string, object, Partial<IdTokenExpectations>]>([
    [`iss is undefined, expected "${good.iss}"`, { iss: undefined }, {}],
    [
      'iss is "https://example.eu.auth0.com", expected',
      { iss: 'https://example.eu.auth0.com' },
      {},
    ],
    ['iss is "https://evil.example/", expected', { iss: 'https://evil.example/' }, {}],
    ['sub is undefined, expected "a name"', { sub: undefined }, {}],
    ['sub is "", expected "a name"', { sub: '' }, {}],
    ['sub is 1, expected "a name"', { sub: 1 }, {}],
    ['sub is "email|1", expected "email|2"', {}, { userId: 'email|2' }],
    ['aud is undefined, expected "client"', { aud: undefined }, {}],
    ['aud is "other", expected "client"', { aud: 'other' }, {}],
    ['aud is ["other"], expected "client"', { aud: ['other'] }, {}],
    ['azp is undefined, expected "client"', { aud: ['client', 'other'] }, {}],
    ['azp is "other", expected "client"', { aud: ['client', 'other'], azp: 'other' }, {}],
    ['exp is undefined, expected "after', { exp: undefined }, {}],
    ['exp is "soon", expected "after', { exp: 'soon' }, {}],
    [`exp is ${nowSeconds - 60}, expected "after`, { exp: nowSeconds - 60 }, {}],
    ['iat is undefined, expected "a time"', { iat: undefined }, {}],
    ['iat is "now", expected "a time"', { iat: 'now' }, {}],
    [`nbf is ${nowSeconds + 60}, expected "before`, { nbf: nowSeconds + 60 }, {}],
    ['nbf is null, expected "before', { nbf: null }, {}],
    ['nonce is undefined, expected "n"', {}, { nonce: 'n' }],
    ['nonce is "m", expected "n"', { nonce: 'm' }, { nonce: 'n' }],
    ['auth_time is undefined, expected "after', {}, { maxAgeSeconds: 100 }],
    [`auth_time is ${nowSeconds - 160}`, { auth_time: nowSeconds - 160 }, { maxAgeSeconds: 100 }],
    ['org_id is undefined, expected "org_1"', { org_name: 'org_1' }, { organization: 'org_1' }],
    ['org_id is "org_2", expected "org_1"', { org_id: 'org_2' }, { organization: 'org_1' }],
    ['org_id is "ORG_1", expected "org_1"', { org_id: 'ORG_1' }, { organization: 'org_1' }],
    ['org_name is "other", expected "acme"', { org_name: 'other' }, { organization: 'Acme' }],
  ])('%s', (words, claims, more) => {
    const failure = failureOf(jwt({ ...good, ...claims }), more);
    expect(failure.code).toBe('unexpected_response');
    expect(failure.message).toContain(words);
  });

  it.each([['HS256'], ['none'], ['rs256'], [undefined]])('the algorithm %s', (alg) => {
    expect(failureOf(jwt(good, { alg })).message).toContain('expected "RS256"');
  });

  it.each([
    ['nothing', ''],
    ['one part', 'a'],
    ['two parts', jwt(good).split('.').slice(0, 2).join('.')],
    ['no signature', jwt(good).replace(/[^.]+$/, '')],
    ['five parts, as of an encrypted token', `${jwt(good)}.a.b`],
    ['a payload that is no JSON', `${encode({ alg: 'RS256' })}.YQ.a`],
    ['a payload that is no Base64', `${encode({ alg: 'RS256' })}.a.a`],
    ['a payload that is null', `${encode({ alg: 'RS256' })}.${encode(null)}.a`],
    ['spaces around it', ` ${jwt(good)}`],
  ])('%s', (_what, idToken) => {
    expect(failureOf(idToken).code).toBe('unexpected_response');
  });

  it('without a word of the token in its message', () => {
    const idToken = jwt({ ...good, iss: 'x', email: 'ana@example.com' });
    const { message } = failureOf(idToken);
    expect(message).not.toContain('ana@example.com');
    for (const part of idToken.split('.')) expect(message).not.toContain(part);
  });
});

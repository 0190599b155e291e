import { describe, expect, it } from 'vitest';
import { createEmulator } from '../createEmulator.ts';
import { callerOf } from '../testing/caller.ts';

describe('GET /.well-known/openid-configuration', () => {
  it('names the issuer with its slash, and addresses below it', async () => {
    const { get } = callerOf(createEmulator({ issuer: 'https://tenant.example' }));
    const { status, body } = await get('/.well-known/openid-configuration');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      issuer: 'https://tenant.example/',
      token_endpoint: 'https://tenant.example/oauth/token',
      userinfo_endpoint: 'https://tenant.example/userinfo',
      jwks_uri: 'https://tenant.example/.well-known/jwks.json',
      authorization_endpoint: 'https://tenant.example/authorize',
      revocation_endpoint: 'https://tenant.example/oauth/revoke',
      end_session_endpoint: 'https://tenant.example/oidc/logout',
      code_challenge_methods_supported: ['S256'],
      id_token_signing_alg_values_supported: ['RS256'],
    });
  });
});

describe('each endpoint that discovery names', () => {
  it('is there', async () => {
    const { get, post } = callerOf(createEmulator());
    const { body } = await get('/.well-known/openid-configuration');
    const named = Object.entries(body).filter(([name]) => /_(endpoint|uri)$/.test(name));
    expect(named).toHaveLength(7);
    for (const [, address] of named) {
      const { pathname } = new URL(String(address));
      // oxlint-disable-next-line no-await-in-loop
      const statuses = [(await get(pathname)).status, (await post(pathname, {})).status];
      expect(statuses.some((status) => status !== 404)).toBe(true);
    }
  });
});

describe('GET /.well-known/jwks.json', () => {
  it('publishes one key, and no private part of it', async () => {
    const { get } = callerOf(createEmulator());
    const { body } = await get('/.well-known/jwks.json');
    expect(body).toEqual({
      keys: [
        {
          kty: 'RSA',
          n: expect.any(String),
          e: 'AQAB',
          alg: 'RS256',
          use: 'sig',
          kid: expect.stringMatching(/^[0-9a-f]{20}$/),
        },
      ],
    });
  });

  it('keeps its key through a reset', async () => {
    const emulator = createEmulator();
    const { get } = callerOf(emulator);
    const before = await get('/.well-known/jwks.json');
    emulator.reset();
    expect((await get('/.well-known/jwks.json')).body).toEqual(before.body);
  });
});

describe('any other path', () => {
  it('is not found', async () => {
    const { get } = callerOf(createEmulator());
    expect((await get('/api/v2/users')).status).toBe(404);
    expect((await get('/passwordless/start')).status).toBe(404);
  });
});

import { describe, expect, it } from 'vitest';
import { createEmulator } from '../createEmulator.ts';
import { callerOf, otherThan, otpGrant } from '../testing/caller.ts';

const app = 'http://localhost:5173';

async function setUp() {
  const emulator = createEmulator();
  emulator.setApplication('spa', { crossOriginLogin: true });
  const caller = callerOf(emulator);
  await caller.start({ client_id: 'spa' });
  const otp = caller.codeFor('ada@example.com');
  const body = {
    client_id: 'spa',
    username: 'ada@example.com',
    otp,
    realm: 'email',
    credential_type: otpGrant,
  };
  const authenticate = async (fields: object = {}) => {
    const answer = await caller.post('/co/authenticate', { ...body, ...fields });
    return { status: answer.status, body: answer.body };
  };
  const from = (origin: string) =>
    emulator.handle(
      new Request('http://localhost:4400/co/authenticate', {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
  return { emulator, ...caller, otp, authenticate, from };
}

// Auth0 docs, Set up CORS.
describe('POST /co/authenticate', () => {
  it('gives a login ticket for a code, to an application of type SPA as well', async () => {
    const { authenticate } = await setUp();
    expect(await authenticate()).toEqual({
      status: 200,
      body: {
        login_ticket: expect.stringMatching(/^[0-9a-f]{48}$/),
        co_verifier: expect.any(String),
        co_id: expect.any(String),
      },
    });
  });

  it('is switched off at first', async () => {
    const { emulator, authenticate } = await setUp();
    emulator.setApplication('spa', { crossOriginLogin: null });
    expect(await authenticate()).toEqual({
      status: 401,
      body: {
        error: 'unauthorized_client',
        error_description: 'Cross origin login not allowed.',
      },
    });
  });

  const allAndOnly =
    'Invalid request body. All and only of client_id, credential_type, username, otp, realm are required.';

  it.each([
    [{ otp: undefined }, 'invalid_request', allAndOnly],
    [{ credential_type: undefined }, 'invalid_request', allAndOnly],
    [{ scope: 'openid' }, 'invalid_request', allAndOnly],
    [
      { credential_type: 'password' },
      'unsupported_credential_type',
      'Unknown credential type parameter.',
    ],
    [
      { realm: 'non-existent-connection' },
      'invalid_request',
      'Unknown realm non-existent-connection.',
    ],
  ])('%o: 400 %s', async (fields, error, error_description) => {
    const { authenticate } = await setUp();
    expect(await authenticate(fields)).toEqual({ status: 400, body: { error, error_description } });
  });

  it('denies a wrong code: 403 access_denied, where the token endpoint says invalid_grant', async () => {
    const { authenticate, otp } = await setUp();
    const { status, body } = await authenticate({ otp: otherThan(otp) });
    expect([status, body.error]).toEqual([403, 'access_denied']);
    expect((await authenticate()).status).toBe(200);
    expect((await authenticate()).body.error).toBe('access_denied');
  });

  it('denies an old code', async () => {
    const { emulator, authenticate } = await setUp();
    emulator.clock.advance(180);
    const { body } = await authenticate();
    expect(body.error_description).toContain('expired');
  });

  it('refuses a blocked user: 403 blocked_user', async () => {
    const { emulator, authenticate } = await setUp();
    emulator.setUser('ada@example.com', { blocked: true });
    expect(await authenticate()).toEqual({
      status: 403,
      body: { error: 'blocked_user', error_description: 'Blocked user' },
    });
  });

  it('lets cookies come along', async () => {
    const { emulator, from } = await setUp();
    const preflight = await emulator.handle(
      new Request('http://localhost:4400/co/authenticate', {
        method: 'OPTIONS',
        headers: { origin: app, 'access-control-request-method': 'POST' },
      }),
    );
    for (const { headers } of [preflight, await from(app)]) {
      expect(headers.get('access-control-allow-origin')).toBe(app);
      expect(headers.get('access-control-allow-credentials')).toBe('true');
    }
  });

  it('asks the list of web origins, not that of CORS', async () => {
    const { emulator, from } = await setUp();
    emulator.setApplication('spa', { webOrigins: ['https://web.example'] });
    const refused = await from(app);
    expect([refused.status, await refused.text()]).toEqual([403, `Origin ${app} is not allowed.`]);
    expect((await from('https://web.example')).status).toBe(200);
  });
});

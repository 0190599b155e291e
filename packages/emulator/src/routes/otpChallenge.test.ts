import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { createEmulator } from '../createEmulator.ts';
import { callerOf, otherThan, otpGrant } from '../testing/caller.ts';

const database = 'Username-Password-Authentication';

function setUp(options?: Parameters<typeof createEmulator>[0]) {
  const emulator = createEmulator({
    users: [{ email: 'ada@example.com', database: true }],
    ...options,
  });
  const caller = callerOf(emulator);
  const challenge = (fields: object = {}) =>
    caller.post('/otp/challenge', {
      client_id: 'native',
      connection: database,
      email: 'ada@example.com',
      ...fields,
    });
  const exchange = async (fields: object) => {
    const { status, body } = await caller.post('/oauth/token', {
      grant_type: otpGrant,
      client_id: 'native',
      ...fields,
    });
    return { status, body };
  };
  const challenged = async (fields: { email?: string } & Record<string, unknown> = {}) => {
    const { body } = await challenge(fields);
    const otp = caller.codeFor(fields.email ?? 'ada@example.com');
    return { auth_session: body.auth_session, otp };
  };
  return { emulator, ...caller, challenge, exchange, challenged };
}

// Auth0 docs, Authentication API passwordless database connections.
describe('POST /otp/challenge', () => {
  it('sends a code and gives a session for it', async () => {
    const { emulator, challenge } = setUp();
    const { status, headers, body } = await challenge();
    expect([status, body]).toEqual([
      200,
      { auth_session: expect.stringMatching(/^[0-9a-f]{24}$/) },
    ]);
    expect(headers.get('x-ratelimit-limit')).toBe('50');
    expect(emulator.outbox.messages()[0]).toMatchObject({ to: 'ada@example.com', send: 'code' });
  });

  it('sends a code by SMS', async () => {
    const { emulator, challenge } = setUp();
    const { status } = await challenge({
      email: undefined,
      phone_number: '+14155550100',
      allow_signup: true,
      delivery_method: 'text',
    });
    expect(status).toBe(200);
    expect(emulator.outbox.messages()[0]).toMatchObject({ to: '+14155550100', connection: 'sms' });
  });

  it('answers the same for a stranger, to whom nothing is sent unless they may sign up', async () => {
    const { emulator, challenge } = setUp();
    const stranger = { email: 'eve@example.com' };
    expect(Object.keys((await challenge(stranger)).body)).toEqual(['auth_session']);
    expect(emulator.outbox.messages()).toEqual([]);
    await challenge({ ...stranger, allow_signup: true });
    expect(emulator.outbox.messages()).toHaveLength(1);
  });

  it('does not take a passwordless user for one of the database', async () => {
    const { emulator, challenge } = setUp({ users: [{ email: 'ada@example.com' }] });
    expect((await challenge()).status).toBe(200);
    expect(emulator.outbox.messages()).toEqual([]);
  });

  it('sends nothing to a blocked user, and answers the same', async () => {
    const { emulator, challenge } = setUp();
    emulator.setUser('ada@example.com', { blocked: true });
    expect((await challenge()).status).toBe(200);
    expect(emulator.outbox.messages()).toEqual([]);
  });

  it.each([
    [{ client_id: undefined }, 'client_id', 'Missing required property: client_id'],
    [{ connection: undefined }, 'connection', 'Missing required property: connection'],
    [{ email: undefined }, 'email', 'Either email or phone_number must be provided'],
    [{ phone_number: '+1415' }, 'email', 'Either email or phone_number must be provided'],
    [{ email: 'food' }, 'email', 'error in email - email format validation failed: food'],
    [
      { email: undefined, phone_number: '123' },
      'phone_number',
      'String does not match pattern: ^\\+[0-9]{1,15}$',
    ],
  ])('%o: 400 invalid_request with validation_errors', async (fields, field, message) => {
    const { status, body } = await setUp().challenge(fields);
    expect([status, body]).toEqual([
      400,
      {
        error: 'invalid_request',
        error_description: message,
        validation_errors: [{ field, message }],
      },
    ]);
  });

  it.each([
    [{ connection: 'email' }, 400, 'invalid_connection'],
    [{ client_id: 'nobody' }, 401, 'invalid_client'],
    [{ client_id: 'web' }, 401, 'invalid_client'],
    [{ client_id: 'web', client_secret: 'guess' }, 401, 'invalid_client'],
    [{ client_id: 'spa' }, 403, 'unauthorized_client'],
  ])('%o: %d %s', async (fields, status, error) => {
    const answer = await setUp().challenge(fields);
    expect([answer.status, answer.body.error]).toEqual([status, error]);
  });

  it('is for databases that have codes', async () => {
    const { emulator, challenge } = setUp();
    emulator.setTenant({ databaseConnections: ['staff'] });
    expect((await challenge()).body.error).toBe('invalid_connection');
    expect((await challenge({ connection: 'staff' })).status).toBe(200);
  });

  it('answers fifty an hour, and then says when to come back', async () => {
    const { emulator, challenge } = setUp({ now: () => 1_700_000_000_000 });
    for (let call = 0; call < 50; call += 1) {
      await challenge();
    }
    const refused = await challenge();
    expect([refused.status, refused.body.error]).toEqual([429, 'too_many_requests']);
    expect(refused.headers.get('retry-after')).toBe('72');
    expect(refused.headers.get('x-ratelimit-reset')).toBe('1700003600');
    emulator.clock.advance(72);
    expect((await challenge()).status).toBe(200);
  });
});

describe('POST /oauth/token with an auth_session', () => {
  const wrong = { error: 'invalid_request', error_description: expect.any(String) };

  it('signs a user of the database in', async () => {
    const { challenged, exchange } = setUp();
    const { status, body } = await exchange({ ...(await challenged()), scope: 'openid email' });
    expect(status).toBe(200);
    expect(decodeJwt(String(body.id_token))).toMatchObject({
      sub: expect.stringMatching(/^auth0\|[0-9a-f]{24}$/),
      email: 'ada@example.com',
    });
  });

  it('signs a stranger up only if the challenge said so', async () => {
    const { challenged, exchange, emulator } = setUp();
    const email = 'eve@example.com';
    const session = await challenged({ email, allow_signup: true });
    expect((await exchange(session)).status).toBe(200);
    expect(emulator.users().map(({ id }) => id.split('|')[0])).toEqual(['auth0', 'auth0']);
  });

  it('has one answer to all that is wrong: 400 invalid_request', async () => {
    const { emulator, challenged, exchange } = setUp();
    const session = await challenged();
    const answers = [
      await exchange({ ...session, auth_session: 'unknown' }),
      await exchange({ ...session, otp: otherThan(session.otp) }),
      await exchange({
        ...session,
        client_id: 'web',
        client_secret: 'web-secret-for-local-development-only',
      }),
    ];
    expect((await exchange(session)).status).toBe(200);
    answers.push(await exchange(session));
    const late = await challenged();
    emulator.clock.advance(180);
    answers.push(await exchange(late));
    emulator.setTenant({ disableSignups: false });
    const signingUp = await challenged({ email: 'eve@example.com', allow_signup: true });
    emulator.setTenant({ disableSignups: true });
    answers.push(await exchange(signingUp));
    expect(answers).toEqual(answers.map(() => ({ status: 400, body: wrong })));
    expect(new Set(answers.map(({ body }) => body.error_description)).size).toBe(1);
  });

  it('dies after three wrong tries', async () => {
    const { challenged, exchange } = setUp();
    const session = await challenged();
    const otp = otherThan(session.otp);
    await exchange({ ...session, otp });
    await exchange({ ...session, otp });
    await exchange({ ...session, otp });
    expect((await exchange(session)).status).toBe(400);
  });

  it('needs the code', async () => {
    const { challenged, exchange } = setUp();
    const { body } = await exchange({ ...(await challenged()), otp: undefined });
    expect(body).toMatchObject({
      error: 'invalid_request',
      error_description: 'Missing required parameter: otp',
    });
  });

  it('refuses a user who was blocked since: 403 access_denied', async () => {
    const { emulator, challenged, exchange } = setUp();
    const session = await challenged();
    emulator.setUser('ada@example.com', { blocked: true });
    const { status, body } = await exchange(session);
    expect([status, body.error]).toEqual([403, 'access_denied']);
  });

  it('words the requirements of MFA its own way', async () => {
    const { emulator, challenged, exchange } = setUp();
    emulator.setUser('ada@example.com', { mfa: true });
    const { status, body } = await exchange(await challenged());
    expect([status, body]).toEqual([
      403,
      {
        error: 'mfa_required',
        error_description: 'Multifactor authentication required',
        mfa_token: expect.stringMatching(/^Fe26/),
        mfa_requirements: { challenge_types: ['otp', 'oob'] },
      },
    ]);
  });
});

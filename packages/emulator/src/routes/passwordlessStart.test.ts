import { describe, expect, it } from 'vitest';
import { createEmulator } from '../createEmulator.ts';
import { ada, callerOf, phone } from '../testing/caller.ts';

const secret = 'web-secret-for-local-development-only';

const deliver = () => Promise.reject(new Error('Not a phone number. (Code: 21211)'));

function setUp(options?: Parameters<typeof createEmulator>[0]) {
  const emulator = createEmulator(options);
  return { emulator, ...callerOf(emulator) };
}

describe('POST /passwordless/start', () => {
  it('sends an e-mail with a code of six digits', async () => {
    const { emulator, start } = setUp({ now: () => 1_700_000_000_000 });
    const answer = await start();

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.body).toEqual({
      _id: expect.stringMatching(/^[0-9a-f]{24}$/),
      email: 'ada@example.com',
      email_verified: false,
    });
    const [message] = emulator.outbox.messages();
    expect(message).toMatchObject({
      to: 'ada@example.com',
      connection: 'email',
      send: 'code',
      code: expect.stringMatching(/^\d{6}$/),
      sentAt: 1_700_000_000_000,
    });
    expect(message?.subject).toContain(message?.code);
    expect(message?.text).toContain(message?.code);
    expect(message?.html).toContain(message?.code);
    expect(message?.link).toBeUndefined();
  });

  it('sends an SMS whose last line binds the code to the asking site', async () => {
    const { emulator, start } = setUp({ origin: 'http://localhost:5173' });
    const answer = await start({ ...phone, email: undefined });

    expect(answer.body).toEqual({
      _id: expect.any(String),
      phone_number: '+14155550100',
      phone_verified: false,
      request_language: null,
    });
    const [message] = emulator.outbox.messages();
    expect(message).toMatchObject({ to: '+14155550100', connection: 'sms', send: 'code' });
    expect(message?.text.split('\n').slice(1)).toEqual(['', `@localhost #${message?.code}`]);
    expect(message?.subject).toBeUndefined();
  });

  it('binds an SMS to the first site of the application when no page asks', async () => {
    const { emulator, start } = setUp({
      applications: [
        {
          clientId: 'shop',
          name: 'Shop',
          type: 'native',
          grantTypes: [],
          callbacks: [],
          allowedOrigins: ['https://*.shop.example', 'https://www.shop.example:8443'],
        },
      ],
    });
    await start({ ...phone, client_id: 'shop', email: undefined });
    expect(emulator.outbox.messages()[0]?.text).toMatch(/\n@www\.shop\.example #\d{6}$/);
  });

  it('stores an e-mail address in lower case', async () => {
    const { emulator, start } = setUp();
    const { body } = await start({ email: 'Ada.Lovelace+1@Example.COM' });
    expect(body.email).toBe('ada.lovelace+1@example.com');
    expect(emulator.outbox.messages()[0]?.to).toBe('ada.lovelace+1@example.com');
  });

  it('answers known and unknown people alike', async () => {
    const { start, login } = setUp();
    await login();
    const known = await start();
    const unknown = await start({ email: 'new@example.com' });
    expect({ ...known.body, _id: '', email: '' }).toEqual({ ...unknown.body, _id: '', email: '' });
  });

  it.each([{ send: undefined }, { send: null }, { send: 'link' }])(
    'sends a link for %o',
    async (fields) => {
      const { emulator, start } = setUp();
      await start({
        ...fields,
        authParams: {
          scope: 'openid',
          state: 's t',
          nonce: 'n',
          response_type: 'code',
          redirect_uri: 'http://localhost:5173/callback',
          unknown: 'is tolerated',
        },
      });
      const [message] = emulator.outbox.messages();
      expect(message).toMatchObject({ send: 'link', link: expect.any(String) });
      expect(message?.code).toBeUndefined();
      const link = new URL(message?.link ?? '');
      expect(link.origin + link.pathname).toBe(
        'http://localhost:4400/passwordless/verify_redirect',
      );
      expect(Object.fromEntries(link.searchParams)).toEqual({
        client_id: 'native',
        connection: 'email',
        email: 'ada@example.com',
        verification_code: expect.stringMatching(/^\d{6}$/),
        response_type: 'code',
        redirect_uri: 'http://localhost:5173/callback',
        scope: 'openid',
        state: 's t',
        nonce: 'n',
      });
    },
  );

  it('leads a link to the first callback when authParams name none', async () => {
    const { emulator, start } = setUp();
    await start({ send: 'link' });
    const link = new URL(emulator.outbox.messages()[0]?.link ?? '');
    expect(link.searchParams.get('redirect_uri')).toBe('http://localhost:5173/');
    expect(link.searchParams.get('response_type')).toBe('token');
  });

  it('notes the x-request-language of the request', async () => {
    const { emulator, start } = setUp();
    await start({}, { 'x-request-language': 'fr-CA' });
    const { body } = await start({ ...phone, email: undefined }, { 'x-request-language': 'fr-CA' });
    expect(emulator.outbox.messages().map(({ language }) => language)).toEqual(['fr-CA', 'fr-CA']);
    expect(body.request_language).toBe('fr-CA');
  });

  it('makes codes as long as the connection says, leading zeros kept', async () => {
    const { start, codeFor } = setUp({ codeLength: 40 });
    await start();
    expect(codeFor('ada@example.com')).toMatch(/^\d{40}$/);
  });

  it.each([3, 41, 6.5])('cannot be set to codes of %d digits', (codeLength) => {
    expect(() => createEmulator({ codeLength })).toThrow(RangeError);
  });

  it('cannot be set to codes that live less than a minute', () => {
    expect(() => createEmulator({ codeLifetimeSeconds: 59 })).toThrow(RangeError);
  });

  it.each([
    [{ client_id: undefined }, 'bad.client_id', 'Missing required property: client_id'],
    [{ client_id: 'nobody' }, 'server_error', 'error resolving client'],
    [{ connection: undefined }, 'bad.connection', 'Missing required property: connection'],
    [{ connection: 'google-oauth2' }, 'bad.connection', 'Connection does not exist'],
    [{ email: 'food' }, 'bad.email', 'error in email - email format validation failed: food'],
    [
      { email: 'eve,ada@example.com' },
      'bad.email',
      'error in email - email format validation failed: eve,ada@example.com',
    ],
    [{ email: undefined }, 'bad.email', 'Missing required property: email'],
    [
      { connection: 'sms', email: undefined },
      'bad.phone_number',
      'Missing required property: phone_number',
    ],
    [
      { connection: 'sms', email: undefined, phone_number: '0123' },
      'bad.phone_number',
      'String does not match pattern: ^\\+[0-9]{1,15}$',
    ],
    [
      { authParams: 'scope' },
      'bad.authParams',
      'error in authParams - invalid type: string (expected object)',
    ],
    [
      { authParams: ['scope'] },
      'bad.authParams',
      'error in authParams - invalid type: array (expected object)',
    ],
    [{ send: 'pigeon' }, 'bad.send', expect.any(String)],
    [{ type: 'x' }, 'bad.request', 'the following properties are not allowed: type'],
  ])('refuses %o with 400 %s', async (fields, error, description) => {
    const { emulator, start } = setUp();
    const { status, body } = await start(fields);
    expect([status, body]).toEqual([400, { error, error_description: description }]);
    expect(emulator.outbox.messages()).toEqual([]);
  });

  it('refuses a connection that is off for the application', async () => {
    const { start } = setUp({
      applications: [
        {
          clientId: 'shop',
          name: 'Shop',
          type: 'native',
          grantTypes: [],
          callbacks: [],
          allowedOrigins: [],
          connections: ['sms'],
        },
      ],
    });
    const { status, body } = await start({ client_id: 'shop' });
    expect([status, body]).toEqual([
      400,
      { error: 'bad.connection', error_description: 'Connection is disabled' },
    ]);
  });

  it('refuses strangers when sign-ups are disabled, and only them', async () => {
    const { start } = setUp({ disableSignups: true, users: [{ email: 'Ada@example.com' }] });
    const stranger = await start({ email: 'new@example.com' });
    expect(stranger.status).toBe(400);
    expect(stranger.body).toEqual({
      error: 'bad.connection',
      error_description: 'Public signup is disabled',
    });
    expect((await start()).status).toBe(200);
  });

  it.each([
    ['a form', 'application/x-www-form-urlencoded', new URLSearchParams(ada).toString()],
    ['broken JSON', 'application/json', '{"client_id":'],
    ['a JSON array', 'application/json', '[]'],
  ])('refuses %s', async (_what, type, body) => {
    const { emulator } = setUp();
    const response = await emulator.fetch('http://localhost:4400/passwordless/start', {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    expect(response.status).toBe(400);
    expect(emulator.outbox.messages()).toEqual([]);
  });

  describe('from a confidential application', () => {
    it('answers 403 without the secret', async () => {
      const { start } = setUp();
      const { status, body } = await start({ client_id: 'web' });
      expect([status, body]).toEqual([
        403,
        { error: 'unauthorized_client', error_description: 'Client authentication is required' },
      ]);
    });

    it('answers 401 with a wrong secret', async () => {
      const { start } = setUp();
      const { status, body } = await start({ client_id: 'web', client_secret: 'guess' });
      expect([status, body.error]).toEqual([401, 'invalid_client']);
    });

    it('sends a code with the secret in the body or in the header', async () => {
      const { start } = setUp();
      expect((await start({ client_id: 'web', client_secret: secret })).status).toBe(200);
      const basic = { authorization: `Basic ${btoa(`web:${secret}`)}` };
      expect((await start({ client_id: undefined }, basic)).status).toBe(200);
    });

    it('refuses two client ids that differ', async () => {
      const { start } = setUp();
      const { status, body } = await start({}, { authorization: `Basic ${btoa(`web:${secret}`)}` });
      expect([status, body]).toEqual([
        400,
        {
          error: 'invalid_request',
          error_description:
            'The client_id in the authentication header does not match the client_id in the payload',
        },
      ]);
    });

    it('checks auth0-forwarded-for', async () => {
      const { start } = setUp();
      const withIp = (ip: string) =>
        start({ client_id: 'web', client_secret: secret }, { 'auth0-forwarded-for': ip });
      const { status, body } = await withIp('somewhere');
      expect([status, body]).toEqual([
        400,
        {
          error: 'invalid_request',
          error_description: 'Expected `auth0-forwarded-for` header to be a valid IP address.',
        },
      ]);
      expect((await withIp('203.0.113.7')).status).toBe(200);
      expect((await withIp('2001:db8::1')).status).toBe(200);
    });
  });

  describe('rate limit', () => {
    it('allows fifty starts at once, and one more every 72 seconds', async () => {
      const { emulator, start } = setUp({ now: () => 1_700_000_000_000 });
      const first = await start();
      expect(first.headers.get('x-ratelimit-limit')).toBe('50');
      expect(first.headers.get('x-ratelimit-remaining')).toBe('49');
      expect(first.headers.get('x-ratelimit-reset')).toBe('1700000072');

      const others = await Promise.all(Array.from({ length: 49 }, () => start()));
      expect(others.map(({ status }) => status)).toEqual(others.map(() => 200));

      const refused = await start();
      expect(refused.status).toBe(429);
      expect(refused.body).toEqual({
        error: 'too_many_requests',
        error_description: 'Rate limit exceeded. Please retry after some time.',
      });
      expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
      expect(refused.headers.get('x-ratelimit-reset')).toBe('1700003600');
      expect(emulator.outbox.messages()).toHaveLength(50);

      emulator.clock.advance(72);
      expect((await start()).status).toBe(200);
      expect((await start()).status).toBe(429);
    });

    it('counts each address by itself', async () => {
      const { emulator } = setUp();
      const startFrom = async (ip: string) => {
        const request = new Request('http://localhost:4400/passwordless/start', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(ada),
        });
        return (await emulator.handle(request, { ip })).headers.get('x-ratelimit-remaining');
      };
      expect(await startFrom('203.0.113.1')).toBe('49');
      expect(await startFrom('203.0.113.1')).toBe('48');
      expect(await startFrom('203.0.113.2')).toBe('49');
    });

    it('does not count calls with a client secret', async () => {
      const { start } = setUp();
      const answer = await start({ client_id: 'web', client_secret: secret });
      expect(answer.headers.get('x-ratelimit-limit')).toBeNull();
      expect((await start()).headers.get('x-ratelimit-remaining')).toBe('49');
    });

    it('counts refused calls', async () => {
      const { start } = setUp();
      const refused = await start({ email: 'food' });
      expect(refused.headers.get('x-ratelimit-remaining')).toBe('49');
      expect((await start()).headers.get('x-ratelimit-remaining')).toBe('48');
    });
  });

  describe('when the message cannot be delivered', () => {
    it("answers an SMS provider's words", async () => {
      const { emulator, start } = setUp({ deliver });
      const { status, body } = await start({ ...phone, email: undefined });
      expect([status, body]).toEqual([
        400,
        {
          error: 'sms_provider_error',
          error_description: 'Not a phone number. (Code: 21211)',
        },
      ]);
      expect(emulator.outbox.messages()).toEqual([]);
    });

    it('answers a server error for e-mail', async () => {
      const { start } = setUp({ deliver });
      const { status, body } = await start();
      expect([status, body.error]).toEqual([500, 'server_error']);
    });
  });
});

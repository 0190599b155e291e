import { describe, expect, it } from 'vitest';
import { createEmulator } from './createEmulator.ts';
import { documentedErrors, isDocumentedErrorName } from './documentedErrors.ts';
import { callerOf, otherThan, otpGrant, phone } from './testing/caller.ts';

/*
 * Every body that Auth0's documentation, or a user of it, quotes word for word for these endpoints, and what brings it about
 * here. Written down once more on purpose: a change of a constant has to be made in two places.
 */

type Caller = ReturnType<typeof setUp>;
type Outcome = ReturnType<ReturnType<typeof callerOf>['post']>;
type Row = [
  status: number,
  error: string,
  description: string | undefined,
  by: (c: Caller) => Outcome,
];

const secret = 'web-secret-for-local-development-only';
const web = { client_id: 'web', client_secret: secret };
const sms = { ...phone, email: undefined };

function setUp() {
  const emulator = createEmulator();
  emulator.setApplication('spa', { crossOriginLogin: true });
  return { emulator, ...callerOf(emulator) };
}

const ordered =
  (path: string, error: keyof typeof documentedErrors) =>
  ({ emulator, post }: Caller) => {
    emulator.failNext({ path, error });
    return post(path, {});
  };
const atStart = (error: keyof typeof documentedErrors) => ordered('/passwordless/start', error);

/** The code of a start, whatever was changed afterwards. */
async function exchanged(
  { start, token, codeFor }: Caller,
  change: (otp: string) => object | Promise<object> = (otp) => ({ otp }),
) {
  await start();
  return token(await change(codeFor('ada@example.com')));
}

const startRows: Row[] = [
  [
    400,
    'bad.tenant',
    'error in tenant - tenant validation failed: invalid_tenant',
    atStart('invalidTenant'),
  ],
  [
    400,
    'bad.tenant',
    'error in tenant - could not find tenant in params',
    atStart('missingTenant'),
  ],
  [
    400,
    'bad.client_id',
    'Missing required property: client_id',
    ({ start }) => start({ client_id: undefined }),
  ],
  [
    400,
    'bad.connection',
    'Missing required property: connection',
    ({ start }) => start({ connection: undefined }),
  ],
  [400, 'bad.connection', 'Connection does not exist', ({ start }) => start({ connection: 'fax' })],
  [
    400,
    'bad.connection',
    'Connection is disabled',
    ({ emulator, start }) => {
      emulator.setTenant({ disabledConnections: ['email'] });
      return start();
    },
  ],
  [
    400,
    'bad.connection',
    'Invalid connection strategy. It must either be a passwordless connection',
    atStart('connectionStrategy'),
  ],
  [
    400,
    'bad.connection',
    'Public signup is disabled',
    ({ emulator, start }) => {
      emulator.setTenant({ disableSignups: true });
      return start();
    },
  ],
  [400, 'bad.connection', 'Unknown error', atStart('connectionUnknownError')],
  [
    400,
    'bad.email',
    'error in email - email format validation failed: food',
    ({ start }) => start({ email: 'food' }),
  ],
  [
    400,
    'bad.phone_number',
    'Missing required property: phone_number',
    ({ start }) => start({ connection: 'sms', email: undefined }),
  ],
  [
    400,
    'bad.phone_number',
    'String does not match pattern: ^\\+[0-9]{1,15}$',
    ({ start }) => start({ ...sms, phone_number: '1' }),
  ],
  [
    400,
    'bad.authParams',
    'error in authParams - invalid type: string (expected object)',
    ({ start }) => start({ authParams: 'x' }),
  ],
  [
    400,
    'bad.request',
    'the following properties are not allowed: type',
    ({ start }) => start({ type: 'code' }),
  ],
  [
    400,
    'sms_provider_error',
    "The 'To' number +14155550100 is not a valid phone number. (Code: 21211)",
    ({ emulator, start }) => {
      emulator.setTenant({ smsFailure: 'invalidNumber' });
      return start(sms);
    },
  ],
  [
    400,
    'invalid_request',
    'Expected `auth0-forwarded-for` header to be a valid IP address.',
    ({ start }) => start(web, { 'auth0-forwarded-for': 'me' }),
  ],
  [
    400,
    'invalid_request',
    'The client_id in the authentication header does not match the client_id in the payload',
    ({ start }) => start({}, { authorization: `Basic ${btoa(`web:${secret}`)}` }),
  ],
  [400, 'server_error', 'error resolving client', ({ start }) => start({ client_id: 'nobody' })],
  [
    401,
    'server_error',
    'user is blocked',
    ({ emulator, start }) => {
      emulator.setTenant({ tellsBlockedUsers: true });
      emulator.setUser('ada@example.com', { blocked: true });
      return start();
    },
  ],
  [
    403,
    'unauthorized_client',
    'Client authentication is required',
    ({ start }) => start({ client_id: 'web' }),
  ],
  [
    429,
    'too_many_requests',
    'Rate limit exceeded. Please retry after some time.',
    async ({ start }) => {
      await Promise.all(Array.from({ length: 50 }, () => start()));
      return start();
    },
  ],
  [429, 'too_many_requests', 'Rate limit exceeded.', atStart('customRateLimit')],
  [
    429,
    'too_many_requests',
    'Too many requests. Check the X-RateLimit-Limit, X-RateLimit-Remaining and X-RateLimit-Reset headers.',
    atStart('tooManyRequestsByHeaders'),
  ],
  [500, 'server_error', 'IdP Error', atStart('idpError')],
  [503, 'temporarily_unavailable', undefined, atStart('temporarilyUnavailable')],
];

const blocked =
  "Your account has been blocked after multiple consecutive login attempts. We've sent you an email with instructions on how to unblock it.";

const tokenRows: Row[] = [
  [
    403,
    'invalid_grant',
    'Wrong email or verification code.',
    (c) => exchanged(c, (otp) => ({ otp: otherThan(otp) })),
  ],
  [
    403,
    'invalid_grant',
    'Wrong phone number or verification code.',
    ({ token }) => token({ realm: 'sms', username: '+14155550100', otp: '1' }),
  ],
  [
    403,
    'invalid_grant',
    'The verification code has expired. Please try to login again.',
    (c) =>
      exchanged(c, (otp) => {
        c.emulator.clock.advance(180);
        return { otp };
      }),
  ],
  [
    403,
    'invalid_grant',
    "You've reached the maximum number of attempts. Please try to login again.",
    (c) =>
      exchanged(c, async (otp) => {
        await Promise.all([1, 2, 3].map(() => c.token({ otp: otherThan(otp) })));
        return { otp };
      }),
  ],
  [
    403,
    'unauthorized_client',
    `Grant type '${otpGrant}' not allowed for the client.`,
    ({ token }) => token({ client_id: 'spa', otp: '1' }),
  ],
  [
    403,
    'mfa_required',
    'Multifactor authentication required',
    (c) => {
      c.emulator.setUser('ada@example.com', { mfa: true });
      return exchanged(c);
    },
  ],
  [
    403,
    'access_denied',
    'user is blocked',
    (c) =>
      exchanged(c, (otp) => {
        c.emulator.setUser('ada@example.com', { blocked: true });
        return { otp };
      }),
  ],
  [
    401,
    'unauthorized',
    'user is blocked',
    (c) =>
      exchanged(c, (otp) => {
        c.emulator.setTenant({ tellsBlockedUsers: true });
        c.emulator.setUser('ada@example.com', { blocked: true });
        return { otp };
      }),
  ],
  [429, 'too_many_attempts', blocked, ordered('/oauth/token', 'accountUnderAttack')],
  [400, 'invalid_request', 'Missing required parameter: otp', ({ token }) => token()],
  [
    400,
    'unsupported_grant_type',
    'Grant type not supported',
    ({ token }) => token({ grant_type: 'x' }),
  ],
  [400, 'invalid_scope', undefined, ordered('/oauth/token', 'invalidScope')],
  [
    401,
    'invalid_client',
    'Client authentication failed',
    ({ token }) => token({ client_id: 'web' }),
  ],
  [
    403,
    'invalid_grant',
    'Unknown or invalid refresh token.',
    ({ token }) => token({ grant_type: 'refresh_token', refresh_token: 'v1.x' }),
  ],
  [
    403,
    'invalid_grant',
    "The refresh_token was generated for a user who doesn't exist anymore.",
    async ({ emulator, login, token }) => {
      const { body } = await login({ scope: 'offline_access' });
      emulator.removeUser('ada@example.com');
      return token({ grant_type: 'refresh_token', refresh_token: body.refresh_token });
    },
  ],
  [
    403,
    'invalid_grant',
    'Invalid authorization code',
    ({ token }) => token({ grant_type: 'authorization_code', code: 'x' }),
  ],
];

const crossOrigin = ({ post }: Caller, fields: object = {}) =>
  post('/co/authenticate', {
    client_id: 'spa',
    username: 'ada@example.com',
    otp: '1',
    realm: 'email',
    credential_type: otpGrant,
    ...fields,
  });

const crossOriginRows: Row[] = [
  [
    400,
    'invalid_request',
    'Invalid request body. All and only of client_id, credential_type, username, otp, realm are required.',
    (c) => crossOrigin(c, { scope: 'openid' }),
  ],
  [
    400,
    'unsupported_credential_type',
    'Unknown credential type parameter.',
    (c) => crossOrigin(c, { credential_type: 'x' }),
  ],
  [
    400,
    'invalid_request',
    'Unknown realm non-existent-connection.',
    (c) => crossOrigin(c, { realm: 'non-existent-connection' }),
  ],
  [
    401,
    'unauthorized_client',
    'Cross origin login not allowed.',
    (c) => crossOrigin(c, { client_id: 'native' }),
  ],
  [401, 'password_leaked', undefined, ordered('/co/authenticate', 'passwordLeaked')],
  [403, 'access_denied', 'Wrong email or password.', ordered('/co/authenticate', 'wrongPassword')],
  [
    403,
    'access_denied',
    'Authentication error',
    ordered('/co/authenticate', 'authenticationError'),
  ],
  [
    403,
    'blocked_user',
    'Blocked user',
    (c) => {
      c.emulator.setUser('ada@example.com', { blocked: true });
      return crossOrigin(c);
    },
  ],
  [429, 'too_many_attempts', blocked, ordered('/co/authenticate', 'accountUnderAttack')],
];

describe.each([
  ['POST /passwordless/start', startRows],
  ['POST /oauth/token', tokenRows],
  ['POST /co/authenticate', crossOriginRows],
])('%s', (_endpoint, rows) => {
  it.each(rows)('can answer %d %s: %s', async (status, error, description, by) => {
    const answer = await by(setUp());
    expect(answer.status).toBe(status);
    expect(answer.body.error).toBe(error);
    expect(answer.body.error_description).toBe(description);
  });
});

describe('documented errors', () => {
  it('can all be ordered by name', async () => {
    for (const name of Object.keys(documentedErrors).filter(isDocumentedErrorName)) {
      const { emulator, get } = setUp();
      emulator.failNext({ path: '/userinfo', error: name });
      // oxlint-disable-next-line no-await-in-loop
      const { status, body } = await get('/userinfo');
      const { error, description } = documentedErrors[name];
      expect([status, body.error]).toEqual([documentedErrors[name].status, error]);
      expect(body.error_description).toBe(description);
    }
  });
});

import { isMfaRequiredError } from '@auth0/auth0-auth-js';
import { describe, expect, it } from 'vitest';
import { createAuthClient } from './auth0AuthJs.ts';
import { callback } from './sdk.ts';
import { setUpSdks } from './setUpSdks.ts';

const tenant = setUpSdks();
const connection = 'Username-Password-Authentication';

describe('challenges for users of a database', () => {
  it.each([
    ['e-mail', { email: 'ada@example.com' }],
    ['phone', { phoneNumber: '+14155550100' }],
  ])('a code by %s signs a newcomer up', async (_by, to) => {
    const sdk = createAuthClient(tenant.issuer);
    const options = { connection, allowSignup: true };
    const { authSession } =
      'email' in to
        ? await sdk.passwordless.challengeWithEmail({ ...to, ...options })
        : await sdk.passwordless.challengeWithPhoneNumber({ ...to, ...options });
    const otp = tenant.codeFor(Object.values(to).join(''));
    const { claims, refreshToken } = await sdk.passwordless.getTokenByPasswordlessDbConnection({
      authSession,
      otp,
      scope: 'openid offline_access',
    });
    expect(claims?.sub).toMatch(/^auth0\|/);
    const next = await sdk.getTokenByRefreshToken({ refreshToken: refreshToken ?? '' });
    expect(next.claims?.sub).toBe(claims?.sub);
  });

  it('nobody is signed up without being asked to, and the answer is the same', async () => {
    const sdk = createAuthClient(tenant.issuer);
    const challenge = { email: 'nobody@example.com', connection };
    expect(await sdk.passwordless.challengeWithEmail(challenge)).toEqual({
      authSession: expect.any(String),
    });
    expect(tenant.emulator.outbox.messages()).toEqual([]);
  });

  it('an unknown connection is refused', async () => {
    const sdk = createAuthClient(tenant.issuer);
    const challenge = { email: 'ada@example.com', connection: 'nowhere' };
    await expect(sdk.passwordless.challengeWithEmail(challenge)).rejects.toMatchObject({
      name: 'PasswordlessChallengeError',
      statusCode: 400,
    });
  });
});

describe('links', () => {
  async function openLink() {
    const sdk = createAuthClient(tenant.issuer);
    await sdk.passwordless.sendEmail({
      email: 'ada@example.com',
      send: 'link',
      authParams: {
        redirect_uri: callback,
        response_type: 'code',
        scope: 'openid email',
        state: 'of this start',
      },
    });
    const [message] = tenant.emulator.outbox.messages({ to: 'ada@example.com' });
    return { sdk, returned: await tenant.visit(new URL(message?.link ?? '')) };
  }

  it('a link brings a code for tokens back', async () => {
    const { sdk, returned } = await openLink();
    const exchange = () =>
      sdk.getTokenByMagicLinkCode(returned, { expectedState: 'of this start' });
    expect((await exchange()).claims).toMatchObject({ email: 'ada@example.com' });
    await expect(exchange()).rejects.toMatchObject({ cause: { error: 'invalid_grant' } });
  });

  it('the state of another start is noticed', async () => {
    const { sdk, returned } = await openLink();
    const exchange = sdk.getTokenByMagicLinkCode(returned, { expectedState: 'of another' });
    await expect(exchange).rejects.toThrow('invalid response encountered');
  });
});

describe('multi-factor authentication', () => {
  it('goes on with the token that came with the refusal', async () => {
    const sdk = createAuthClient(tenant.issuer);
    const email = 'ada@example.com';
    tenant.emulator.setUser(email, { mfa: true, mfaCode: '246810' });
    await sdk.passwordless.sendEmail({ email });
    const login = { email, code: tenant.codeFor(email), scope: 'openid' };
    const refusal: unknown = await sdk
      .getTokenByPasswordlessEmail(login)
      .catch((failure: unknown) => failure);
    if (!isMfaRequiredError(refusal)) throw refusal;
    const { mfa_token: mfaToken } = refusal.cause;
    const { claims } = await sdk.mfa.verify({ mfaToken, factorType: 'otp', otp: '246810' });
    expect(claims?.sub).toMatch(/^email\|/);
  });
});

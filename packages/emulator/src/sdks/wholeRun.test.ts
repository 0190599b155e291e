import { createRemoteJWKSet, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { sdkNames, sdks, setUpSdks } from './setUpSdks.ts';
import { client, type Access, type Address } from './sdk.ts';

const api = 'https://api.example.com/';
const tenant = setUpSdks();

const people: [string, Address, Access, string][] = [
  [
    'an e-mail address, for an API',
    { email: 'ada@example.com' },
    { scope: 'openid profile email offline_access', audience: api },
    'email|',
  ],
  [
    'a phone number',
    { phoneNumber: '+14155550100' },
    { scope: 'openid profile phone offline_access' },
    'sms|',
  ],
];

describe.each(sdkNames)('%s', (name) => {
  it.each(people)('runs a whole login with %s', async (_title, to, access, subject) => {
    const sdk = await sdks[name](tenant.issuer);
    await tenant.sendCode(sdk, to);
    const code = tenant.codeFor(Object.values(to).join(''));
    const tokens = await sdk.logIn(to, code, access);

    const published = createRemoteJWKSet(new URL('.well-known/jwks.json', tenant.issuer));
    const { payload } = await jwtVerify(tokens.idToken ?? '', published, {
      issuer: tenant.issuer,
      audience: client.clientId,
    });
    expect(payload.sub).toContain(subject);
    const user = await sdk.userInfo(tokens);
    expect(user).toMatchObject({ sub: payload.sub });

    const next = await sdk.refresh(tokens);
    expect(next.refreshToken).not.toBe(tokens.refreshToken);
    expect(await sdk.userInfo(next)).toEqual(user);
    await sdk.revoke(next);
    await expect(sdk.refresh(next)).rejects.toMatchObject(sdk.refusal('invalid_grant'));
  });

  it('runs a whole login by redirect', async () => {
    const sdk = await sdks[name](tenant.issuer);
    const visit = await tenant.visitAs('ada@example.com');
    const tokens = await sdk.logInByRedirect(visit, { scope: 'openid email offline_access' });
    expect(await sdk.userInfo(tokens)).toMatchObject({ email: 'ada@example.com' });
    const next = await sdk.refresh(tokens);
    await sdk.revoke(next);
    await expect(sdk.refresh(next)).rejects.toMatchObject(sdk.refusal('invalid_grant'));
  });

  it('repeats a refresh whose answer was lost, within the leeway', async () => {
    tenant.emulator.setApplication(client.clientId, { refreshTokenLeewaySeconds: 10 });
    const sdk = await sdks[name](tenant.issuer);
    const to = { email: 'ada@example.com' };
    await tenant.sendCode(sdk, to);
    const access = { scope: 'openid offline_access' };
    const tokens = await sdk.logIn(to, tenant.codeFor(to.email), access);
    tenant.emulator.failNext({ path: '/oauth/token', answerLost: true });
    await expect(sdk.refresh(tokens)).rejects.toThrow(Error);
    expect(await sdk.refresh(await sdk.refresh(tokens))).toMatchObject({
      refreshToken: expect.any(String),
    });
  });

  it('tells a wrong code', async () => {
    const sdk = await sdks[name](tenant.issuer);
    const to = { email: 'ada@example.com' };
    await tenant.sendCode(sdk, to);
    const login = sdk.logIn(to, 'no code', { scope: 'openid' });
    await expect(login).rejects.toMatchObject(sdk.refusal('invalid_grant'));
  });
});

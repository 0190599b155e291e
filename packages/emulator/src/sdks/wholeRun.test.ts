import { createRemoteJWKSet, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { client, type Access, type Address } from './sdk.ts';
import { sdkNames, sdks, setUpSdks, type SdkName } from './setUpSdks.ts';

const tenant = setUpSdks();
const ada = { email: 'ada@example.com' };

const people: [string, Address, Access, string][] = [
  [
    'an e-mail address, for an API',
    ada,
    {
      scope: 'openid profile email offline_access',
      audience: 'https://api.example.com/',
    },
    'email|',
  ],
  [
    'a phone number',
    { phoneNumber: '+14155550100' },
    { scope: 'openid profile phone offline_access' },
    'sms|',
  ],
];

async function logIn(name: SdkName, to: Address, access: Access) {
  const sdk = await sdks[name](tenant.issuer);
  await tenant.sendCode(sdk, to);
  const code = tenant.codeFor('email' in to ? to.email : to.phoneNumber);
  return { sdk, tokens: await sdk.logIn(to, code, access) };
}

describe.each(sdkNames)('%s', (name) => {
  it.each(people)('runs a whole login with %s', async (_title, to, access, subject) => {
    const { sdk, tokens } = await logIn(name, to, access);
    // Not all of these clients verify signatures.
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
    const visit = await tenant.visitAs(ada.email);
    const tokens = await sdk.logInByRedirect(visit, { scope: 'openid email offline_access' });
    expect(await sdk.userInfo(tokens)).toMatchObject(ada);
    const next = await sdk.refresh(tokens);
    await sdk.revoke(next);
    await expect(sdk.refresh(next)).rejects.toMatchObject(sdk.refusal('invalid_grant'));
  });

  it('repeats a refresh whose answer was lost, within the leeway', async () => {
    tenant.emulator.setApplication(client.clientId, { refreshTokenLeewaySeconds: 10 });
    const { sdk, tokens } = await logIn(name, ada, { scope: 'openid offline_access' });
    tenant.emulator.failNext({ path: '/oauth/token', answerLost: true });
    await expect(sdk.refresh(tokens)).rejects.toThrow(Error);
    const next = await sdk.refresh(tokens);
    expect(await sdk.refresh(next)).toMatchObject({ refreshToken: expect.any(String) });
  });

  it('loses the newest refresh token once an older one is used again', async () => {
    const { sdk, tokens } = await logIn(name, ada, { scope: 'openid offline_access' });
    const next = await sdk.refresh(tokens);
    const refusal = sdk.refusal('invalid_grant');
    await expect(sdk.refresh(tokens)).rejects.toMatchObject(refusal);
    await expect(sdk.refresh(next)).rejects.toMatchObject(refusal);
  });

  it('is told about a wrong code', async () => {
    const sdk = await sdks[name](tenant.issuer);
    await tenant.sendCode(sdk, ada);
    const login = sdk.logIn(ada, 'no code', { scope: 'openid' });
    await expect(login).rejects.toMatchObject(sdk.refusal('invalid_grant'));
  });
});

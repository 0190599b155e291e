import { expect, it } from 'vitest';
import { createAuthenticationClient } from './auth0Legacy.ts';
import { callback } from './sdk.ts';
import { setUpSdks } from './setUpSdks.ts';

const tenant = setUpSdks();
const email = 'ada@example.com';

it('sends a link when nothing is said about what to send', async () => {
  const { oauth, passwordless } = createAuthenticationClient(tenant.issuer);
  await passwordless.sendEmail({
    email,
    authParams: { redirect_uri: callback, response_type: 'code', scope: 'openid', nonce: 'n' },
  });
  const [message] = tenant.emulator.outbox.messages({ to: email });
  expect(message?.send).toBe('link');
  const code = (await tenant.visit(new URL(message?.link ?? ''))).searchParams.get('code') ?? '';
  const grant = { code, redirect_uri: callback };
  const { data } = await oauth.authorizationCodeGrant(grant, {
    idTokenValidateOptions: { nonce: 'n' },
  });
  expect(data.id_token).toEqual(expect.any(String));
});

it('logs in with a code as the password in a realm, where an application allows it', async () => {
  tenant.emulator.setApplication('web', { legacyPasswordRealm: true });
  const { oauth, passwordless } = createAuthenticationClient(tenant.issuer);
  await passwordless.sendEmail({ email, send: 'code' });
  const login = { username: email, password: tenant.codeFor(email), realm: 'email' };
  const { data } = await oauth.passwordGrant({ ...login, scope: 'openid' });
  expect(data.id_token).toEqual(expect.any(String));
});

import { createEmulator } from '@auth0-passwordless/emulator';
import { expect, it, vi } from 'vitest';
import { completeRedirect } from '../completeRedirect.ts';
import { memoryStorage } from '../testing/memoryStorage.ts';
import { createCrossOriginClient } from './crossOriginClient.ts';

const email = 'ana@example.com';
const origin = 'http://localhost:5173';

function createWorld({ crossOriginLogin = true } = {}) {
  const redirectUri = `${origin}/callback`;
  const emulator = createEmulator({
    origin,
    applications: [
      {
        clientId: 'spa',
        name: 'SPA',
        type: 'spa',
        grantTypes: ['authorization_code', 'refresh_token'],
        callbacks: [redirectUri],
        allowedOrigins: [origin],
        webOrigins: [origin],
        crossOriginLogin,
      },
    ],
  });
  const { fetch, clock, outbox } = emulator;
  const storage = memoryStorage();
  const navigate = vi.fn<(url: string) => void>();
  const options = {
    domain: 'http://localhost:4400',
    clientId: 'spa',
    storage,
    now: clock.now,
    fetch,
  };
  const client = createCrossOriginClient({ ...options, redirectUri, navigate });
  return {
    emulator,
    client,
    storage,
    navigate,
    code: () => outbox.messages({ to: email })[0]?.code ?? '',
    /** Where Auth0 sends the browser back to. */
    async authorize(url: string): Promise<string> {
      const response = await emulator.handle(new Request(url, { redirect: 'manual' }));
      return response.headers.get('location') ?? `no redirect: ${await response.text()}`;
    },
    complete: (url: string) => completeRedirect({ ...options, url }),
  };
}

it('a Single Page App logs in: a ticket, a redirect with PKCE, and tokens', async () => {
  const { authorize, client, code, complete, navigate } = createWorld();
  await client.start({ connection: 'email', email });
  void client.exchangeCode({ connection: 'email', email, code: code() });
  await expect.poll(() => navigate).toHaveBeenCalledTimes(1);

  const url = new URL(navigate.mock.lastCall?.[0] ?? '');
  expect(url.pathname).toBe('/authorize');
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    realm: 'email',
    scope: 'openid profile email',
  });
  expect(url.href).not.toContain(code());

  const back = await authorize(url.href);
  expect(back).toMatch(/^http:\/\/localhost:5173\/callback\?code=/);
  expect(await complete(back)).toMatchObject({ tokenType: 'Bearer' });
  await expect(complete(back)).rejects.toMatchObject({ code: 'expired_code' });
});

it('a wrong code is one, though Auth0 calls it an access denied', async () => {
  const { client, code, navigate } = createWorld();
  await client.start({ connection: 'email', email });
  const wrong = code() === '000000' ? '111111' : '000000';
  await expect(
    client.exchangeCode({ connection: 'email', email, code: wrong }),
  ).rejects.toMatchObject({ code: 'wrong_code' });
  expect(navigate).not.toHaveBeenCalled();
});

it('names the switch when cross-origin authentication is off', async () => {
  const { client, code } = createWorld({ crossOriginLogin: false });
  await client.start({ connection: 'email', email });
  await expect(
    client.exchangeCode({ connection: 'email', email, code: code() }),
  ).rejects.toMatchObject({
    code: 'misconfigured',
    setupHint: { setting: expect.stringContaining('Cross-Origin Authentication') },
  });
});

it('remembers neither the code nor a ticket', async () => {
  const { client, code, navigate, storage } = createWorld();
  await client.start({ connection: 'email', email });
  void client.exchangeCode({ connection: 'email', email, code: code() });
  await expect.poll(() => navigate).toHaveBeenCalled();
  const stored = JSON.stringify([...storage.entries]);
  expect(stored).not.toContain(code());
  expect(stored).not.toContain(
    new URL(navigate.mock.lastCall?.[0] ?? '').searchParams.get('login_ticket'),
  );
});

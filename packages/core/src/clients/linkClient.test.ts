import { createEmulator } from '@auth0-passwordless/emulator';
import { expect, it } from 'vitest';
import { completeRedirect } from '../completeRedirect.ts';
import { memoryStorage } from '../testing/memoryStorage.ts';
import { createLinkClient } from './linkClient.ts';

const email = 'ana@example.com';
const redirectUri = 'http://localhost:5173/callback';

function createWorld() {
  const emulator = createEmulator();
  const { fetch, clock, outbox } = emulator;
  const storage = memoryStorage();
  const options = {
    domain: 'http://localhost:4400',
    clientId: 'native',
    ...{ fetch, storage, now: clock.now },
  };
  return {
    emulator,
    storage,
    client: createLinkClient({ ...options, redirectUri }),
    /** Opens the newest link and says where it led. */
    async open(): Promise<string> {
      const link = outbox.messages({ to: email })[0]?.link ?? '';
      const response = await emulator.handle(new Request(link, { redirect: 'manual' }));
      return response.headers.get('location') ?? `no redirect: ${await response.text()}`;
    },
    complete: (url: string) => completeRedirect({ ...options, url }),
  };
}

const link = { connection: 'email', email, send: 'link' } as const;

it('a link comes back with tokens, in the browser that asked for it', async () => {
  const { client, complete, open, storage } = createWorld();
  await client.start(link);
  const url = await open();
  expect(url).toMatch(/^http:\/\/localhost:5173\/callback\?code=.+&state=/);
  expect(await complete(url)).toMatchObject({ tokenType: 'Bearer', scope: 'openid profile email' });
  expect(storage.entries.size).toBe(0);
});

it('a second opening of the link says that it is over', async () => {
  const { client, complete, open } = createWorld();
  await client.start(link);
  await complete(await open());
  const again = await open();
  expect(again).toContain('#error=unauthorized');
  await expect(complete(again)).rejects.toMatchObject({ code: 'expired_code' });
});

it('a link that is too old says so', async () => {
  const { client, complete, emulator, open } = createWorld();
  await client.start(link);
  emulator.clock.advance(181);
  await expect(complete(await open())).rejects.toMatchObject({ code: 'expired_code' });
});

it('an address that is no answer is left alone', async () => {
  const { complete } = createWorld();
  expect(await complete('http://localhost:5173/callback?code=abc')).toBeNull();
  expect(await complete('http://localhost:5173/?page=2#top')).toBeNull();
});

it('an answer to a login that this browser did not begin is refused without a request', async () => {
  const { complete, emulator } = createWorld();
  const before = emulator.requests().length;
  const url = `${redirectUri}?code=abc&state=of-somebody-else`;
  await expect(complete(url)).rejects.toMatchObject({ code: 'expired_code' });
  expect(emulator.requests()).toHaveLength(before);
});

it('an ID token with another nonce is refused', async () => {
  const { client, complete, open, storage } = createWorld();
  await client.start(link);
  const url = await open();
  for (const [key, value] of storage.entries)
    storage.entries.set(key, JSON.stringify({ ...JSON.parse(value), nonce: 'another' }));
  await expect(complete(url)).rejects.toMatchObject({
    code: 'unexpected_response',
    message: expect.stringContaining('nonce'),
  });
});

it('nothing that lay in storage stands in for the tenant when an ID token is checked', async () => {
  const { client, complete, emulator, open, storage } = createWorld();
  await client.start(link);
  const url = await open();
  const planted = { origin: 'https://evil.example', clientId: 'evil' };
  for (const [key, value] of storage.entries)
    storage.entries.set(key, JSON.stringify({ ...JSON.parse(value), ...planted }));
  emulator.setTenant({
    tokenFaults: { idToken: { iss: 'https://evil.example/', aud: 'evil', azp: 'evil' } },
  });
  await expect(complete(url)).rejects.toMatchObject({ code: 'unexpected_response' });
});

it('tokens in the fragment come without the ID token that nobody checked', async () => {
  const { client, complete, storage } = createWorld();
  await client.start(link);
  const state = [...storage.entries.keys()][0]?.split('.').at(-1) ?? '';
  const fragment = `#access_token=abc&id_token=x.y.z&expires_in=7200&token_type=Bearer&state=${state}`;
  expect(await complete(redirectUri + fragment)).toMatchObject({
    accessToken: 'abc',
    idToken: undefined,
  });
});

it('a start that failed is not remembered', async () => {
  const { client, emulator, storage } = createWorld();
  emulator.failNext({ path: '/passwordless/start', status: 503 });
  await expect(client.start(link)).rejects.toMatchObject({ code: 'provider_down' });
  expect(storage.entries.size).toBe(0);
});

it('a code works as before, and is not remembered', async () => {
  const { client, emulator, storage } = createWorld();
  await client.start({ connection: 'email', email });
  expect(storage.entries.size).toBe(0);
  const code = emulator.outbox.messages({ to: email })[0]?.code ?? '';
  expect(await client.exchangeCode({ connection: 'email', email, code })).not.toBeNull();
});

import { createEmulator } from '@auth0-passwordless/emulator';
import { expect, it } from 'vitest';
import { createDatabaseClient } from './databaseClient.ts';

const email = 'ana@example.com';
const ana = { connection: 'email', email } as const;

function createWorld(options: { allowSignup?: boolean } = { allowSignup: true }) {
  const emulator = createEmulator();
  const { fetch, clock, outbox } = emulator;
  const client = createDatabaseClient({
    domain: 'http://localhost:4400',
    clientId: 'native',
    connection: 'Username-Password-Authentication',
    ...{ fetch, now: clock.now },
    ...options,
  });
  return { emulator, client, code: () => outbox.messages({ to: email })[0]?.code ?? '' };
}

it('logs in with a challenge and its session', async () => {
  const { client, code, emulator } = createWorld();
  await client.start(ana);
  expect(await client.exchangeCode({ ...ana, code: code() })).toMatchObject({
    tokenType: 'Bearer',
  });
  expect(emulator.requests().map(({ path }) => path)).toEqual(['/otp/challenge', '/oauth/token']);
});

it('a wrong code is one, though Auth0 calls it an invalid request', async () => {
  const { client, code } = createWorld();
  await client.start(ana);
  const wrong = code() === '000000' ? '111111' : '000000';
  await expect(client.exchangeCode({ ...ana, code: wrong })).rejects.toMatchObject({
    code: 'wrong_code',
  });
  expect(await client.exchangeCode({ ...ana, code: code() })).not.toBeNull();
});

it('a code without a challenge of this page asks for a new one, without a request', async () => {
  const { client, emulator } = createWorld();
  await expect(client.exchangeCode({ ...ana, code: '123456' })).rejects.toMatchObject({
    code: 'expired_code',
  });
  expect(emulator.requests()).toEqual([]);
});

it('an unknown connection is named as the problem', async () => {
  const emulator = createEmulator();
  const client = createDatabaseClient({
    domain: 'http://localhost:4400',
    clientId: 'native',
    connection: 'Nothing',
    fetch: emulator.fetch,
  });
  await expect(client.start(ana)).rejects.toMatchObject({
    code: 'misconfigured',
    setupHint: { setting: expect.stringContaining('Passwordless') },
  });
});

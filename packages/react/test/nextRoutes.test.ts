import { expect, it } from 'vitest';
import { clientWorlds } from './clientWorlds.ts';

const email = { connection: 'email', email: 'ana@example.com' } as const;

/** What surrounds `createNextAuth0Client` in the SDK, for a person who has logged in by it. */
async function signedIn() {
  const world = clientWorlds.next();
  await world.client.start(email);
  const code = world.emulator.outbox.messages()[0]?.code ?? '';
  await world.client.exchangeCode({ ...email, code });
  return world;
}

it('a login by code is the session of the SDK: it knows the profile, and ends it', async () => {
  const { browser, emulator, userId } = await signedIn();
  const profile = await browser('/auth/profile');
  expect(await profile.json()).toMatchObject({
    sub: emulator.users()[0]?.id,
    email: 'ana@example.com',
  });

  const goodbye = await browser('/auth/logout');
  expect(goodbye.headers.get('location')).toMatch(/^http:\/\/localhost:4400\/oidc\/logout\?/);
  expect(await userId()).toBeUndefined();
  expect((await browser('/auth/profile')).status).toBe(401);
});

it('a link comes back to the SDK, which begins its session', async () => {
  const { browser, client, emulator, userId } = clientWorlds.next();
  emulator.setApplication('web', { callbacks: ['https://app.example.com/auth/callback'] });
  await client.start({ ...email, send: 'link' });
  const link = emulator.outbox.messages()[0]?.link ?? '';
  const back = await emulator.navigate(link);
  await browser(back.headers.get('location') ?? '');
  expect(emulator.users()).toHaveLength(1);
  expect(await userId()).toBe(emulator.users()[0]?.id);
});

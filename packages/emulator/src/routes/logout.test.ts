import { describe, expect, it } from 'vitest';
import { createEmulator } from '../createEmulator.ts';
import { browserOf, callback } from '../testing/browser.ts';
import { callerOf } from '../testing/caller.ts';

const home = 'http://localhost:5173/';

async function setUp(options?: Parameters<typeof createEmulator>[0]) {
  const emulator = createEmulator(options);
  const browser = browserOf(emulator);
  const login_ticket = await browser.ticketFor();
  const { parameters } = await browser.authorize({
    login_ticket,
    response_type: 'id_token',
    scope: 'openid',
    nonce: 'n',
  });
  const isLoggedIn = async () =>
    (await browser.authorize({ prompt: 'none' })).parameters.code !== undefined;
  expect(await isLoggedIn()).toBe(true);
  const leave = (path: string, query: Record<string, string> = {}) =>
    emulator.navigate(`${path}?${new URLSearchParams(query).toString()}`);
  return {
    emulator,
    ...browser,
    ...callerOf(emulator),
    isLoggedIn,
    leave,
    idToken: parameters.id_token ?? '',
  };
}

describe('GET /v2/logout', () => {
  it('ends the session at Auth0 and goes to returnTo', async () => {
    const { leave, isLoggedIn } = await setUp();
    const answer = await leave('/v2/logout', { client_id: 'native', returnTo: `${home}?bye=1` });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `${home}?bye=1`]);
    expect(await isLoggedIn()).toBe(false);
  });

  it('goes to the application’s first Allowed Logout URL when no other is told', async () => {
    const { leave } = await setUp();
    const answer = await leave('/v2/logout', { client_id: 'native' });
    expect(answer.headers.get('location')).toBe('http://localhost:5173');
  });

  it('looks at the tenant’s list without a client', async () => {
    const { emulator, leave } = await setUp();
    expect((await leave('/v2/logout', { returnTo: home })).status).toBe(400);
    expect((await leave('/v2/logout')).status).toBe(200);
    emulator.setTenant({ logoutUrls: [home] });
    expect((await leave('/v2/logout', { returnTo: home })).status).toBe(302);
  });

  it('redirects nowhere else', async () => {
    const { leave } = await setUp();
    const answer = await leave('/v2/logout', {
      client_id: 'native',
      returnTo: 'https://evil.example/',
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
  });

  it('leaves tokens alive', async () => {
    const { leave, login, get } = await setUp();
    const { body } = await login({ scope: 'openid' });
    await leave('/v2/logout', { client_id: 'native' });
    const bearer = { authorization: `Bearer ${String(body.access_token)}` };
    expect((await get('/userinfo', bearer)).status).toBe(200);
  });
});

describe('/oidc/logout', () => {
  it('ends the session that the ID token names, and brings the state back', async () => {
    const { emulator, leave, isLoggedIn, idToken } = await setUp();
    emulator.clock.advance(100_000);
    const answer = await leave('/oidc/logout', {
      id_token_hint: idToken,
      post_logout_redirect_uri: home,
      state: 's1',
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `${home}?state=s1`]);
    expect(await isLoggedIn()).toBe(false);
  });

  it('ends that session from another browser, too', async () => {
    const { emulator, isLoggedIn, idToken } = await setUp();
    const query = new URLSearchParams({ id_token_hint: idToken }).toString();
    await emulator.handle(new Request(`http://localhost:4400/oidc/logout?${query}`));
    expect(await isLoggedIn()).toBe(false);
  });

  it('takes a client instead, and a form', async () => {
    const { emulator, isLoggedIn } = await setUp();
    const fields = { client_id: 'native', post_logout_redirect_uri: home };
    const answer = await emulator.navigate('/oidc/logout', {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    expect(answer.headers.get('location')).toBe(home);
    expect(await isLoggedIn()).toBe(false);
  });

  it.each([
    ['a foreign address', { client_id: 'native', post_logout_redirect_uri: callback }],
    [
      'an ID token of somebody else',
      { client_id: 'native', id_token_hint: 'a.b.c', post_logout_redirect_uri: home },
    ],
  ])('with %s shows a page, and the session stays', async (_what, query) => {
    const { leave, isLoggedIn } = await setUp();
    const answer = await leave('/oidc/logout', query);
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    expect(await isLoggedIn()).toBe(true);
  });

  it('without an address says OK', async () => {
    const { leave } = await setUp();
    expect(await (await leave('/oidc/logout')).text()).toBe('OK');
  });
});

// The handler as a route of somebody else's router.
import { createEmulator } from '@auth0-passwordless/emulator';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { createPasswordlessHandler } from './passwordlessHandler.ts';
import { clientSecret, cookieSecret, email } from './testing/loginServer.ts';

function hono() {
  const emulator = createEmulator();
  const auth = createPasswordlessHandler({
    domain: 'http://localhost:4400',
    clientId: 'web',
    clientSecret,
    cookieSecret,
    basePath: '/api/login',
    fetch: emulator.fetch,
  });
  const app = new Hono()
    .all('/api/login/*', (c) => auth(c.req.raw, { ip: '198.51.100.7' }))
    .get('/', async (c) => {
      const { session, setCookies } = await auth.getSession(c.req.raw);
      for (const cookie of setCookies) c.header('set-cookie', cookie, { append: true });
      return c.json({ email: session?.user.email ?? null });
    });
  const origin = 'https://app.example.com';
  const post = (path: string, body: object) =>
    app.request(`${origin}/api/login/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify(body),
    });
  return { emulator, app, origin, post };
}

describe('a Hono app', () => {
  it('logs in under a base path of its own', async () => {
    const { emulator, app, origin, post } = hono();
    expect((await post('start', email)).status).toBe(204);
    expect(emulator.requests()[0]?.headers['auth0-forwarded-for']).toBe('198.51.100.7');
    const response = await post('exchange', {
      ...email,
      code: emulator.outbox.messages()[0]?.code,
    });
    expect(response.status).toBe(204);
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const page = await app.request(`${origin}/`, { headers: { cookie } });
    expect(await page.json()).toEqual({ email: email.email });
  });

  it('leaves what is not the handler’s to the app, and the rest to the handler', async () => {
    const { app, origin, post } = hono();
    expect(await (await app.request(`${origin}/`)).json()).toEqual({ email: null });
    expect((await post('nowhere', {})).status).toBe(404);
    expect((await app.request(`${origin}/passwordless/session`)).status).toBe(404);
    expect((await app.request(`${origin}/api/login/session`)).status).toBe(200);
  });
});

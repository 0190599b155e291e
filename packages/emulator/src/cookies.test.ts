import { describe, expect, it } from 'vitest';
import { createEmulator } from './createEmulator.ts';
import { browserOf, callback } from './testing/browser.ts';

async function setUp(options?: Parameters<typeof createEmulator>[0]) {
  const emulator = createEmulator(options);
  const login_ticket = await browserOf(emulator).ticketFor();
  const at = (more: Record<string, string>) => {
    const query = { client_id: 'native', response_type: 'code', redirect_uri: callback, ...more };
    return `${emulator.issuer}authorize?${new URLSearchParams(query).toString()}`;
  };
  return { emulator, login: at({ login_ticket }), silent: at({ prompt: 'none' }) };
}

describe('Auth0’s own cookie', () => {
  it('travels in headers', async () => {
    const { emulator, login, silent } = await setUp();
    const answer = await emulator.handle(new Request(login));
    const [line = ''] = answer.headers.getSetCookie();
    expect(line).toMatch(/^auth0=[0-9a-f]{48}; Path=\/; HttpOnly; SameSite=Lax$/);
    const cookie = `other=1; ${line.split(';')[0]}`;
    const back = await emulator.handle(new Request(silent, { headers: { cookie } }));
    expect(back.headers.get('location')).toContain('?code=');
    const stranger = await emulator.handle(new Request(silent));
    expect(stranger.headers.get('location')).toContain('?error=login_required');
  });

  it('comes along from other sites over https only', async () => {
    const { emulator, login } = await setUp({ issuer: 'https://tenant.example/' });
    const answer = await emulator.handle(new Request(login));
    expect(answer.headers.getSetCookie()[0]).toMatch(/SameSite=None; Secure$/);
  });

  it('is taken away by logout', async () => {
    const { emulator } = await setUp();
    const answer = await emulator.handle(new Request('http://localhost:4400/v2/logout'));
    expect(answer.headers.getSetCookie()[0]).toBe(
      'auth0=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
    );
  });

  it('is new with each login', async () => {
    const { emulator, login } = await setUp();
    const headers = { cookie: 'auth0=planted' };
    const answer = await emulator.handle(new Request(login, { headers }));
    expect(answer.headers.getSetCookie()[0]).not.toContain('planted');
  });

  it('stays in the process for fetch and navigate, and out of headers', async () => {
    const { emulator, login, silent } = await setUp();
    const answer = await emulator.navigate(login);
    expect(answer.headers.getSetCookie()).toEqual([]);
    const within = async (credentials: RequestCredentials) => {
      const { headers } = await emulator.fetch(silent, { credentials });
      return headers.get('location');
    };
    expect(await within('include')).toContain('?code=');
    expect(await within('omit')).toContain('?error=login_required');
  });
});

describe('emulator.fetch from a page', () => {
  const body = '{}';
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };

  it('may take cookies to /co/authenticate alone', async () => {
    const emulator = createEmulator({ origin: 'http://localhost:5173' });
    const send = (path: string) =>
      emulator.fetch(new URL(path, emulator.issuer), { ...init, credentials: 'include' });
    expect((await send('/co/authenticate')).status).toBe(400);
    await expect(send('/passwordless/start')).rejects.toThrow(TypeError);
  });

  it('cannot read where a redirect leads', async () => {
    const emulator = createEmulator({ origin: 'http://localhost:5173' });
    await expect(emulator.fetch('http://localhost:4400/authorize')).rejects.toThrow(TypeError);
  });

  it('may use no method that was not allowed', async () => {
    const emulator = createEmulator({ origin: 'http://localhost:5173' });
    const url = 'http://localhost:4400/userinfo';
    await expect(emulator.fetch(url, { method: 'DELETE' })).rejects.toThrow(TypeError);
    expect(emulator.requests().map(({ method }) => method)).toEqual(['OPTIONS']);
  });
});

describe('emulator.navigate', () => {
  it('stays at home', async () => {
    const { navigate } = createEmulator();
    await expect(navigate('https://tenant.auth0.com/authorize')).rejects.toThrow(TypeError);
  });

  it('rejects when the connection breaks', async () => {
    const emulator = createEmulator();
    emulator.failNext({ path: '/authorize', network: true });
    await expect(emulator.navigate('/authorize')).rejects.toThrow(TypeError);
  });

  it('does not go round in circles', async () => {
    const emulator = createEmulator();
    const headers = { location: '/authorize' };
    emulator.failNext({ path: '/authorize', status: 302, headers, times: 50 });
    await expect(emulator.navigate('/authorize')).rejects.toThrow('Too many redirects');
  });
});

// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createEmulator } from './createEmulator.ts';
import { ada, callerOf } from './testing/caller.ts';

const url = 'http://localhost:4400/passwordless/start';
const startInit = (headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ ...ada, send: 'code' }),
});
const methods = (emulator: ReturnType<typeof createEmulator>) =>
  emulator.requests().map(({ method, path }) => `${method} ${path}`);

describe('emulator.fetch', () => {
  it('takes a Request, a URL and a text, on its own or as a method', async () => {
    const emulator = createEmulator();
    const { fetch } = emulator;
    const at = new URL('/userinfo', emulator.issuer);
    const answers = await Promise.all([
      fetch(at),
      emulator.fetch(at.href),
      fetch(new Request(at, { headers: { authorization: 'Bearer x' } })),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
  });

  it('calls from the page’s own origin, which is then allowed', async () => {
    expect(globalThis.location.origin).toBe('http://localhost:3000');
    const emulator = createEmulator();
    expect((await emulator.fetch(url, startInit())).status).toBe(200);
    expect(methods(emulator)).toEqual(['OPTIONS /passwordless/start', 'POST /passwordless/start']);
  });

  it('rejects with a TypeError when the origin is not allowed', async () => {
    const emulator = createEmulator({ origin: 'https://evil.example' });
    await expect(emulator.fetch(url, startInit())).rejects.toThrow(
      new TypeError('Failed to fetch'),
    );
    expect(methods(emulator)).toEqual(['OPTIONS /passwordless/start']);
    expect(emulator.outbox.messages()).toEqual([]);
  });

  it('asks first only when a form could not send the same', async () => {
    const emulator = createEmulator({ origin: 'http://localhost:5173' });
    const body = new URLSearchParams({ grant_type: 'x' });
    await emulator.fetch('http://localhost:4400/oauth/token', { method: 'POST', body });
    await emulator.fetch('http://localhost:4400/userinfo');
    expect(methods(emulator)).toEqual(['POST /oauth/token', 'GET /userinfo']);
    await emulator.fetch('http://localhost:4400/userinfo', {
      headers: { authorization: 'Bearer x' },
    });
    expect(methods(emulator).slice(2)).toEqual(['OPTIONS /userinfo', 'GET /userinfo']);
  });

  it('rejects when a header is not on Auth0’s list', async () => {
    const emulator = createEmulator({ origin: 'http://localhost:5173' });
    await expect(emulator.fetch(url, startInit({ 'x-mine': '1' }))).rejects.toThrow(TypeError);
    const language = startInit({ 'x-request-language': 'fr' });
    expect((await emulator.fetch(url, language)).status).toBe(200);
  });

  it('hides the headers that are not exposed', async () => {
    const origin = 'http://localhost:5173';
    const open = await createEmulator({ origin }).fetch(url, startInit());
    expect(open.headers.get('x-ratelimit-remaining')).toBe('49');
    const shut = await createEmulator({ origin, exposedHeaders: [] }).fetch(url, startInit());
    expect([...shut.headers.keys()]).toEqual(['content-type']);
  });

  it('has no such rules on the emulator’s own origin', async () => {
    const emulator = createEmulator({ origin: 'http://localhost:4400' });
    await emulator.fetch(url, startInit({ 'x-mine': '1' }));
    expect(methods(emulator)).toEqual(['POST /passwordless/start']);
  });

  it('rejects for an address that is not the issuer’s, and names both', async () => {
    await expect(createEmulator().fetch('https://tenant.auth0.com/userinfo')).rejects.toThrow(
      /http:\/\/localhost:4400\/.*https:\/\/tenant\.auth0\.com/,
    );
  });

  it('rejects with a TypeError for a simulated network failure', async () => {
    const emulator = createEmulator();
    emulator.failNext({ path: '/passwordless/start', network: true });
    await expect(emulator.fetch(url, startInit())).rejects.toThrow(
      new TypeError('Failed to fetch'),
    );
    expect(emulator.requests().at(-1)).toMatchObject({ method: 'POST', status: null });
    expect(emulator.outbox.messages()).toEqual([]);
    expect((await emulator.fetch(url, startInit())).status).toBe(200);
  });

  it('rejects with the reason of its signal, and sends nothing when that came first', async () => {
    const emulator = createEmulator();
    const signal = AbortSignal.abort(new Error('changed my mind'));
    await expect(emulator.fetch(url, { ...startInit(), signal })).rejects.toThrow(
      'changed my mind',
    );
    expect(emulator.requests()).toEqual([]);
  });

  it('rejects with an AbortError while an answer is late', async () => {
    const emulator = createEmulator({ sleep: () => new Promise(() => undefined) });
    emulator.failNext({ path: '/passwordless/start', delayMs: 60_000 });
    const controller = new AbortController();
    const late = emulator.fetch(url, { ...startInit(), signal: controller.signal });
    controller.abort();
    await expect(late).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('listens to the signal of a Request', async () => {
    const emulator = createEmulator({ sleep: () => new Promise(() => undefined) });
    emulator.failNext({ path: '/userinfo', delayMs: 60_000 });
    const request = new Request('http://localhost:4400/userinfo');
    const late = emulator.fetch(request, { signal: AbortSignal.timeout(1) });
    await expect(late).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('logs a person in from start to user info', async () => {
    const { login, get } = callerOf(createEmulator());
    const { body } = await login({ scope: 'openid email' });
    const me = await get('/userinfo', { authorization: `Bearer ${String(body.access_token)}` });
    expect(me.body.email).toBe('ada@example.com');
  });
});

import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { listen, type ListenOptions } from './node.ts';
import { browserOf } from './testing/browser.ts';
import { ada, adasTry, phone } from './testing/caller.ts';
import { localhostCertificate } from './testing/localhostCertificate.ts';

const app = 'http://localhost:5173';
/** Before the first emulator listens. */
const globalsBefore = [globalThis.Request, globalThis.Response];
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function setUp(options: ListenOptions = {}) {
  const listening = await listen({ port: 0, ...options });
  closing.push(listening.close);
  const post = (path: string, fields: object, headers: Record<string, string> = {}) =>
    fetch(new URL(path, listening.issuer), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(fields),
    });
  return { ...listening, post };
}

describe('listen', () => {
  it('answers at an issuer with the port it got', async () => {
    const { issuer, url, port, emulator } = await setUp();
    expect(issuer).toBe(`http://localhost:${port}/`);
    expect([url, emulator.issuer]).toEqual([issuer, issuer]);
    const answer = await fetch(`${issuer}.well-known/openid-configuration`);
    expect(await answer.json()).toMatchObject({ issuer });
  });

  it('does not take the issuer from the Host header', async () => {
    const { issuer, port } = await setUp();
    const asked = httpRequest({
      port,
      host: 'localhost',
      path: '/.well-known/openid-configuration',
      headers: { host: 'login.example.com' },
    }).end();
    const [response] = await once(asked, 'response');
    expect(JSON.parse(await text(response))).toMatchObject({ issuer });
  });

  it('logs a person in', async () => {
    const { issuer, emulator, post } = await setUp();
    await post('/passwordless/start', { ...ada, send: 'code' });
    const otp = emulator.outbox.messages({ to: 'ada@example.com' })[0]?.code ?? '';
    const answer = await fetch(`${issuer}oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({ ...adasTry, otp }),
    });
    expect(await answer.json()).toMatchObject({ token_type: 'Bearer' });
  });

  it('serves pages of allowed origins and refuses others', async () => {
    const { issuer, post } = await setUp({ origins: ['http://localhost:3000'] });
    const preflight = await fetch(`${issuer}passwordless/start`, {
      method: 'OPTIONS',
      headers: { origin: app, 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe(app);
    const start = { ...ada, send: 'code' };
    const allowed = await post('/passwordless/start', start, { origin: 'http://localhost:3000' });
    expect(allowed.headers.get('access-control-allow-origin')).toBe('http://localhost:3000');
    const refused = await post('/passwordless/start', start, { origin: 'https://evil.example' });
    expect(refused.status).toBe(403);
    expect(await refused.text()).toBe('Origin https://evil.example is not allowed.');
  });

  it('refuses controls that come under a foreign name', async () => {
    const { port } = await setUp();
    const asked = httpRequest({
      port,
      host: 'localhost',
      path: '/_emulator/messages',
      headers: { host: `evil.example:${port}` },
    }).end();
    const [response] = await once(asked, 'response');
    response.resume();
    expect(response.statusCode).toBe(403);
  });

  it('keeps a browser logged in by its cookie, and sends redirects as they are', async () => {
    const { issuer, emulator } = await setUp();
    const login_ticket = await browserOf(emulator).ticketFor();
    const authorize = (query: Record<string, string>, headers: Record<string, string> = {}) => {
      const all = { client_id: 'native', response_type: 'code', ...query };
      const search = new URLSearchParams(all).toString();
      return fetch(`${issuer}authorize?${search}`, { redirect: 'manual', headers });
    };
    const login = await authorize({ login_ticket });
    expect(login.status).toBe(302);
    expect(login.headers.get('location')).toMatch(/^http:\/\/localhost:5173\/\?code=/);
    const [cookie = ''] = login.headers.getSetCookie();
    expect(cookie).toContain('SameSite=Lax');
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    const silent = await authorize({ prompt: 'none' }, headers);
    expect(silent.headers.get('location')).toContain('?code=');
  });

  it('breaks the connection once the work is done, for an answer that is lost', async () => {
    const { emulator, post } = await setUp();
    await post('/_emulator/fail-next', { path: '/passwordless/start', answerLost: true });
    await expect(post('/passwordless/start', { ...ada, send: 'code' })).rejects.toThrow(TypeError);
    expect(emulator.outbox.messages()).toHaveLength(1);
  });

  it('breaks the connection for a simulated network failure', async () => {
    const { issuer, emulator } = await setUp();
    emulator.failNext({ path: '/userinfo', network: true });
    await expect(fetch(`${issuer}userinfo`)).rejects.toThrow(TypeError);
    expect((await fetch(`${issuer}userinfo`)).status).toBe(401);
  });

  it('breaks it so that a browser does not try again by itself', async () => {
    const { port, emulator } = await setUp();
    emulator.failNext({ path: '/userinfo', network: true });
    const socket = connect(port, 'localhost');
    socket.write('GET /userinfo HTTP/1.1\r\nHost: localhost\r\n\r\n');
    // An empty answer on a connection that was used before is what Chromium repeats.
    expect(await text(socket)).not.toMatch(/^(HTTP|$)/);
  });

  it('leaves Request and Response of the process alone', async () => {
    await setUp();
    expect(globalThis.Request).toBe(globalsBefore[0]);
    expect(globalThis.Response).toBe(globalsBefore[1]);
  });

  it('serves https with a key and a certificate', async () => {
    const { issuer, port } = await setUp({ tls: localhostCertificate });
    expect(issuer).toBe(`https://localhost:${port}/`);
    const asked = httpsRequest({
      port,
      host: 'localhost',
      path: '/.well-known/openid-configuration',
      ca: localhostCertificate.cert,
    }).end();
    const [response] = await once(asked, 'response');
    expect(JSON.parse(await text(response))).toMatchObject({ issuer });
  });

  it('rejects when the port is taken, or an option makes no sense', async () => {
    const { port } = await setUp();
    await expect(listen({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await expect(listen({ port: 0, codeLength: 1 })).rejects.toThrow(RangeError);
  });
});

describe('e-mail', () => {
  it('is in the outbox, whole, when the start is answered', async () => {
    const { emulator, post } = await setUp({
      applications: [
        {
          clientId: 'shop',
          name: 'Bücher & <Café> 北京',
          type: 'native',
          grantTypes: [],
          callbacks: [],
          allowedOrigins: [],
        },
      ],
    });
    const email = 'jörg@example.com';
    const answer = await post('/passwordless/start', {
      ...ada,
      client_id: 'shop',
      email,
      send: 'code',
    });
    expect(answer.status).toBe(200);
    const [message] = emulator.outbox.messages({ to: email });
    expect(message).toMatchObject({
      to: email,
      subject: `${message?.code} is your code for Bücher & <Café> 北京`,
      text: expect.stringContaining(`Your code for Bücher & <Café> 北京 is:\n\n${message?.code}\n`),
      html: expect.stringContaining('Bücher &#38; &#60;Café&#62; 北京'),
    });
  });

  it('is filed under the address that was typed, whatever mail makes of it', async () => {
    const { emulator, post } = await setUp();
    for (const email of ["o'neil+news@example.com", 'ada@bücher.example']) {
      // oxlint-disable-next-line no-await-in-loop
      await post('/passwordless/start', { ...ada, email, send: 'code' });
      expect(emulator.outbox.messages({ to: email })).toHaveLength(1);
    }
  });

  it('carries a long link unharmed', async () => {
    const { emulator, post } = await setUp();
    const state = 'x='.repeat(600);
    await post('/passwordless/start', { ...ada, send: 'link', authParams: { state } });
    const [message] = emulator.outbox.messages();
    expect(new URL(message?.link ?? '').searchParams.get('state')).toBe(state);
    expect(message?.text).toContain(message?.link);
  });

  it('reaches everybody when many start at once', async () => {
    const { emulator, post } = await setUp();
    const people = Array.from({ length: 40 }, (_, index) => `person${index}@example.com`);
    await Promise.all(
      people.map((email) => post('/passwordless/start', { ...ada, email, send: 'code' })),
    );
    const codes = people.map((to) => emulator.outbox.messages({ to })[0]);
    expect(codes.every((message) => message?.text.includes(message.code ?? 'missing'))).toBe(true);
  });

  it('shares its outbox with SMS', async () => {
    const { emulator, post } = await setUp();
    await post('/passwordless/start', { ...phone, send: 'code' });
    expect(emulator.outbox.messages()[0]).toMatchObject({ to: '+14155550100', connection: 'sms' });
  });

  it('goes the way of the option deliver instead', async () => {
    const { emulator, post } = await setUp({
      deliver: (message) => Promise.resolve({ ...message, text: 'by pigeon' }),
    });
    await post('/passwordless/start', { ...ada, send: 'code' });
    expect(emulator.outbox.messages()[0]?.text).toBe('by pigeon');
  });
});

describe('close', () => {
  it('ends open and waiting connections at once', async () => {
    const { issuer, port, emulator, post, close } = await setUp();
    await post('/passwordless/start', { ...ada, send: 'code' });
    const idle = connect(port, 'localhost');
    await once(idle, 'connect');
    const idleEnded = once(idle, 'close');
    emulator.failNext({ path: '/userinfo', delayMs: 600_000 });
    const waiting = fetch(`${issuer}userinfo`).catch((failure: unknown) => failure);
    await expect.poll(() => emulator.requests().at(-1)?.path).toBe('/userinfo');

    const startedAt = performance.now();
    await close();
    expect(performance.now() - startedAt).toBeLessThan(500);
    await idleEnded;
    expect(await waiting).toBeInstanceOf(TypeError);
    await expect(fetch(issuer)).rejects.toThrow(TypeError);
    expect(emulator.outbox.messages()).toHaveLength(1);
  });

  it('frees the port', async () => {
    const { port, close } = await setUp();
    await close();
    const again = await setUp({ port });
    expect(again.port).toBe(port);
  });
});

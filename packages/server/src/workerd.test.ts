// The handler on the runtime of Cloudflare Workers: the real one, without Node and without `process`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { listen } from '@auth0-passwordless/emulator/node';
import { build } from 'esbuild';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort } from '../../../scripts/freePort.mjs';
import { clientSecret, cookieSecret, email } from './testing/loginServer.ts';

/** The package has no types. Its default export is the path of the program. */
const workerd: string = createRequire(import.meta.url)('workerd').default;

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) {
    await stop();
  }
});

const worker = (domain: string) => `
import { createPasswordlessHandler } from './index.ts';
const auth = createPasswordlessHandler({
  domain: ${JSON.stringify(domain)},
  clientId: 'web',
  clientSecret: ${JSON.stringify(clientSecret)},
  cookieSecret: ${JSON.stringify(cookieSecret)},
  trustedProxy: { header: 'cf-connecting-ip' },
});
export default {
  async fetch(request) {
    if (new URL(request.url).pathname.startsWith('/passwordless/')) return auth(request);
    const { session } = await auth.getSession(request);
    return Response.json({ process: typeof process, email: session?.user.email ?? null });
  },
};`;

/** Of a date at which Workers had no `process` yet. */
const config = (port: number) => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .app),
    (name = "internet", network = (allow = ["public", "private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const app :Workerd.Worker = (
  modules = [(name = "worker.mjs", esModule = embed "worker.mjs")],
  compatibilityDate = "2024-01-01",
);`;

/** Bundles the handler and serves it, with an emulated Auth0 beside it. */
async function serve() {
  const { emulator, issuer, close } = await listen({
    port: 0,
    deliver: (message) => Promise.resolve(message),
  });
  stops.push(close);
  const folder = await mkdtemp(join(tmpdir(), 'workerd-'));
  stops.push(() => rm(folder, { recursive: true }));
  await build({
    stdin: {
      contents: worker(new URL(issuer).origin),
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    outfile: join(folder, 'worker.mjs'),
    bundle: true,
    format: 'esm',
    // Not "browser": esbuild would put a literal in the place of `process.env.NODE_ENV`.
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['@auth0-passwordless/source', 'workerd'],
  });
  const port = await freePort(30_000 + Math.floor(Math.random() * 10_000));
  await writeFile(join(folder, 'config.capnp'), config(port));
  const child = spawn(workerd, ['serve', '--verbose', '--control-fd=3', 'config.capnp'], {
    cwd: folder,
    env: { ...process.env, PWD: folder },
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
  });
  stops.push(async () => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  });
  const control = child.stdio[3];
  if (!control || !('on' in control)) throw new Error('Unreachable: it is a pipe.');
  // One line for each socket that listens.
  await once(createInterface(control as NodeJS.ReadableStream), 'line');
  const origin = `http://127.0.0.1:${port}`;
  const post = (path: string, body: object) =>
    fetch(`${origin}/passwordless/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, 'cf-connecting-ip': '198.51.100.7' },
      body: JSON.stringify(body),
    });
  return { emulator, origin, post };
}

describe('workerd', () => {
  it('logs in, and says what is wrong', async () => {
    const { emulator, origin, post } = await serve();
    expect((await post('start', email)).status).toBe(204);
    expect(emulator.requests()[0]?.headers['auth0-forwarded-for']).toBe('198.51.100.7');

    const wrong = await post('exchange', { ...email, code: '000' });
    expect([wrong.status, await wrong.json()]).toEqual([403, { error: { code: 'wrong_code' } }]);
    emulator.failNext({ path: '/oauth/token', status: 400, body: { error: 'invalid_client' } });
    const misconfigured = await post('exchange', { ...email, code: '000' });
    expect([misconfigured.status, await misconfigured.json()]).toEqual([
      500,
      { error: { code: 'misconfigured' } },
    ]);

    const code = emulator.outbox.messages()[0]?.code;
    const response = await post('exchange', { ...email, code });
    expect(response.status).toBe(204);
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const page = await fetch(origin, { headers: { cookie } });
    expect(await page.json()).toEqual({ process: 'undefined', email: email.email });
    const session = await fetch(`${origin}/passwordless/session`, { headers: { cookie } });
    expect(await session.json()).toMatchObject({ user: { email: email.email } });
  });

  it('keeps the limits', async () => {
    const { post } = await serve();
    const statuses = [];
    for (let index = 0; index < 6; index += 1) {
      statuses.push((await post('start', email)).status);
    }
    expect(statuses).toEqual([204, 204, 204, 204, 204, 429]);
  });
});

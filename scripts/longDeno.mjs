// The handler on Deno, without leave to read the environment: one login against the emulator, over ports. Deno comes from the npm registry, when this
// is run and not before: it is larger than all the rest. Part of `npm run test:long`.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { startEmulator } from './handlerProcess.mjs';

const version = '2.9.6';
const root = fileURLToPath(new URL('..', import.meta.url));
const emulator = await startEmulator();
const folder = await mkdtemp(join(tmpdir(), 'deno-'));

const script = `
import { createPasswordlessHandler } from '@auth0-passwordless/server';
const email = { connection: 'email', email: 'ana@example.com' };
const handler = createPasswordlessHandler({
  domain: '${emulator.origin}',
  clientId: 'web',
  clientSecret: 'web-secret-for-local-development-only',
  cookieSecret: 'a-secret-for-tests-of-more-than-32-bytes',
});
const server = Deno.serve({ port: 0, hostname: '127.0.0.1', onListen() {} }, (request, { remoteAddr }) =>
  handler(request, { ip: remoteAddr.hostname }));
const origin = 'http://127.0.0.1:' + server.addr.port;
const post = (path, body) => fetch(origin + '/passwordless/' + path, {
  method: 'POST',
  headers: { 'content-type': 'application/json', origin },
  body: JSON.stringify(body),
});
const start = await post('start', email);
const [{ code }] = await (await fetch('${emulator.origin}/_emulator/messages')).json();
const wrong = await post('exchange', { ...email, code: 'wrong' });
const exchange = await post('exchange', { ...email, code });
const cookie = exchange.headers.getSetCookie()[0].split(';')[0];
const session = await (await fetch(origin + '/passwordless/session', { headers: { cookie } })).json();
console.log(start.status, wrong.status, exchange.status, session.user.email);
await server.shutdown();
Deno.exit();
`;

try {
  const file = join(folder, 'login.mjs');
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: root },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['@auth0-passwordless/source', 'deno'],
    write: false,
  });
  await writeFile(file, outputFiles.map(({ text }) => text).join(''));
  const command = ['--yes', `deno@${version}`, 'run', '--no-prompt', '--allow-net'];
  const { stdout } = await promisify(execFile)('npx', [...command, file], { cwd: folder });
  const told = stdout.trim();
  console.log(`Deno ${version}: ${told}`);
  if (told !== '204 403 204 ana@example.com') process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
  await emulator.stop();
}

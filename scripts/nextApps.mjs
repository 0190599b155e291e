// `npm run start:next`, and for the browser tests: set up, then the Next.js apps of the playground as their users run
// them, with the built packages, by `next build` and `next start`, against one emulator. Ctrl-C ends all.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPackages } from './pack.mjs';
import { setup } from './setup.mjs';

setup();

const root = fileURLToPath(new URL('..', import.meta.url));
const emulatorPort = Number(process.env['EMULATOR_PORT'] ?? 4400);
const domain = `http://localhost:${emulatorPort}`;
/** Each app, and what it calls the secret of its cookie and its own address. */
const apps = [
  {
    name: 'next-auth0',
    port: Number(process.env['NEXT_AUTH0_PORT'] ?? 3000),
    secret: 'AUTH0_SECRET',
    origin: 'APP_BASE_URL',
  },
  {
    name: 'next-handler',
    port: Number(process.env['NEXT_HANDLER_PORT'] ?? 3001),
    secret: 'COOKIE_SECRET',
    origin: 'APP_ORIGIN',
  },
];

buildPackages();

/** @type {(app: typeof apps[number], args: string[]) => import('node:child_process').ChildProcess} */
const next = ({ name, port, secret, origin }, args) => {
  const cwd = join(root, 'playground', name);
  const bin = createRequire(join(cwd, 'package.json')).resolve('next/dist/bin/next');
  return spawn(process.execPath, [bin, ...args], {
    cwd,
    stdio: 'inherit',
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      AUTH0_DOMAIN: domain,
      AUTH0_CLIENT_ID: 'web',
      AUTH0_CLIENT_SECRET: 'web-secret-for-local-development-only',
      [secret]: 'a-secret-for-tests-of-more-than-32-bytes',
      [origin]: `http://localhost:${port}`,
    },
  });
};

const built = apps.map(async (app) => {
  const build = next(app, ['build']);
  const status = await new Promise((resolve) => {
    build.once('exit', resolve);
  });
  if (status !== 0) throw new Error(`\`next build\` of ${app.name} ended with ${status}.`);
});
await Promise.all(built);

// Not before it is built.
const { listen } = await import('@auth0-passwordless/emulator/node');
const origins = apps.map(({ port }) => `http://localhost:${port}`);
const emulator = await listen({ port: emulatorPort, origins });
const servers = apps.map((app) => next(app, ['start', '--port', String(app.port)]));

console.log(`
  nextjs-auth0   ${origins[0]}
  Our handler    ${origins[1]}
  Mailbox        ${domain}/_emulator/messages
`);

/** @type {(status: number) => Promise<void>} */
async function close(status) {
  for (const server of servers) server.kill();
  await emulator.close();
  process.exit(status);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close(0));
// A port that is taken, say, which it has told.
for (const server of servers) server.once('exit', () => void close(1));

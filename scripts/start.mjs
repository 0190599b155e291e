// `npm start`: set up, then the playground and the emulator in this one process, so one Ctrl-C ends both.
// With `--built`, for the browser tests: the same page in one piece, which a browser loads in a quarter of the time.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort } from './freePort.mjs';
import { setup } from './setup.mjs';

setup();

const wanted = { playground: port('PORT', 5173), emulator: port('EMULATOR_PORT', 4400) };
const playgroundPort = await freePort(wanted.playground);
const emulatorPort = await freePort(wanted.emulator);
const playgroundUrl = `http://localhost:${playgroundPort}`;

// A tenant of your own, if the environment names one; the emulator if not.
// The login through a server takes an application with a secret, which only this process knows.
if (!process.env['VITE_AUTH0_DOMAIN']) {
  process.env['VITE_AUTH0_DOMAIN'] = `http://localhost:${emulatorPort}`;
  process.env['AUTH0_CLIENT_ID'] = 'web';
  process.env['AUTH0_CLIENT_SECRET'] = 'web-secret-for-local-development-only';
}
process.env['VITE_AUTH0_CLIENT_ID'] ??= 'native';
process.env['VITE_HAS_SERVER'] = String(Boolean(process.env['AUTH0_CLIENT_SECRET']));
// A new one for each start: whoever was signed in is not any more.
process.env['COOKIE_SECRET'] ??= randomBytes(32).toString('base64');

const { values: options } = parseArgs({ options: { built: { type: 'boolean', default: false } } });
const { build, createServer, preview } = await import('vite');
const common = {
  configFile: 'playground/vite.config.ts',
  mode: 'development',
  ssr: { resolve: { conditions: ['@auth0-passwordless/source', 'module', 'node', 'import'] } },
};
const address = { host: 'localhost', port: playgroundPort, strictPort: true };
const server = await createServer({ ...common, server: address });
const { listen } = await server.ssrLoadModule('@auth0-passwordless/emulator/node');
const emulator = await listen({ port: emulatorPort, origins: [playgroundUrl] });
const pages = options.built ? await previewOf() : await server.listen();

async function previewOf() {
  // React with all that it does under `StrictMode` in development.
  Object.assign(process.env, { NODE_ENV: 'development' });
  const outDir = join(import.meta.dirname, '../node_modules/.cache/playground');
  const built = { outDir, emptyOutDir: true, minify: false, target: 'es2022' };
  await build({ ...common, build: built, logLevel: 'error' });
  return preview({ ...common, build: { outDir }, preview: address });
}

/** @type {(wantedPort: number, actual: number) => string} */
const note = (wantedPort, actual) => (wantedPort === actual ? '' : `  (${wantedPort} is taken)`);
console.log(`
  Playground  ${playgroundUrl}${note(wanted.playground, playgroundPort)}
  Emulator    http://localhost:${emulatorPort}${note(wanted.emulator, emulatorPort)}
  Mailbox     http://localhost:${emulatorPort}/_emulator/messages

  Ctrl-C ends both.
`);

async function close() {
  await Promise.all([pages.close(), server.close(), emulator.close()]);
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close());

/** @type {(name: string, fallback: number) => number} */
function port(name, fallback) {
  const value = Number(process.env[name] ?? fallback);
  if (Number.isInteger(value) && value > 0 && value < 65_436) return value;
  console.error(`${name} is ${process.env[name]}: it must be a port number, such as ${fallback}.`);
  process.exit(1);
}

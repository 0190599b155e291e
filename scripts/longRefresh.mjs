// Two tabs of a real Chromium refresh one rotating token a thousand times, without leeway, and never lose
// the session. Tabs are pages of their own processes, so this also tries how soon one sees what the other
// has stored. `node scripts/longRefresh.mjs [rounds] [tabs]`; part of `npm run test:long`.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright';
import { launchOptions } from './chromium.mjs';

const rounds = Number(process.argv[2] ?? 1000);
const tabCount = Number(process.argv[3] ?? 2);
const root = fileURLToPath(new URL('..', import.meta.url));

/** @type {(contents: string, platform: 'browser' | 'node') => Promise<string>} */
async function bundle(contents, platform) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    format: 'esm',
    platform,
    conditions: ['@auth0-passwordless/source'],
    write: false,
  });
  return outputFiles.map(({ text }) => text).join('');
}

const emulatorSource = await bundle(`export * from '@auth0-passwordless/emulator'`, 'node');
/** @type {typeof import('@auth0-passwordless/emulator')} */
const { createEmulator } = await import(
  `data:text/javascript;base64,${Buffer.from(emulatorSource).toString('base64')}`
);
const script = await bundle(
  `import { createAuth0Client, createSession } from '@auth0-passwordless/core';
Object.assign(globalThis, { createAuth0Client, createSession });`,
  'browser',
);

// The page and its Auth0 share an origin, so there is no CORS in the way.
let refreshes = 0;

/** @type {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>} */
async function answer(request, response) {
  const { url = '/', method = 'GET', headers } = request;
  if (url === '/') {
    response.end(`<!doctype html><script type="module">${script}</script>`);
    return;
  }
  const body = (await request.setEncoding('utf8').toArray()).join('');
  refreshes += body.includes('grant_type=refresh_token') ? 1 : 0;
  const init = { method, headers: { 'content-type': headers['content-type'] ?? '' } };
  const reply = await emulator.handle(
    new Request(new URL(url, domain), body ? { ...init, body } : init),
  );
  response.writeHead(reply.status, { 'content-type': 'application/json' });
  response.end(await reply.text());
}

const server = createServer((request, response) => void answer(request, response));
await new Promise((resolve) => {
  server.listen(0, 'localhost', () => resolve(undefined));
});
const address = server.address();
const port = typeof address === 'object' && address ? address.port : 0;
const domain = `http://localhost:${port}`;
const emulator = createEmulator({ issuer: domain, now: () => 1_800_000_000_000 });
emulator.setApplication('native', { refreshTokenRotation: true, refreshTokenLeewaySeconds: 0 });

const browser = await chromium.launch(launchOptions());
try {
  const context = await browser.newContext();
  const pages = await Promise.all(
    Array.from({ length: tabCount }, async () => {
      const page = await context.newPage();
      await page.goto(domain);
      await page.evaluate(() => {
        const tab = Object(globalThis);
        const now = () => tab.clock;
        tab.own = { domain: location.origin, clientId: 'native', now };
        tab.session = tab.createSession({ ...tab.own, storage: 'localStorage' });
      });
      return page;
    }),
  );

  const [first] = pages;
  await first?.exposeFunction('newestCode', () => emulator.outbox.messages()[0]?.code);
  await first?.evaluate(async (clock) => {
    const tab = Object(globalThis);
    tab.clock = clock;
    const client = tab.createAuth0Client({ ...tab.own, scope: 'openid offline_access' });
    const who = { connection: 'email', email: 'ana@example.com' };
    await client.start(who);
    const code = await tab.newestCode();
    tab.session.signIn(await client.exchangeCode({ ...who, code }));
  }, emulator.clock.now());

  for (let round = 1; round <= rounds; round += 1) {
    emulator.clock.advance(86_400);
    // oxlint-disable-next-line no-await-in-loop -- one round after the other is the point
    const tokens = await Promise.all(
      pages.map((page) =>
        page.evaluate((clock) => {
          const tab = Object(globalThis);
          tab.clock = clock;
          return tab.session.getAccessToken();
        }, emulator.clock.now()),
      ),
    );
    if (new Set(tokens).size !== 1 || typeof tokens[0] !== 'string' || refreshes !== round) {
      const outcome = tokens.map((token) => (token ? 'a token' : 'no token')).join(', ');
      throw new Error(`Round ${round}: ${outcome}; ${refreshes} refreshes.`);
    }
  }
  console.log(`${tabCount} tabs, ${refreshes} refreshes, one session`);
} finally {
  await browser.close();
  server.close();
}

// Whether the clock tells who is known: starts for known and for unknown people through the handler, by turns, where
// Auth0 refuses unknown ones at once and mails to known ones. Part of `npm run test:long`.
//
// The measure is how often a known person's answer takes longer than an unknown one's, over all pairs: one in two
// tells nothing. Without the handler it is told, too, to show that there is something to hide.
import { performance } from 'node:perf_hooks';
import { startEmulator, startHandler } from './handlerProcess.mjs';
import { keepAlive } from './keepAlive.mjs';

const samples = 400;
const warmUp = 100;
const emulator = await startEmulator('mail');
const many = { count: 10_000, seconds: 900 };
const handler = await startHandler({
  domain: emulator.origin,
  limits: { start: { perIp: many, perIdentifier: many } },
});

/** @type {(path: string, body: object) => Promise<void>} */
async function change(path, body) {
  const response = await fetch(`${emulator.origin}/_emulator/${path}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
}

/** @typedef {{ known: number[], unknown: number[] }} Times */
/** @type {(ask: (email: string, index: number) => Promise<unknown>) => Promise<Times>} */
async function measure(ask) {
  /** @type {Times} */
  const times = { known: [], unknown: [] };
  for (let index = 0; index < samples + warmUp; index += 1) {
    for (const who of /** @type {const} */ (['known', 'unknown'])) {
      const startedAt = performance.now();
      // oxlint-disable-next-line no-await-in-loop -- by turns
      await ask(`${who}@example.com`, index);
      if (index >= warmUp) times[who].push(performance.now() - startedAt);
    }
  }
  return times;
}

/** @type {(times: Times) => number} */
function shareOfSlower({ known, unknown }) {
  const slower = known.flatMap((one) => unknown.filter((other) => one > other));
  return slower.length / known.length / unknown.length;
}

try {
  await change('tenant', { disableSignups: true });
  await change('users/known@example.com', {});
  const client = { client_id: 'web', client_secret: 'web-secret-for-local-development-only' };
  const direct = await measure((email) =>
    keepAlive(`${emulator.origin}/passwordless/start`, {
      body: { ...client, connection: 'email', email, send: 'code' },
    }),
  );
  const through = await measure(async (email, index) => {
    const { origin } = handler;
    const headers = { origin, 'x-forwarded-for': `10.0.${index >> 8}.${index & 255}` };
    const body = { connection: 'email', email };
    const { status } = await keepAlive(`${origin}/passwordless/start`, { body, headers });
    if (status !== 204) throw new Error(`${email}: ${status}`);
  });
  const share = shareOfSlower(through);
  console.log(
    `Known people are slower in ${(share * 100).toFixed(0)} % of the pairs, and in ${(shareOfSlower(direct) * 100).toFixed(0)} % without the handler`,
  );
  if (Math.abs(share - 0.5) > 0.2) process.exitCode = 1;
} finally {
  await handler.stop();
  await emulator.stop();
}
process.exit();

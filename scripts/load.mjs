// `npm run load`: complete logins (start, code, exchange, session) through two processes with the handler and an
// emulated Auth0 in a process of its own. `--logins <n>` for fewer than 10,000; `--redis` for limits that both
// processes count in one Redis, instead of the default, each in its memory. `--semi-space 16` for handlers with as
// little room for young objects as Node gives them by itself: twice as many calls wait for a collection then.
//
// 1. The overhead, after as many logins to warm up; `loadOverhead.mjs` says how it is measured. p50 below 1 ms and p99
//    below 5 ms over direct.
// 2. All logins, 100 at a time. None may fail, and no session may be another person's.
// 3. As 2, with Auth0 failing one call in ten, each in a way that is ordered for that one person. Every failure
//    must reach that person's call, as the right error, and the login must succeed when it is tried again.
//
// In 2 and 3 the handlers may hold no more memory at the end than after the first half (after collections). These
// make V8 throw away code that it has compiled: that is why the overhead is measured before.
//
// People: each logs in four times, from an address of their own that a trusted proxy tells. Limits are the
// handler's own, but for twelve codes in 15 minutes instead of five: nobody else logs in four times in a minute.
//
// The last line counts over 2 and 3; the exit code is 1 when a figure is missed. Times are judged in full runs
// with the defaults only.
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { startEmulator, startHandler } from './handlerProcess.mjs';
import { keepAlive } from './keepAlive.mjs';
import { login } from './loadLogin.mjs';
import { overhead } from './loadOverhead.mjs';
import { startRedis } from './redis.mjs';

const { values } = parseArgs({
  options: {
    logins: { type: 'string', default: '10000' },
    redis: { type: 'boolean', default: false },
    'semi-space': { type: 'string', default: '32' },
  },
});
const logins = Number(values.logins);
const isFull = logins >= 10_000;
const isJudged = isFull && !values.redis && values['semi-space'] === '32';
const concurrency = 100;
const peopleEach = Math.ceil(logins / 4 / concurrency);
const limits = { heapBytes: 1_500_000, p50: 1, p99: 5 };

const redis = values.redis ? await startRedis() : undefined;
const emulator = await startEmulator();
/** @type {import('../packages/server/src/testing/handlerProcess.ts').HandlerProcessOptions} */
const options = {
  domain: emulator.origin,
  limits: { start: { perIdentifier: { count: 12, seconds: 900 } } },
  ...(redis && { redis: { client: 'ioredis', url: redis.url } }),
};
const flags = ['--expose-gc', `--max-semi-space-size=${values['semi-space']}`];
const handlers = await Promise.all([0, 1].map(() => startHandler(options, flags)));
const servers = { handlers: handlers.map(({ origin }) => origin), emulator: emulator.origin };

/** @type {(group: string, index: number) => import('./loadLogin.mjs').Person} */
const personOf = (group, index) => ({
  email: `${group}${index}@example.com`,
  ip: `10.${group.charCodeAt(0) % 256}.${index >> 8}.${index & 255}`,
});

/** The same every time (mulberry32). */
/** @type {(seed: number) => () => number} */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What Auth0 keeps of people would slow down the next ones. */
const forget = () => keepAlive(`${emulator.origin}/_emulator/reset`, { body: {} });

/** Of `login`: no call fails. */
const never = () => 1;

const heaps = () => Promise.all(handlers.map((handler) => handler.heapBytes()));
/** @type {(bytes: number) => string} */
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

/** @type {(group: string, from: number, to: number, random: (index: number) => () => number) => Promise<{ failures: string[], crossed: number, faults: number }>} */
async function logInAll(group, from, to, random) {
  const done = { failures: /** @type {string[]} */ ([]), crossed: 0, faults: 0 };
  /** Nobody twice at the same time, because a new code ends the one before: each worker has its own people. */
  const work = async (/** @type {unknown} */ _, /** @type {number} */ worker) => {
    for (let index = from + worker; index < to; index += concurrency) {
      const person = personOf(
        group,
        (index % concurrency) + concurrency * (Math.floor(index / concurrency) % peopleEach),
      );
      try {
        // oxlint-disable-next-line no-await-in-loop -- a person does one thing after the other
        const { faults, isCrossed } = await login(servers, person, index, random(index));
        done.faults += faults;
        done.crossed += isCrossed ? 1 : 0;
      } catch (error) {
        done.failures.push(String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return done;
}

/** @type {(group: string, title: string, random: (index: number) => () => number) => Promise<{ failed: number, crossed: number, isFlat: boolean }>} */
async function phase(group, title, random) {
  const startedAt = performance.now();
  // A whole turn of all people, so that the second half has the same ones.
  const half = Math.ceil(logins / 2 / concurrency) * concurrency;
  const first = await logInAll(group, 0, half, random);
  const before = await heaps();
  const second = await logInAll(group, half, logins, random);
  const after = await heaps();
  const seconds = (performance.now() - startedAt) / 1000;
  const failures = [...first.failures, ...second.failures];
  const crossed = first.crossed + second.crossed;
  const growth = after.map((bytes, index) => bytes - (before[index] ?? 0));
  const isFlat = growth.every((bytes) => bytes < limits.heapBytes);
  const memory = after.map(
    (bytes, index) => `${megabytes(before[index] ?? 0)} → ${megabytes(bytes)}`,
  );
  console.log(
    `${title}: ${logins} logins in ${seconds.toFixed(0)} s, ${failures.length} failed, ${crossed} crossed, ` +
      `${first.faults + second.faults} failures ordered and received; heaps ${memory.join(', ')}` +
      (isFlat ? '' : ', which is GROWING'),
  );
  for (const failure of failures.slice(0, 5)) console.log(`  ${failure}`);
  await forget();
  return { failed: failures.length, crossed, isFlat };
}

try {
  await logInAll('warm', 0, logins, () => never);
  await forget();
  const { p50, p99 } = await overhead(servers, personOf, isFull ? 6 : 1);
  const plain = await phase('plain', 'Auth0 well', () => never);
  const failing = await phase('failing', 'Auth0 failing', (index) => seeded(index));
  const failed = plain.failed + failing.failed;
  const crossed = plain.crossed + failing.crossed;
  const isFast = !isJudged || (p50 < limits.p50 && p99 < limits.p99);
  const isGood = failed + crossed === 0 && plain.isFlat && failing.isFlat && isFast;
  process.exitCode = isGood ? 0 : 1;
  console.log(
    `${logins} logins, ${failed} failed, ${crossed} crossed, p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms over direct`,
  );
} finally {
  await Promise.all(handlers.map((handler) => handler.stop()));
  await emulator.stop();
  await redis?.stop();
  process.exit();
}

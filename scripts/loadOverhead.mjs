// What the handler adds to a login, over calling Auth0 without it: the same calls, through the handler and as the
// handler makes them at Auth0, one after the other, by turns in blocks of 20, in the processes that have just been
// under load.
//
// Not within the load: 100 at once on a few cores wait for each other most of the time, and one could not tell whose
// time it was. Nor right after it: for some seconds, threads of V8 compile and collect what it has left. After eight
// rounds that do not count come thirty, of which those nine count in which the *direct* calls were quickest: in the
// others, somebody else was at work on this machine. The overhead is the difference of the percentiles, of `start` or
// of `exchange`, whichever is worse. It has in it what a call costs anyway: another hop over loopback, another server
// to take it.
import { performance } from 'node:perf_hooks';
import { keepAlive } from './keepAlive.mjs';
import { newestCode } from './loadLogin.mjs';

const client = { client_id: 'web', client_secret: 'web-secret-for-local-development-only' };
const grantType = 'http://auth0.com/oauth/grant-type/passwordless/otp';
const scope = 'openid profile email';

/** @typedef {import('./loadLogin.mjs').Person} Person */
/** @typedef {{ start: number, exchange: number }} Milliseconds */

/** @type {(url: string, body: object, headers: Record<string, string>) => Promise<number>} */
async function timed(url, body, headers) {
  const startedAt = performance.now();
  const { status, text } = await keepAlive(url, { body, headers });
  const milliseconds = performance.now() - startedAt;
  if (status >= 300) throw new Error(`${url}: ${status} ${text}`);
  return milliseconds;
}

/** @type {(handler: string, emulator: string, people: Person[]) => Promise<Milliseconds[]>} */
async function throughHandler(handler, emulator, people) {
  const origin = handler;
  const starts = await inTurn(people, ({ email, ip }) =>
    timed(
      `${handler}/passwordless/start`,
      { connection: 'email', email },
      { origin, 'x-forwarded-for': ip },
    ),
  );
  const codes = await inTurn(people, ({ email }) => newestCode(emulator, email));
  const exchanges = await inTurn(people, ({ email, ip }, index) =>
    timed(
      `${handler}/passwordless/exchange`,
      { connection: 'email', email, code: codes[index] },
      { origin, 'x-forwarded-for': ip },
    ),
  );
  return starts.map((start, index) => ({ start, exchange: exchanges[index] ?? Number.NaN }));
}

/** @type {(emulator: string, people: Person[]) => Promise<Milliseconds[]>} */
async function atAuth0(emulator, people) {
  const starts = await inTurn(people, ({ email, ip }) =>
    timed(
      `${emulator}/passwordless/start`,
      { ...client, connection: 'email', email, send: 'code' },
      { 'auth0-forwarded-for': ip },
    ),
  );
  const codes = await inTurn(people, ({ email }) => newestCode(emulator, email));
  const exchanges = await inTurn(people, ({ email, ip }, index) =>
    timed(
      `${emulator}/oauth/token`,
      new URLSearchParams({
        ...client,
        ...{ grant_type: grantType, username: email, realm: 'email', scope },
        otp: codes[index] ?? '',
      }),
      { 'auth0-forwarded-for': ip },
    ),
  );
  return starts.map((start, index) => ({ start, exchange: exchanges[index] ?? Number.NaN }));
}

/**
 * @template T
 * @param {Person[]} people
 * @param {(person: Person, index: number) => Promise<T>} ask
 */
async function inTurn(people, ask) {
  /** @type {T[]} */
  const answers = [];
  for (const [index, person] of people.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- two at once would wait for each other
    answers.push(await ask(person, index));
  }
  return answers;
}

/** @type {(values: number[], share: number) => number} */
const percentile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;

const settlingRounds = 8;
const rounds = 30;
const countedRounds = 9;
const blockSize = 20;

/**
 * @param {import('./loadLogin.mjs').Servers} servers
 * @param {(group: string, index: number) => Person} personOf
 * @param {number} blocks - In each round, of each kind.
 * @returns {Promise<{ p50: number, p99: number }>} Milliseconds.
 */
export async function overhead({ handlers, emulator }, personOf, blocks) {
  /** @type {(group: string, block: number) => Person[]} */
  const peopleOf = (group, block) =>
    Array.from({ length: blockSize }, (_, index) => personOf(group, block * blockSize + index));
  const measured = [];
  for (let round = 0; round < settlingRounds + rounds; round += 1) {
    /** @type {Milliseconds[]} */
    const through = [];
    /** @type {Milliseconds[]} */
    const direct = [];
    for (let block = round * blocks; block < (round + 1) * blocks; block += 1) {
      const handler = handlers[block % handlers.length] ?? '';
      // oxlint-disable-next-line no-await-in-loop -- by turns
      through.push(...(await throughHandler(handler, emulator, peopleOf('through', block))));
      // oxlint-disable-next-line no-await-in-loop -- by turns
      direct.push(...(await atAuth0(emulator, peopleOf('direct', block))));
    }
    const sum = direct.reduce((total, { start, exchange }) => total + start + exchange, 0);
    if (round >= settlingRounds) measured.push({ through, direct, sum });
  }
  const counted = measured.toSorted((a, b) => a.sum - b.sum).slice(0, countedRounds);
  const worst = { p50: -Infinity, p99: -Infinity };
  for (const call of /** @type {const} */ (['start', 'exchange'])) {
    const through = counted.flatMap((round) => round.through.map((times) => times[call]));
    const direct = counted.flatMap((round) => round.direct.map((times) => times[call]));
    const words = [];
    for (const [name, share] of /** @type {const} */ ([
      ['p50', 0.5],
      ['p99', 0.99],
    ])) {
      const [slow, quick] = [percentile(through, share), percentile(direct, share)];
      worst[name] = Math.max(worst[name], slow - quick);
      words.push(
        `${name} ${slow.toFixed(2)} ms through the handler, ${quick.toFixed(2)} ms direct`,
      );
    }
    console.log(`${call}, ${through.length} of each: ${words.join('; ')}`);
  }
  return worst;
}

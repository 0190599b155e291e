// One complete login as a browser makes it: start, the code out of the mail, exchange, session. With faults on
// order, each of which must reach this login and nobody else's.
import { keepAlive } from './keepAlive.mjs';

/** @typedef {import('./keepAlive.mjs').Answer} Answer */
/** @typedef {{ order: object, status: number, code: string, retryAfter?: string }} Fault */

const json = { 'content-type': 'application/json' };

/** Retry-After is another one for each login, so that no answer can be taken for that of somebody else. */
/** @type {(path: 'start' | 'exchange', kind: number, index: number) => Fault} */
function faultOf(path, kind, index) {
  const retryAfter = String(1000 + index);
  const refused = {
    error: 'invalid_grant',
    error_description: 'Wrong email or verification code.',
  };
  /** @type {Fault[]} */
  const faults = [
    { order: { network: true }, status: 503, code: 'provider_down' },
    { order: { status: 502, body: '<h1>Bad gateway</h1>' }, status: 503, code: 'provider_down' },
    {
      order: {
        status: 429,
        body: { error: 'too_many_requests' },
        headers: { 'retry-after': retryAfter },
      },
      status: 429,
      code: 'rate_limited',
      retryAfter,
    },
    path === 'start'
      ? {
          order: { status: 400, body: { error: 'bad.connection' } },
          status: 500,
          code: 'misconfigured',
        }
      : { order: { status: 403, body: refused }, status: 403, code: 'wrong_code' },
  ];
  return faults[kind % faults.length] ?? faultOf(path, 0, index);
}

/** @type {(answer: Answer, fault: Fault) => boolean} */
const isThat = ({ status, text, headers }, fault) =>
  status === fault.status &&
  JSON.parse(text).error?.code === fault.code &&
  headers['retry-after'] === fault.retryAfter;

/**
 * @typedef {object} Person
 * @property {string} email
 * @property {string} ip
 *
 * @typedef {object} Servers
 * @property {string[]} handlers - Origins; each request goes to the next one.
 * @property {string} emulator
 */

/**
 * @param {Servers} servers
 * @param {Person} person
 * @param {number} index - Of the login.
 * @param {() => number} random - From 0 to 1; below a tenth, the next call fails. Not below 0.1: none does.
 * @returns {Promise<{ faults: number, isCrossed: boolean }>} Rejects when anything is not as it should be.
 */
export async function login({ handlers, emulator }, { email, ip }, index, random) {
  let faults = 0;
  let turn = index;
  const identifier = { connection: 'email', email };
  const next = () => {
    turn += 1;
    return handlers[turn % handlers.length] ?? '';
  };
  /** @type {(path: 'start' | 'exchange', body: object) => Promise<Answer>} */
  const call = async (path, body) => {
    const origin = next();
    const headers = { origin, 'x-forwarded-for': ip };
    const url = `${origin}/passwordless/${path}`;
    if (random() >= 0.1) {
      const answer = await keepAlive(url, { body, headers });
      if (answer.status !== 204) throw new Error(`${path}: ${answer.status} ${answer.text}`);
      return answer;
    }
    const fault = faultOf(path, Math.floor(random() * 4), index);
    const at = path === 'start' ? '/passwordless/start' : '/oauth/token';
    await keepAlive(`${emulator}/_emulator/fail-next`, {
      headers: json,
      body: { ...fault.order, path: at, identifier: email },
    });
    const answer = await keepAlive(url, { body, headers });
    if (!isThat(answer, fault)) {
      throw new Error(`${path}: ${answer.status} ${answer.text} instead of ${fault.code}`);
    }
    faults += 1;
    // As a person would: once more.
    return call(path, body);
  };

  await call('start', identifier);
  const code = await newestCode(emulator, email);
  const exchanged = await call('exchange', { ...identifier, code });
  const cookie = (exchanged.headers['set-cookie'] ?? [])
    .map((line) => line.split(';')[0])
    .join('; ');
  const session = await keepAlive(`${next()}/passwordless/session`, { headers: { cookie } });
  const { user } = JSON.parse(session.text);
  if (!user) throw new Error(`session: ${session.status} ${session.text}`);
  return { faults, isCrossed: user.email !== email };
}

/** @type {(emulator: string, email: string) => Promise<string>} */
export async function newestCode(emulator, email) {
  const { text } = await keepAlive(`${emulator}/_emulator/messages?to=${email}`);
  const [message] = JSON.parse(text);
  if (message?.to !== email) throw new Error(`No message to ${email}.`);
  return message.code;
}

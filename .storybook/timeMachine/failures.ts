import type { Emulator } from '@auth0-passwordless/emulator';

type FaultRule = Parameters<Emulator['failNext']>[0];

const start = '/passwordless/start';
const token = '/oauth/token';

/** What can be ordered to go wrong with the next call, by a name for the menu. */
export const failures: Readonly<Record<string, FaultRule>> = {
  'Send: the connection breaks': { path: start, network: true },
  'Send: five seconds late': { path: start, delayMs: 5000 },
  'Send: rate limited for 30 seconds': {
    path: start,
    error: 'customRateLimit',
    headers: { 'retry-after': '30' },
  },
  'Send: Auth0 is down': { path: start, error: 'temporarilyUnavailable' },
  'Send: a setting is wrong': { path: start, error: 'connectionStrategy' },
  'Send: sent, but the answer is lost': { path: start, answerLost: true },
  'Check: the connection breaks': { path: token, network: true },
  'Check: five seconds late': { path: token, delayMs: 5000 },
  'Check: Auth0 is down': { path: token, error: 'temporarilyUnavailable' },
  'Check: the account is blocked': { path: token, error: 'accountUnderAttack' },
  'Check: access denied': { path: token, error: 'authenticationError' },
  'Check: right, but the answer is lost': { path: token, answerLost: true },
};

import { dropNetwork } from './emulatedNetwork.ts';
import {
  find,
  isRefused,
  isRefusedAtStart,
  reach,
  resend,
  submitIdentifier,
  toCodeStep,
  typeCode,
  wake,
  type Traveller,
} from './traveller.ts';

/** Plays a login from its first screen to where the journey is named after, by keyboard alone. */
export type Journey = (traveller: Traveller) => Promise<void>;

/** A request that is never answered: the state in which it is in flight can be looked at. */
const forever = 3_600_000;

const start = '/passwordless/start';
const token = '/oauth/token';

/** Each state that a person can be in, by a name for menus, and how they get there. */
export const journeys = {
  'Identifier: nothing typed': (traveller) => reach(traveller, 'enteringIdentifier'),
  'Identifier: not an address': async (traveller) => {
    await submitIdentifier(traveller, 'ana@example');
    await find(traveller, 'error');
  },
  'Identifier: sending': async (traveller) => {
    traveller.auth0.emulator.failNext({ path: start, delayMs: forever });
    await submitIdentifier(traveller);
    await reach(traveller, 'sendingCode');
  },
  'Identifier: rate limited': async (traveller) => {
    const headers = { 'retry-after': '52' };
    traveller.auth0.emulator.failNext({ path: start, error: 'customRateLimit', headers });
    await isRefusedAtStart(traveller);
  },
  'Identifier: message not delivered': async (traveller) => {
    traveller.auth0.emulator.setTenant({ mailFails: true, smsFailure: 'gatewayAnswer' });
    await isRefusedAtStart(traveller);
  },
  'Identifier: no new accounts': async (traveller) => {
    traveller.auth0.emulator.setTenant({ disableSignups: true });
    await isRefusedAtStart(traveller);
  },
  'Identifier: captcha asked for': async (traveller) => {
    traveller.auth0.emulator.setTenant({ captcha: 'human' });
    await submitIdentifier(traveller);
    await find(traveller, 'error');
  },
  'Identifier: misconfigured': async (traveller) => {
    traveller.auth0.emulator.failNext({ path: start, error: 'connectionStrategy' });
    await isRefusedAtStart(traveller);
  },
  'Identifier: no answer': async (traveller) => {
    traveller.auth0.emulator.failNext({ path: start, network: true });
    await isRefusedAtStart(traveller);
  },
  'Identifier: Auth0 is down': async (traveller) => {
    traveller.auth0.emulator.failNext({ path: start, error: 'temporarilyUnavailable' });
    await isRefusedAtStart(traveller);
  },
  'Identifier: expired meanwhile': async (traveller) => {
    await toCodeStep(traveller);
    wake(traveller.auth0, 200);
    traveller.auth0.reload();
    await find(traveller, 'error');
  },
  'Code: sent': toCodeStep,
  'Code: wrong': async (traveller) => {
    await toCodeStep(traveller);
    await isRefused(traveller, traveller.auth0.wrongCode());
  },
  'Code: tried before': async (traveller) => {
    await toCodeStep(traveller);
    await isRefused(traveller, traveller.auth0.wrongCode());
    await isRefused(traveller, traveller.auth0.wrongCode());
  },
  'Code: digits missing': async (traveller) => {
    await toCodeStep(traveller);
    await isRefused(traveller, '123{Enter}');
  },
  'Code: two in one text': async (traveller) => {
    await toCodeStep(traveller);
    (await find(traveller, 'code')).focus();
    const length = traveller.auth0.code().length;
    await traveller.userEvent.paste(`${'1'.repeat(length)} or ${'2'.repeat(length)}`);
    await find(traveller, 'error');
  },
  'Code: no tries left': async (traveller) => {
    await toCodeStep(traveller);
    const code = traveller.auth0.wrongCode();
    const last = Number(code.at(-1));
    for (const add of [0, 1, 2]) {
      await isRefused(traveller, code.slice(0, -1) + String((last + add) % 10));
    }
  },
  'Code: submitted too late': async (traveller) => {
    await toCodeStep(traveller);
    const code = traveller.auth0.code();
    traveller.auth0.emulator.clock.advance(181);
    await isRefused(traveller, code);
  },
  'Code: account blocked': async (traveller) => {
    await toCodeStep(traveller);
    traveller.auth0.emulator.failNext({ path: token, error: 'accountUnderAttack' });
    await isRefused(traveller);
  },
  'Code: last minute': async (traveller) => {
    await toCodeStep(traveller);
    wake(traveller.auth0, 140);
  },
  'Code: time is over': async (traveller) => {
    await toCodeStep(traveller);
    wake(traveller.auth0, 181);
  },
  'Code: sending a new one': async (traveller) => {
    await toCodeStep(traveller);
    wake(traveller.auth0, 31);
    traveller.auth0.emulator.failNext({ path: start, delayMs: forever });
    await resend(traveller);
    await reach(traveller, 'resendingCode');
  },
  'Code: new one sent': async (traveller) => {
    await toCodeStep(traveller);
    wake(traveller.auth0, 31);
    await resend(traveller);
    await traveller.waitFor(() => {
      const { length } = traveller.auth0.emulator.outbox.messages();
      if (length < 2) throw new Error('The new message has not come.');
    });
    await reach(traveller, 'enteringCode');
  },
  'Code: new one refused for now': async (traveller) => {
    await toCodeStep(traveller);
    wake(traveller.auth0, 31);
    const headers = { 'retry-after': '90' };
    traveller.auth0.emulator.failNext({ path: start, error: 'customRateLimit', headers });
    await resend(traveller);
    await find(traveller, 'error');
  },
  'Code: checking': async (traveller) => {
    await toCodeStep(traveller);
    traveller.auth0.emulator.failNext({ path: token, delayMs: forever });
    await typeCode(traveller, traveller.auth0.code());
    await reach(traveller, 'exchangingCode');
  },
  'Code: offline': async (traveller) => {
    await toCodeStep(traveller);
    dropNetwork();
  },
  'Code: waiting for the network': async (traveller) => {
    await toCodeStep(traveller);
    dropNetwork();
    await typeCode(traveller, traveller.auth0.code());
    await reach(traveller, 'waitingForNetwork');
  },
  'Code: after a reload': async (traveller) => {
    await toCodeStep(traveller);
    wake(traveller.auth0, 20);
    traveller.auth0.reload();
    await reach(traveller, 'enteringCode');
  },
  'Another tab has signed in': async (traveller) => {
    await toCodeStep(traveller);
    const channel = new BroadcastChannel(traveller.auth0.storageKey);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- of a window; a channel has none
    channel.postMessage('authenticated');
    channel.close();
    await reach(traveller, 'signedInElsewhere');
  },
  'Second factor asked for': async (traveller) => {
    await toCodeStep(traveller);
    traveller.auth0.emulator.failNext({
      path: token,
      status: 403,
      body: {
        error: 'mfa_required',
        error_description: 'Multifactor authentication required',
        mfa_token: 'Fe26.2*example',
        mfa_requirements: { challenge: [{ type: 'otp' }] },
      },
    });
    await typeCode(traveller, traveller.auth0.code());
    await reach(traveller, 'mfaRequired');
  },
  'Signed in': async (traveller) => {
    await toCodeStep(traveller);
    await typeCode(traveller, traveller.auth0.code());
    await reach(traveller, 'authenticated');
  },
} satisfies Record<string, Journey>;

/** Those of a login with the prop `send="link"`; the others need codes. */
export const linkJourneys = {
  'Link: sent': async (traveller) => {
    await submitIdentifier(traveller);
    await reach(traveller, 'awaitingLink');
  },
  'Link: sending a new one': async (traveller) => {
    await submitIdentifier(traveller);
    await reach(traveller, 'awaitingLink');
    wake(traveller.auth0, 31);
    traveller.auth0.emulator.failNext({ path: start, delayMs: forever });
    await resend(traveller);
    await reach(traveller, 'resendingCode');
  },
} satisfies Record<string, Journey>;

export type JourneyName = keyof typeof journeys | keyof typeof linkJourneys;

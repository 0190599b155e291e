import { afterAll, beforeAll, beforeEach } from 'vitest';
import { passwordlessOtpGrant } from '../applications.ts';
import { listen, type Listening } from '../node.ts';
import { localhostCertificate } from '../testing/localhostCertificate.ts';
import { auth0AuthJs } from './auth0AuthJs.ts';
import { auth0Legacy } from './auth0Legacy.ts';
import { oauth4webApi } from './oauth4webApi.ts';
import { openidClient } from './openidClient.ts';
import { client, type Address, type Sdk, type Visit } from './sdk.ts';

/** In the order of the packages' names, for `it.each` and `describe.each`. */
export const sdkNames = [
  '@auth0/auth0-auth-js',
  'auth0/legacy',
  'oauth4webapi',
  'openid-client',
] as const;

export type SdkName = (typeof sdkNames)[number];

/** Each makes a client of its own for an issuer. */
export const sdks: Record<SdkName, (issuer: string) => Sdk | Promise<Sdk>> = {
  '@auth0/auth0-auth-js': auth0AuthJs,
  'auth0/legacy': auth0Legacy,
  oauth4webapi: oauth4webApi,
  'openid-client': openidClient,
};

const visit: Visit = async (address) => {
  const response = await fetch(address, { redirect: 'manual' });
  const location = response.headers.get('location');
  if (location === null) throw new Error(`No redirect, but ${await response.text()}`);
  return new URL(location);
};

/**
 * One emulator over https for all tests of a file, fresh before each: most of these clients talk to nothing else. They trust
 * its certificate because `NODE_EXTRA_CA_CERTS` of the test run names it.
 */
export function setUpSdks() {
  let listening: Listening | undefined;
  const running = (): Listening => {
    if (!listening) throw new Error('Only within a test.');
    return listening;
  };

  beforeAll(async () => {
    listening = await listen({ port: 0, tls: localhostCertificate });
  });
  afterAll(() => running().close());
  beforeEach(() => {
    const { emulator } = running();
    emulator.reset();
    emulator.setApplication(client.clientId, { refreshTokenRotation: true });
  });

  const post = async (path: string, fields: object): Promise<Record<string, unknown>> => {
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(fields) };
    const response = await fetch(new URL(path, running().issuer), init);
    if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
    return response.json();
  };
  const codeFor = (to: string): string => {
    const code = running().emulator.outbox.messages({ to })[0]?.code;
    if (code === undefined) throw new Error(`No code was sent to ${to}.`);
    return code;
  };
  const startByHand = (to: Address) => {
    const { clientId: client_id, clientSecret: client_secret } = client;
    const message =
      'email' in to
        ? { connection: 'email', email: to.email, send: 'code' }
        : { connection: 'sms', phone_number: to.phoneNumber };
    return post('/passwordless/start', { client_id, client_secret, ...message });
  };

  return {
    get emulator() {
      return running().emulator;
    },
    get issuer() {
      return running().issuer;
    },
    codeFor,
    /** Sends a code as the client does it, or by hand for a client that knows only what comes after. */
    sendCode: (sdk: Sdk, to: Address): Promise<unknown> => (sdk.sendCode ?? startByHand)(to),
    visit,
    /** A browser in which somebody has a login ticket. */
    async visitAs(email: string): Promise<Visit> {
      const { clientId } = client;
      running().emulator.setApplication(clientId, { crossOriginLogin: true });
      await startByHand({ email });
      const { login_ticket } = await post('/co/authenticate', {
        client_id: clientId,
        credential_type: passwordlessOtpGrant,
        realm: 'email',
        username: email,
        otp: codeFor(email),
      });
      return (address) => {
        const withTicket = new URL(address);
        withTicket.searchParams.set('login_ticket', String(login_ticket));
        return visit(withTicket);
      };
    },
  };
}

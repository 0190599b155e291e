import type { Emulator } from '../createEmulator.ts';
import { callerOf, otpGrant } from './caller.ts';

export const callback = 'http://localhost:5173/callback';

/** What a redirect brought back, whether in the query or in the fragment. */
export interface Returned {
  status: number;
  /** `?` or `#`, or nothing. */
  by: string | undefined;
  at: string;
  parameters: Record<string, string>;
  html: string;
}

/** Walks through an emulator's redirects as the browser of one person does. */
export function browserOf(emulator: Emulator) {
  const { start, codeFor, post } = callerOf(emulator);

  const open = async (address: string | URL, init?: RequestInit): Promise<Returned> => {
    const response = await emulator.navigate(address, init);
    const location = response.headers.get('location') ?? '';
    const [at = '', by, text = ''] = location.split(/([?#])/, 3);
    const parameters = Object.fromEntries(new URLSearchParams(text));
    return { status: response.status, by, at, parameters, html: await response.text() };
  };
  const authorize = (parameters: Record<string, string> = {}) =>
    open(
      `/authorize?${new URLSearchParams({
        client_id: 'native',
        response_type: 'code',
        redirect_uri: callback,
        state: 's t',
        ...parameters,
      }).toString()}`,
    );
  /** A login ticket for somebody who has just got a code. */
  const ticketFor = async (email = 'ada@example.com', client_id = 'native') => {
    emulator.setApplication(client_id, { crossOriginLogin: true });
    await start({ email });
    const { body } = await post('/co/authenticate', {
      client_id,
      username: email,
      otp: codeFor(email),
      realm: 'email',
      credential_type: otpGrant,
    });
    return String(body.login_ticket);
  };
  const linkFor = async (authParams: object = {}, fields: object = {}) => {
    await start({ send: 'link', authParams: { redirect_uri: callback, ...authParams }, ...fields });
    return emulator.outbox.messages()[0]?.link ?? '';
  };

  return { open, authorize, ticketFor, linkFor };
}

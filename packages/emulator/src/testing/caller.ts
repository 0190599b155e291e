import { isObject } from '../requestBody.ts';
import type { Emulator } from '../createEmulator.ts';

/** The passwordless grant's name, as Auth0's documentation has it. */
export const otpGrant = 'http://auth0.com/oauth/grant-type/passwordless/otp';

export const ada = { client_id: 'native', connection: 'email', email: 'ada@example.com' };
export const phone = { client_id: 'native', connection: 'sms', phone_number: '+14155550100' };
export const adasTry = {
  client_id: 'native',
  grant_type: otpGrant,
  realm: 'email',
  username: 'ada@example.com',
};

/** An answer whose JSON body, if it has one, was read. */
export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

async function read(pending: Promise<Response>): Promise<Answer> {
  const response = await pending;
  const { status, headers } = response;
  const text = await response.text();
  const isJson = headers.get('content-type')?.startsWith('application/json');
  const body: unknown = isJson ? JSON.parse(text) : undefined;
  return { status, headers, body: isObject(body) ? body : {} };
}

/** Calls an emulator the way a client application does. */
export function callerOf(emulator: Emulator) {
  const post = (path: string, fields: unknown, headers: Record<string, string> = {}) =>
    read(
      emulator.fetch(new URL(path, emulator.issuer), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(fields),
      }),
    );
  const put = (path: string, fields: unknown) =>
    read(
      emulator.fetch(new URL(path, emulator.issuer), {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(fields),
      }),
    );
  const form = (path: string, fields: Record<string, string>) =>
    read(
      emulator.fetch(new URL(path, emulator.issuer), {
        method: 'POST',
        body: new URLSearchParams(fields),
      }),
    );
  const codeFor = (to: string) => {
    const code = emulator.outbox.messages({ to })[0]?.code;
    if (code === undefined) throw new Error(`No code was sent to ${to}.`);
    return code;
  };

  const start = (fields: object = {}, headers?: Record<string, string>) =>
    post('/passwordless/start', { ...ada, send: 'code', ...fields }, headers);
  const token = (fields: object = {}) => post('/oauth/token', { ...adasTry, ...fields });

  const get = (path: string, headers: Record<string, string> = {}) =>
    read(emulator.fetch(new URL(path, emulator.issuer), { headers }));
  /** Starts and exchanges; the fields are those of the exchange. */
  const login = async (fields: object = {}) => {
    await start();
    return token({ otp: codeFor('ada@example.com'), ...fields });
  };

  return { post, put, form, get, start, token, codeFor, login };
}

/** A code that is certainly wrong. */
export const otherThan = (code: string) =>
  code.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));

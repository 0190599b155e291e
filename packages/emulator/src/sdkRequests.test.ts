import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createEmulator, type Emulator } from './createEmulator.ts';
import { isObject } from './requestBody.ts';

/*
 * What real SDKs sent, recorded from their own code and condensed, and what they must get. In angle brackets stands what an
 * earlier answer brought. The tenant was not Auth0's, so the statuses say what satisfied the SDK, no more.
 */

type Fields = Record<string, unknown>;

interface SdkRequest {
  sdk: string;
  call: string;
  method: string;
  path: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  json?: Fields;
  form?: Record<string, string>;
  status: number;
  error?: Fields;
}

const page = 'http://127.0.0.1:4600';
const issuer = 'http://localhost:4400/';
const otpGrant = 'http://auth0.com/oauth/grant-type/passwordless/otp';
const legacyRo = 'http://auth0.com/oauth/legacy/grant-type/ro';

/** The tenant in front of which the SDKs were recorded. */
function recordedTenant(): Emulator {
  const emulator = createEmulator({ issuer, enforcesClientAtVerify: false });
  const shared = {
    type: 'native',
    grantTypes: ['implicit', 'authorization_code', 'refresh_token', otpGrant, legacyRo],
    callbacks: ['/cb', '/cb.html', '/spa.html', '/auth/callback'].map((path) => page + path),
    webOrigins: [page],
    crossOriginLogin: true,
    refreshTokenRotation: true,
    legacyPasswordRealm: true,
  } as const;
  emulator.setApplication('spa', shared);
  const clientSecret = 'web-secret-web-secret-web-secret-42';
  emulator.setApplication('web', { ...shared, type: 'regular_web', clientSecret });
  return emulator;
}

/** Sends requests one after the other, and puts into each what earlier answers brought. */
function replayer(emulator: Emulator) {
  const known = new Map<string, string>();

  const newestCode = () => {
    const [message] = emulator.outbox.messages();
    const { searchParams } = new URL(message?.link ?? issuer);
    return message?.code ?? searchParams.get('verification_code') ?? '';
  };
  const fill = (request: SdkRequest): SdkRequest => {
    known.set('code', newestCode());
    const text = JSON.stringify(request);
    return JSON.parse(text.replace(/<(\w+)>/g, (_all, name: string) => known.get(name) ?? ''));
  };
  const learn = (body: Fields, location: string | null) => {
    const isRotated = typeof body.refresh_token === 'string' && known.has('refresh_token');
    if (isRotated) known.set('used_refresh_token', known.get('refresh_token') ?? '');
    const { searchParams } = new URL(location ?? issuer, issuer);
    const learnt = Object.entries({ ...body, ...Object.fromEntries(searchParams) });
    for (const [name, value] of learnt) {
      const key = name === 'code' ? 'authorization_code' : name;
      if (typeof value === 'string') known.set(key, value);
    }
  };

  return async (recordedRequest: SdkRequest) => {
    const { method, path, query, headers, json, form } = fill(recordedRequest);
    const url = new URL(`${path}?${new URLSearchParams(query ?? {}).toString()}`, issuer);
    const formBody = form && new URLSearchParams(form);
    const body = json ? JSON.stringify(json) : (formBody ?? null);
    const response = await emulator.handle(
      new Request(url, { method, body, ...(headers && { headers }) }),
    );
    const text = await response.text();
    const location = response.headers.get('location');
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    const parsed: unknown = isJson ? JSON.parse(text) : {};
    const fields = isObject(parsed) ? parsed : {};
    learn(fields, location);
    return { status: response.status, headers: response.headers, text, location, body: fields };
  };
}

type Answer = Awaited<ReturnType<ReturnType<typeof replayer>>>;

const isText = (value: unknown) => typeof value === 'string' && value !== '';
const hasScope = ({ json, form }: SdkRequest, scope: string) => {
  const asked = json?.scope ?? form?.scope;
  return typeof asked === 'string' && asked.includes(scope);
};
const allowsPage = ({ headers }: Answer) => headers.get('access-control-allow-origin') === page;

/** Whether a success has what the client needs of it, by path: with less it fails. */
const needs: Record<string, (answer: Answer, request: SdkRequest) => boolean> = {
  '/passwordless/start': ({ text }) => text.startsWith('{"_id":"'),
  '/passwordless/verify': ({ text }) => text === '{}',
  '/passwordless/verify_redirect': ({ location }, { query }) => {
    const isCode = query?.response_type === 'code';
    const isImplicit = query?.response_type === 'token id_token';
    if (isCode) return /\?code=/.test(location ?? '');
    return isImplicit && /#access_token=.*&id_token=/.test(location ?? '');
  },
  '/oauth/token': ({ body }, request) =>
    isText(body.access_token) &&
    body.token_type === 'Bearer' &&
    (isText(body.id_token) || !hasScope(request, 'openid')) &&
    (isText(body.refresh_token) || !hasScope(request, 'offline_access')),
  '/oauth/ro': ({ body }) => isText(body.access_token) && isText(body.id_token),
  '/oauth/revoke': ({ text }) => text === '',
  '/otp/challenge': ({ body }) => isText(body.auth_session),
  '/co/authenticate': (answer) =>
    isText(answer.body.login_ticket) &&
    allowsPage(answer) &&
    answer.headers.get('access-control-allow-credentials') === 'true',
  '/authorize': ({ status, location, text }, { query }) => {
    if (status === 200) return text.includes('authorization_response');
    const isDone = /[?#].*(code|id_token)=/.test(location ?? '');
    return query?.login_ticket ? isDone : (location ?? '').includes('/u/login?state=');
  },
  '/u/login': ({ status, location, text }) =>
    status === 200 ? text.includes('<form') : /[?]code=/.test(location ?? ''),
  '/userinfo': ({ body }) => isText(body.sub),
  '/.well-known/openid-configuration': ({ body }) => body.issuer === issuer,
  '/.well-known/jwks.json': ({ body }) => Array.isArray(body.keys) && body.keys.length === 1,
};

function isEnough(answer: Answer, request: SdkRequest): boolean {
  if (request.method === 'OPTIONS') return allowsPage(answer);
  if (request.error) return answer.text === JSON.stringify(request.error);
  return needs[request.path]?.(answer, request) ?? false;
}

const recording = new URL('./testing/sdkRequests.json', import.meta.url);
const requests: SdkRequest[] = JSON.parse(readFileSync(recording, 'utf8'));
const sdks = [...new Set(requests.map(({ sdk }) => sdk))];

describe('the recorded requests of', () => {
  it.each(sdks)('%s get what it needs', async (sdk) => {
    const send = replayer(recordedTenant());
    for (const request of requests.filter((other) => other.sdk === sdk)) {
      // oxlint-disable-next-line no-await-in-loop
      const answer = await send(request);
      const what = `${request.call}: ${request.method} ${request.path} → ${answer.text}`;
      const got = { what, status: answer.status, isEnough: isEnough(answer, request) };
      expect(got).toEqual({ what, status: request.status, isEnough: true });
    }
  });
});

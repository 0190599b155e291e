/**
 * The bytes that Auth0 reads and writes. No other file knows its field names, paths or sentences.
 *
 * @see {@link https://auth0.com/docs/api/authentication/passwordless/get-code-or-link Auth0: POST /passwordless/start}
 * @see {@link https://auth0.com/docs/api/authentication/passwordless/authenticate-user Auth0: POST /oauth/token}
 */
import type { HttpAnswer } from './clients/httpRequest.ts';
import type { ExchangeCodeRequest, StartRequest, TokenSet } from './clients/passwordlessClient.ts';
import { decodeJwt } from './decodeJwt.ts';
import {
  type MfaChallenge,
  PasswordlessError,
  type PasswordlessErrorCode,
} from './passwordlessError.ts';
import type { UserInfo } from './session.ts';
import { setupHint, type SetupProblem } from './setupHint.ts';

export const startPath = '/passwordless/start';
export const tokenPath = '/oauth/token';
export const revokePath = '/oauth/revoke';
export const userinfoPath = '/userinfo';

/**
 * `POST /passwordless/start`. The body is an allow-list, because Auth0 refuses unknown keys, and
 * `send` is always in it, because Auth0's default is a link.
 */
export function startInit(clientId: string, request: StartRequest): RequestInit {
  const body =
    request.connection === 'email'
      ? { email: request.email, send: request.send ?? 'code' }
      : { phone_number: request.phoneNumber, send: 'code' };
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      // Only when asked for: any header beyond the content type widens the CORS preflight.
      ...(request.language ? { 'x-request-language': request.language } : {}),
    },
    body: JSON.stringify({ client_id: clientId, connection: request.connection, ...body }),
    // The message still goes out when the person closes the tab right after the click.
    keepalive: true,
  };
}

/** `POST /oauth/token` as a form: it needs no CORS preflight, which saves a round trip. */
export function exchangeInit(
  clientId: string,
  request: ExchangeCodeRequest,
  { scope, audience }: { scope: string; audience?: string | undefined },
): RequestInit {
  return {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'http://auth0.com/oauth/grant-type/passwordless/otp',
      client_id: clientId,
      realm: request.connection,
      username: request.connection === 'email' ? request.email : request.phoneNumber,
      otp: request.code,
      scope,
      ...(audience ? { audience } : {}),
    }),
  };
}

/** `POST /oauth/token`: new tokens with the scopes of the login. A form, as above. */
export function refreshInit(clientId: string, refreshToken: string): RequestInit {
  const body = { grant_type: 'refresh_token', client_id: clientId, refresh_token: refreshToken };
  return { method: 'POST', body: new URLSearchParams(body) };
}

/** `POST /oauth/revoke`, which goes out even when the page is left right after the click. */
export function revokeInit(clientId: string, refreshToken: string): RequestInit {
  const body = { client_id: clientId, token: refreshToken, token_type_hint: 'refresh_token' };
  return { method: 'POST', body: new URLSearchParams(body), keepalive: true };
}

/** `GET /userinfo` */
export function userinfoInit(accessToken: string): RequestInit {
  return { headers: { authorization: `Bearer ${accessToken}` } };
}

/** Where a browser goes to end the session that Auth0 itself may have. */
export function logoutAddress(origin: string, clientId: string, returnTo?: string): string {
  const query = { client_id: clientId, ...(returnTo ? { returnTo } : {}) };
  return `${origin}/v2/logout?${new URLSearchParams(query)}`;
}

/** Whether Auth0 says that a refresh token is over: revoked, too old, used twice, or its user gone. */
export const isRefreshRefused = ({ text }: HttpAnswer): boolean =>
  readBody(text)['error'] === 'invalid_grant';

/** The user of a successful answer; the ID is empty when nobody is named in it. */
export function readUser({ text }: HttpAnswer): UserInfo {
  const claims = readBody(text);
  return {
    id: string(claims['sub']) ?? '',
    name: string(claims['name']),
    picture: string(claims['picture']),
    email: string(claims['email']),
    phoneNumber: string(claims['phone_number']),
    claims,
  };
}

/** What an ID token says, unchecked: its claims, and `alg` of its header. Empty when it is no JWT. */
export function readIdToken(idToken: string): Body {
  const [header = {}, payload = {}] = decodeJwt(idToken);
  const { auth_time: authTime, org_id: orgId, org_name: orgName, ...claims } = payload;
  return { ...claims, authTime, orgId, orgName, alg: header['alg'] };
}

/** Tokens of a successful answer. Throws `unexpected_response` when there is no access token in it. */
export function readTokens(
  { status, text }: HttpAnswer,
  at: number,
  requestedScope: string,
): TokenSet {
  const body = readBody(text);
  const accessToken = string(body['access_token']);
  if (!accessToken) {
    const detail = `Auth0 answered ${status} without an access token.`;
    throw new PasswordlessError('unexpected_response', { status, detail });
  }
  const seconds = Number(body['expires_in']);
  return {
    accessToken,
    tokenType: string(body['token_type']) ?? 'Bearer',
    expiresAt: seconds > 0 ? at + seconds * 1000 : null,
    // RFC 6749 §5.1: left out when it is what was asked for.
    scope: string(body['scope']) ?? requestedScope,
    idToken: string(body['id_token']),
    refreshToken: string(body['refresh_token']),
  };
}

/**
 * The error of an answer that is not a success. Decided by the body's `error`, then by the English
 * sentence, then by the status, since Auth0's own pages disagree on statuses. `secret` is removed from
 * Auth0's words before they become part of the message.
 */
export function readFailure(answer: HttpAnswer, at: number, secret?: string): PasswordlessError {
  const { status, text: raw } = answer;
  const body = readBody(raw);
  const name = string(body['errorCode'] ?? body['code'] ?? body['error']);
  const sentence = string(body['error_description'] ?? body['description'] ?? body['message']);
  const words = [name, sentence].filter(Boolean).join(': ');
  const said = words || raw.slice(0, 200);
  const code = meanings.find(([pattern]) => pattern.test(said))?.[1] ?? meaningOf(status);
  const isLimit = code === 'rate_limited' || code === 'blocked';
  return new PasswordlessError(code, {
    status,
    detail: `Auth0 answered ${status} ${secret ? words.replaceAll(secret, '•••') : words}`.trim(),
    retryAt: isLimit ? readRetryAt(answer, at) : undefined,
    setupHint: code === 'misconfigured' ? setupHint(() => problemOf(said)) : undefined,
    mfa: code === 'mfa_required' ? readMfa(body) : undefined,
  });
}

/**
 * What an answer means, read from "error: error_description" in this order: the first that fits counts.
 * A body with a sentence alone has no name before it, nor has a body that is plain text.
 */
const meanings: readonly (readonly [said: RegExp, code: PasswordlessErrorCode])[] = [
  [/maximum number of attempts/i, 'too_many_attempts'],
  [/verification code has expired/i, 'expired_code'],
  [/^invalid_(grant|user_password)|or verification code/i, 'wrong_code'],
  [/^blocked_user|^too_many_(att|log)|user is blocked/i, 'blocked'],
  [/^bad\.(email|phone)|Code: 21211/, 'invalid_identifier'],
  [/signup is disabled/i, 'signup_disabled'],
  [/^invalid_captcha|^requires_verification/, 'captcha_required'],
  [/^sms_provider/, 'delivery_failed'],
  [/^mfa_required/, 'mfa_required'],
  [/^too_many_requests/, 'rate_limited'],
  [
    /client|grant|service not found|^(bad\.|origin|insufficient_|invalid_[rs]|endpoint_|method_)/i,
    'misconfigured',
  ],
  [/^(access_denied|unauthorized|invalid_token)/i, 'access_denied'],
  [/^server_error|^temporarily/, 'provider_down'],
];

/** Which setting a `misconfigured` answer is about, read in the same way. */
function problemOf(said: string): SetupProblem {
  const problems: readonly (readonly [RegExp, SetupProblem])[] = [
    [/^invalid_client|client authentication/i, 'clientAuthentication'],
    [/client_id|resolving client/i, 'clientId'],
    [/^bad\.connection/, 'connection'],
    [/^bad\.tenant|^$/, 'domain'],
    [/service not found/i, 'audience'],
    [/^origin/i, 'origin'],
    [/client|grant/i, 'grant'],
  ];
  return problems.find(([pattern]) => pattern.test(said))?.[1] ?? 'request';
}

/** What the status alone says, where the words say nothing. */
function meaningOf(status: number): PasswordlessErrorCode {
  // Auth0's front door answers 421 to a host that is not a tenant.
  if (status === 421) return 'misconfigured';
  if (status === 429) return 'rate_limited';
  return status >= 500 ? 'provider_down' : 'unexpected_response';
}

/** `Retry-After` in seconds or as a date, else `X-RateLimit-Reset` in epoch seconds; never in the past. */
function readRetryAt({ headers }: HttpAnswer, at: number): number | undefined {
  const after = headers.get('retry-after');
  const reset = headers.get('x-ratelimit-reset');
  const candidates = [
    after && (/^\d+$/.test(after) ? at + Number(after) * 1000 : Date.parse(after)),
    reset && Number(reset) * 1000,
  ];
  return candidates.find((instant): instant is number => Number(instant) > at);
}

/** Factors stand in lists of `{ type }` (the classic grant) or of names (the database connection's). */
function readMfa(body: Body): MfaChallenge | undefined {
  const token = string(body['mfa_token']);
  const factors = Object.values(Object(body['mfa_requirements']))
    .flat()
    .map((factor) => string(factor) ?? string(Object(factor).type));
  return token ? { token, factors: factors.filter((factor) => factor !== undefined) } : undefined;
}

type Body = Readonly<Record<string, unknown>>;

/** The members of a JSON object; none of anything else, such as a proxy's HTML page. */
export function readBody(text: string): Body {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

const string = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined;

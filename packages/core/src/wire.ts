/**
 * The bytes that Auth0 reads and writes. No other file knows its field names, paths or sentences.
 *
 * @see {@link https://auth0.com/docs/api/authentication/passwordless/get-code-or-link Auth0: POST /passwordless/start}
 * @see {@link https://auth0.com/docs/api/authentication/passwordless/authenticate-user Auth0: POST /oauth/token}
 */
import type { HttpAnswer } from './clients/httpRequest.ts';
import type { ExchangeCodeRequest, StartRequest, TokenSet } from './clients/passwordlessClient.ts';
import {
  type MfaChallenge,
  PasswordlessError,
  type PasswordlessErrorCode,
} from './passwordlessError.ts';
import { setupHint, type SetupProblem } from './setupHint.ts';

export const startPath = '/passwordless/start';
export const tokenPath = '/oauth/token';

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

/** Tokens of a successful answer. Throws `unexpected_response` when there is no access token in it. */
export function readTokens(answer: HttpAnswer, at: number, requestedScope: string): TokenSet {
  const body = readBody(answer);
  const accessToken = text(body['access_token']);
  if (!accessToken) {
    const detail = `Auth0 answered ${answer.status} without an access token (${contentType(answer)}).`;
    throw new PasswordlessError('unexpected_response', { status: answer.status, detail });
  }
  const seconds = Number(body['expires_in'] ?? Number.NaN);
  const idToken = text(body['id_token']);
  const refreshToken = text(body['refresh_token']);
  return {
    accessToken,
    tokenType: text(body['token_type']) ?? 'Bearer',
    expiresAt: Number.isFinite(seconds) ? at + seconds * 1000 : null,
    // RFC 6749 §5.1: left out when it is what was asked for.
    scope: text(body['scope']) ?? requestedScope,
    ...(idToken ? { idToken } : {}),
    ...(refreshToken ? { refreshToken } : {}),
  };
}

/**
 * The error of an answer that is not a success. Decided by the body's `error`, then by the English
 * sentence, then by the status, since Auth0's own pages disagree on statuses. `secrets` are removed
 * from Auth0's words before they become part of the message.
 */
export function readFailure(
  answer: HttpAnswer,
  at: number,
  secrets: readonly string[] = [],
): PasswordlessError {
  const body = readBody(answer);
  const name = text(body['errorCode']) ?? text(body['code']) ?? text(body['error']) ?? '';
  const sentence =
    text(body['error_description']) ?? text(body['description']) ?? text(body['message']) ?? '';
  const [code, problem] = classify(name, sentence || name, answer);
  const words = [name, sentence].filter(Boolean).join(': ') || contentType(answer);
  const detail = secrets.filter(Boolean).reduce((s, secret) => s.replaceAll(secret, '•••'), words);
  const { status } = answer;
  return new PasswordlessError(code, {
    status,
    detail: `Auth0 answered ${status} ${detail}`,
    retryAt: code === 'rate_limited' || code === 'blocked' ? readRetryAt(answer, at) : undefined,
    setupHint: problem && setupHint(problem),
    mfa: code === 'mfa_required' ? readMfa(body) : undefined,
  });
}

type Verdict = readonly [PasswordlessErrorCode, SetupProblem?];

const misconfigured = (problem: SetupProblem): Verdict => ['misconfigured', problem];

/** Names that mean one thing whatever the sentence says. */
const byName: Readonly<Record<string, Verdict>> = {
  'bad.email': ['invalid_identifier'],
  'bad.phone_number': ['invalid_identifier'],
  'bad.tenant': misconfigured('domain'),
  'bad.client_id': misconfigured('clientId'),
  'bad.connection': misconfigured('connection'),
  'bad.authParams': misconfigured('request'),
  'bad.request': misconfigured('request'),
  'bad.send': misconfigured('request'),
  access_denied: ['access_denied'],
  blocked_user: ['blocked'],
  endpoint_disabled: misconfigured('request'),
  invalid_captcha: ['captcha_required'],
  invalid_client: misconfigured('clientAuthentication'),
  invalid_grant: ['wrong_code'],
  invalid_request: misconfigured('request'),
  invalid_scope: misconfigured('request'),
  invalid_user_password: ['wrong_code'],
  mfa_required: ['mfa_required'],
  requires_verification: ['captcha_required'],
  server_error: ['provider_down'],
  sms_provider_error: ['delivery_failed'],
  temporarily_unavailable: ['provider_down'],
  too_many_attempts: ['blocked'],
  too_many_logins: ['blocked'],
  too_many_requests: ['rate_limited'],
  unauthorized: ['access_denied'],
  unauthorized_client: misconfigured('grant'),
  unsupported_grant_type: misconfigured('grant'),
};

/** Sentences that say more than the name, since one name stands for several causes. */
const bySentence: readonly (readonly [RegExp, Verdict])[] = [
  [/maximum number of attempts/i, ['too_many_attempts']],
  [/code has expired/i, ['expired_code']],
  [/wrong (email|phone number) or verification code/i, ['wrong_code']],
  [/user is blocked/i, ['blocked']],
  [/signup is disabled/i, ['signup_disabled']],
  [/client authentication is required/i, misconfigured('clientAuthentication')],
  [/grant type .* not allowed/i, misconfigured('grant')],
  [/\(Code: 21211\)/, ['invalid_identifier']],
  [/resolving client|missing required property: client_id/i, misconfigured('clientId')],
  [/service not found/i, misconfigured('audience')],
  [/^origin .* is not allowed/i, misconfigured('origin')],
];

function classify(name: string, sentence: string, { status, text: raw }: HttpAnswer): Verdict {
  // An answer of a proxy has no sentence, only a text.
  const said = sentence || raw.slice(0, 500);
  for (const [pattern, verdict] of bySentence) if (pattern.test(said)) return verdict;
  // `hasOwn`: a body may say {"error":"constructor"}.
  if (Object.hasOwn(byName, name) && byName[name]) return byName[name];
  if (status === 421) return misconfigured('domain');
  if (status === 429) return ['rate_limited'];
  if (status >= 500) return ['provider_down'];
  return ['unexpected_response'];
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

function readMfa(body: Record<string, unknown>): MfaChallenge | undefined {
  const token = text(body['mfa_token']);
  const requirements = Object.values(record(body['mfa_requirements'])).flat();
  const factors = requirements.map((each) => text(each) ?? text(record(each)['type']));
  return token ? { token, factors: factors.filter((each) => each !== undefined) } : undefined;
}

function readBody({ text: raw }: HttpAnswer): Record<string, unknown> {
  try {
    return record(JSON.parse(raw));
  } catch {
    return {};
  }
}

const contentType = ({ headers, text: raw }: HttpAnswer) =>
  raw ? (headers.get('content-type') ?? 'no content type') : 'with an empty body';

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined;

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

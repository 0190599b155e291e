import type { HttpAnswer, HttpResponse } from '../clients/httpRequest.ts';
import {
  type MfaChallenge,
  PasswordlessError,
  type PasswordlessErrorCode,
  type SetupHint,
} from '../passwordlessError.ts';
import { setupHint, type SetupProblem } from '../setupHint.ts';
import { type Body, readBody, string } from './body.ts';

/** Bundlers put a literal in the place of `process.env.NODE_ENV`. */
declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * The error of an answer that is not a success. Decided by the body's `error`, then by the English
 * sentence, then by the status, since Auth0's own pages disagree on statuses. `secret` is removed from
 * Auth0's words before they become part of the message; `ownMeanings` are those of one endpoint.
 */
export function readFailure(
  { response, text }: HttpAnswer,
  at: number,
  secret?: string,
  ownMeanings: readonly Meaning[] = [],
): PasswordlessError {
  const body = readBody(text);
  const name = string(body['errorCode']) ?? string(body['code']) ?? string(body['error']);
  const sentence = string(body['error_description'] ?? body['description'] ?? body['message']);
  const words = [name, sentence].filter(Boolean).join(': ');
  const said = words || text.slice(0, 200);
  const all = [...ownMeanings, ...meanings];
  const code = all.find(([pattern]) => pattern.test(said))?.[1] ?? meaningOf(response.status);
  const isLimit = code === 'rate_limited' || code === 'blocked';
  return new PasswordlessError(code, {
    status: response.status,
    detail:
      `Auth0 answered ${response.status} ${secret ? words.replaceAll(secret, '•••') : words}`.trim(),
    retryAt: isLimit ? readRetryAt(response.headers, at) : undefined,
    setupHint: hintOf(code, said, response),
    mfa: code === 'mfa_required' ? readMfa(body) : undefined,
  });
}

/** Asks for itself too, so that bundlers see that a production build never calls `problemOf`. */
function hintOf(
  code: PasswordlessErrorCode,
  said: string,
  response: HttpResponse,
): SetupHint | undefined {
  try {
    if (process.env.NODE_ENV !== 'production' && code === 'misconfigured') {
      return setupHint(problemOf(said, response.status));
    }
  } catch {
    // Neither a bundler nor a `process` to ask: as in production.
  }
  return undefined;
}

export type Meaning = readonly [said: RegExp, code: PasswordlessErrorCode];

/** What is said of a code, whatever the name before it. */
const usedUp: Meaning = [/maximum number of attempts/i, 'too_many_attempts'];
const tooOld: Meaning = [/code (has )?expired/i, 'expired_code'];

/**
 * What an answer means, read from "error: error_description" in this order: the first that fits counts.
 * A body with a sentence alone has no name before it, nor has a body that is plain text. Names decide
 * before sentences, which tenants write too, but for what Auth0 says under several names.
 */
const meanings: readonly Meaning[] = [
  [/^blocked_user|^password_leaked|^too_many_(att|log)|user is blocked/i, 'blocked'],
  [/^bad\.(email|phone)|Code: 21211/, 'invalid_identifier'],
  [/signup is disabled/i, 'signup_disabled'],
  [/^invalid_captcha|^requires_verification/, 'captcha_required'],
  [/^sms_provider/, 'delivery_failed'],
  [/^mfa_required/, 'mfa_required'],
  [/^too_many_requests/, 'rate_limited'],
  [
    /^(bad\.|origin|client|grant|unauthorized_|unsupported_|insufficient_|invalid_[crs]|endpoint_|method_)|(invalid|resolving) client|service not found|this endpoint|default connection/i,
    'misconfigured',
  ],
  [/^(access_denied|unauthorized|invalid_token)/i, 'access_denied'],
  [/^server_error|^temporarily/, 'provider_down'],
  usedUp,
  tooOld,
  [/^invalid_(grant|user_password)|or verification code/i, 'wrong_code'],
];

/** Which setting a `misconfigured` answer is about, read in the same way. */
function problemOf(said: string, status: number): SetupProblem {
  if (status === 421) return 'domain';
  const problems: readonly (readonly [RegExp, SetupProblem])[] = [
    [/^invalid_client|client (auth|cred)/i, 'clientAuthentication'],
    [/client_id|resolving client/i, 'clientId'],
    [/^bad\.connection/, 'connection'],
    [/^bad\.tenant/, 'domain'],
    [/service not found/i, 'audience'],
    [/^(missing_id_token|invalid_(issuer|aud|conf)|domain_|dpop_|mtls_)/, 'nextAuth0'],
    [/^origin/i, 'origin'],
    [/cross.origin login/i, 'crossOrigin'],
    [/unknown realm|^invalid_connection/i, 'connection'],
    [/client|grant|this endpoint|default connection/i, 'grant'],
  ];
  return problems.find(([pattern]) => pattern.test(said))?.[1] ?? 'request';
}

/** What the status alone says, where the words say nothing. */
export function meaningOf(status: number): PasswordlessErrorCode {
  // Auth0's front door answers 421 to a host that is not a tenant.
  if (status === 421) return 'misconfigured';
  if (status === 429) return 'rate_limited';
  return status >= 500 ? 'provider_down' : 'unexpected_response';
}

/** `Retry-After` in seconds or as a date, else `X-RateLimit-Reset` in epoch seconds; never in the past. */
export function readRetryAt(headers: Pick<Headers, 'get'>, at: number): number | undefined {
  const after = headers.get('retry-after') ?? '';
  const reset = Number(headers.get('x-ratelimit-reset'));
  const candidates = [at + Number(after) * 1000, Date.parse(after), reset * 1000];
  return candidates.find((instant) => instant > at);
}

/** `/otp/challenge` codes: Auth0 answers a wrong, an expired and a used code alike, on purpose. */
export const challengedCodeMeanings: readonly Meaning[] = [[/^invalid_request/, 'wrong_code']];

/** `/co/authenticate`: a code that is not right is an access denied here, as a wrong password would be. */
export const crossOriginMeanings: readonly Meaning[] = [
  usedUp,
  tooOld,
  [/^access_denied: (wrong|authentication error)/i, 'wrong_code'],
];

/** A refresh token that is over: revoked, too old, used twice, or its user gone. */
export const refreshMeanings: readonly Meaning[] = [[/^invalid_grant\b/, 'expired_code']];

/** Factors stand in lists of `{ type }` (the classic grant) or of names (the database connection's). */
function readMfa(body: Body): MfaChallenge | undefined {
  const token = string(body['mfa_token']);
  const factors = Object.values(Object(body['mfa_requirements']))
    .flat()
    .flatMap((factor) => string(Object(factor).type ?? factor) ?? []);
  return token ? { token, factors } : undefined;
}

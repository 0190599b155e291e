import type { HttpAnswer } from './clients/httpRequest.ts';
import {
  PasswordlessError,
  type PasswordlessErrorCode,
  type PasswordlessErrorOptions,
} from './passwordlessError.ts';
import { readBody, string } from './wire/body.ts';
import { meaningOf, readRetryAt } from './wire/failures.ts';

/**
 * The status with which the handler of `@auth0-passwordless/server` answers each error. Auth0's own is not
 * passed on, because what is a refusal to the server (a wrong secret, say) is a fault of it to the browser.
 */
export const failureStatuses: Readonly<Record<PasswordlessErrorCode, number>> = {
  invalid_identifier: 400,
  incomplete_code: 400,
  ambiguous_code: 400,
  repeated_code: 400,
  wrong_code: 403,
  expired_code: 403,
  too_many_attempts: 403,
  rate_limited: 429,
  blocked: 403,
  signup_disabled: 403,
  captcha_required: 403,
  delivery_failed: 502,
  mfa_required: 403,
  access_denied: 403,
  misconfigured: 500,
  offline: 503,
  network: 502,
  timeout: 504,
  aborted: 499,
  provider_down: 503,
  unexpected_response: 502,
};

/**
 * The JSON that the handler sends for an error: `{ "error": { "code", "detail"?, "setupHint"?, "mfa"? } }`.
 * `detail` is a sentence of the handler's own, never one of Auth0's. When to try again is in `Retry-After`.
 */
export function failureBody(
  { code, setupHint, mfa }: PasswordlessError,
  detail?: string,
): { readonly error: object } {
  return { error: { code, detail, setupHint, mfa } };
}

/** The error of an answer of the handler, or of whatever stands in its way, that is not a success. */
export function readHandlerFailure(
  { response, text }: HttpAnswer,
  at: number,
  path: string,
): PasswordlessError {
  const { status } = response;
  const { code, detail, ...told } = Object(readBody(text)['error']);
  const retryAt = status === 429 ? readRetryAt(response.headers, at) : undefined;
  if (isCode(code)) {
    // Written by `failureBody`: the code is one of ours.
    const { setupHint, mfa }: Pick<PasswordlessErrorOptions, 'setupHint' | 'mfa'> = told;
    return new PasswordlessError(code, { status, retryAt, setupHint, mfa, detail: string(detail) });
  }
  const isAbsent = status === 404 || status === 405;
  return new PasswordlessError(isAbsent ? 'misconfigured' : meaningOf(status), {
    status,
    retryAt,
    detail: `${path} answered ${status}, and not as the handler does; is it mounted there?`,
  });
}

const isCode = (code: unknown): code is PasswordlessErrorCode =>
  Object.hasOwn(failureStatuses, String(code));

import type { ReadServerFailure } from './clients/ownServerClient.ts';
import {
  PasswordlessError,
  type PasswordlessErrorCode,
  passwordlessErrorCodes,
  type PasswordlessErrorOptions,
} from './passwordlessError.ts';
import { readBody, string } from './wire/body.ts';
import { readRetryAt } from './wire/failures.ts';

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

/** The error of an answer of the handler that is not a success. */
export const readHandlerFailure: ReadServerFailure = ({ response, text }, at) => {
  const { code, detail, ...told } = Object(readBody(text)['error']);
  // Written by `failureBody`: the code is one of ours.
  const { setupHint, mfa }: Pick<PasswordlessErrorOptions, 'setupHint' | 'mfa'> = told;
  if (!isCode(code)) return undefined;
  return new PasswordlessError(code, {
    status: response.status,
    retryAt: readRetryAt(response.headers, at),
    detail: string(detail),
    setupHint,
    mfa,
  });
};

const codes: readonly unknown[] = passwordlessErrorCodes;
const isCode = (code: unknown): code is PasswordlessErrorCode => codes.includes(code);

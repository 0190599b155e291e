import { PasswordlessError } from '@auth0-passwordless/core';
import { failureBody, failureStatuses, type HttpResponse } from '@auth0-passwordless/core/wire';
import type { Refusal } from './requestGuards.ts';

/** What the handler answers, for servers that have no `Response`. */
export interface Answer {
  readonly status: number;
  /** Names in lower case; `set-cookie` is not among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** `Set-Cookie` lines, each of them a header of its own. */
  readonly setCookies: readonly string[];
  /** JSON. */
  readonly body: string | null;
}

/** No cache between may keep an answer, and no browser may take it for anything else than JSON. */
const safeHeaders = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** Headers of Auth0's 429 that the browser gets as they are. */
const limitHeaders = [
  'retry-after',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
];

/** Seconds, or an HTTP date (RFC 9110 §10.2.3): whatever else stands there is not for the browser. */
const limitValue = /^(\d{1,12}|[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} GMT)$/;

/** JSON of `value`, or nothing when it is `undefined`. */
export function answer(
  status: number,
  value?: unknown,
  setCookies: readonly string[] = [],
): Answer {
  if (value === undefined) return { status, headers: safeHeaders, setCookies, body: null };
  const headers = { ...safeHeaders, 'content-type': 'application/json' };
  return { status, headers, setCookies, body: JSON.stringify(value) };
}

/** What a guard refuses. */
export function refusalAnswer({ status, detail, headers }: Refusal): Answer {
  const refused = answer(status, failureBody(new PasswordlessError('misconfigured'), detail));
  return { ...refused, headers: { ...refused.headers, ...headers } };
}

/** An error as the browser may know it: its code, and no word of Auth0's. */
export function failureAnswer(
  error: PasswordlessError,
  {
    at,
    upstream,
  }: { readonly at: number; readonly upstream?: HttpResponse['headers'] | undefined },
): Answer {
  const told = error.status ?? 0;
  // What is our own keeps the status it was made with; of Auth0's, a 429 does, whatever it was for.
  const isKept = told === 429 || (upstream === undefined && told >= 400);
  const status = isKept ? told : failureStatuses[error.code];
  const failed = answer(status, failureBody(error));
  if (status !== 429) return failed;
  const limits: Record<string, string> = {};
  for (const name of limitHeaders) {
    const value = upstream?.get(name);
    if (value && limitValue.test(value)) limits[name] = value;
  }
  if (error.retryAt !== undefined) {
    const seconds = Math.max(1, Math.ceil((error.retryAt - at) / 1000));
    limits['retry-after'] ??= String(seconds);
  }
  return { ...failed, headers: { ...failed.headers, ...limits } };
}

/** As runtimes with Fetch take it. */
export function toResponse({ status, headers, setCookies, body }: Answer): Response {
  const response = new Response(body, { status, headers });
  for (const cookie of setCookies) response.headers.append('set-cookie', cookie);
  return response;
}

import { PasswordlessError } from '@auth0-passwordless/core';
import { failureBody, failureStatuses } from '@auth0-passwordless/core/wire';
import type { Refusal } from './requestGuards.ts';

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

/** An answer of the handler: JSON, or nothing. `cookies` are `Set-Cookie` lines. */
export function answer(status: number, body?: unknown, cookies: readonly string[] = []): Response {
  const headers = new Headers(safeHeaders);
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  if (body === undefined) return new Response(null, { status, headers });
  headers.set('content-type', 'application/json');
  return new Response(JSON.stringify(body), { status, headers });
}

/** What a guard refuses. */
export function refusalResponse({ status, detail, headers = {} }: Refusal): Response {
  const response = answer(status, failureBody(new PasswordlessError('misconfigured'), detail));
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** An error as the browser may know it: its code, and no word of Auth0's. */
export function failureResponse(
  error: PasswordlessError,
  { at, upstream }: { readonly at: number; readonly upstream?: Headers | undefined },
): Response {
  const told = error.status ?? 0;
  // What is our own keeps the status it was made with; of Auth0's, a 429 does, whatever it was for.
  const isKept = told === 429 || (upstream === undefined && told >= 400);
  const status = isKept ? told : failureStatuses[error.code];
  const response = answer(status, failureBody(error));
  if (status !== 429) return response;
  for (const name of limitHeaders) {
    const value = upstream?.get(name);
    if (value && limitValue.test(value)) response.headers.set(name, value);
  }
  if (error.retryAt !== undefined && !response.headers.has('retry-after')) {
    const seconds = Math.max(1, Math.ceil((error.retryAt - at) / 1000));
    response.headers.set('retry-after', String(seconds));
  }
  return response;
}

import { PasswordlessError } from '../passwordlessError.ts';
import { meaningOf, readRetryAt } from '../wire/failures.ts';
import { json } from '../wire/requests.ts';
import { type HttpAnswer, httpRequest } from './httpRequest.ts';
import type {
  ExchangeCodeRequest,
  PasswordlessClient,
  RequestOptions,
} from './passwordlessClient.ts';

/** Bundlers put a literal in the place of `process.env.NODE_ENV`. */
declare const process: { readonly env: { readonly NODE_ENV?: string } };

export interface OwnServerOptions {
  /** How long to wait for an answer. Defaults to `20`, which is longer than the server waits for Auth0. */
  timeoutSeconds?: number | undefined;
  /** Replaces the global `fetch`, for tests. */
  fetch?: typeof fetch | undefined;
  /** Epoch milliseconds now. Defaults to `Date.now`. */
  now?: (() => number) | undefined;
}

/**
 * The error of an answer that is not a success, without `secret` in it; `undefined` when the answer has not the form
 * that this server gives.
 */
export type ReadServerFailure = (
  answer: HttpAnswer,
  at: number,
  secret: string | undefined,
) => PasswordlessError | undefined;

/** Where one kind of server wants a code, in which form, and how it refuses. */
type ServerProtocol = readonly [
  exchangePath: string,
  exchangeBody: (request: ExchangeCodeRequest) => object,
  readFailure: ReadServerFailure,
];

/**
 * A client that posts JSON to the page's own server, with the page's cookies, as `fetch` does there of itself. The
 * tokens stay there.
 */
export function createOwnServerClient(
  baseUrl: string,
  { timeoutSeconds = 20, fetch, now = () => Date.now() }: OwnServerOptions,
  [exchangePath, exchangeBody, readFailure]: ServerProtocol,
): PasswordlessClient {
  const post = async (path: string, body: object, how: RequestOptions = {}, secret?: string) => {
    const url = baseUrl + path;
    const answer = await httpRequest(url, json(body), { fetch, timeoutSeconds }, how.signal);
    const { ok, status, headers } = answer.response;
    if (ok) return;
    const at = now();
    const question = process.env.NODE_ENV === 'production' ? '' : ' Is the login mounted there?';
    throw (
      readFailure(answer, at, secret) ??
      // Something else stands there, or before it.
      new PasswordlessError([404, 405].includes(status) ? 'misconfigured' : meaningOf(status), {
        status,
        retryAt: readRetryAt(headers, at),
        detail: `${url} answered ${status}.${question}`,
      })
    );
  };
  return {
    start: (request, how) => post('/start', { ...request, send: request.send ?? 'code' }, how),
    async exchangeCode(request, how) {
      await post(exchangePath, exchangeBody(request), how, request.code);
      return null;
    },
  };
}

import { PasswordlessError } from '@auth0-passwordless/core';
import {
  confidentialInit,
  type ConfidentialInit,
  type HttpAnswer,
  httpRequest,
  type PostInit,
  readFailure,
} from '@auth0-passwordless/core/wire';
import type { Auth0Fetch } from './handlerOptions.ts';

type FailureMeanings = Parameters<typeof readFailure>[3];

/** Auth0 as a confidential application reaches it: each call carries the secret. */
export interface Auth0 {
  /** The answer, whatever it says. Rejects with `provider_down` when there is none. */
  readonly post: (path: string, init: PostInit, endUserIp?: string) => Promise<HttpAnswer>;
  /** The error of an answer that is not a success, without our secret and without `code`. */
  readonly failureOf: (
    answer: HttpAnswer,
    code?: string,
    meanings?: FailureMeanings,
  ) => PasswordlessError;
}

/** Workers know no `error`, and say so at once. */
const noRedirect: RequestRedirect = (() => {
  try {
    return new Request('https://example.com', { redirect: 'error' }).redirect;
  } catch {
    return 'manual';
  }
})();

export function createAuth0(options: {
  readonly origin: string;
  readonly clientSecret: string;
  readonly timeoutSeconds: number;
  readonly fetch: Auth0Fetch | undefined;
  readonly now: () => number;
}): Auth0 {
  const { origin, clientSecret, timeoutSeconds, now } = options;
  return {
    async post(path, init, endUserIp) {
      const confidential: ConfidentialInit = {
        ...confidentialInit(init, { clientSecret, endUserIp }),
        // Auth0 redirects no such call, and whoever does would get the secret.
        redirect: noRedirect,
        // Together with that, it saves Node's fetch from keeping a copy of the body for a second try.
        window: null,
      };
      const fetch = options.fetch ?? globalThis.fetch;
      try {
        return await httpRequest(origin + path, confidential, { fetch, timeoutSeconds });
      } catch (cause) {
        // The person's own network is fine: it has brought the request here.
        const detail = `No answer from ${origin + path}.`;
        throw new PasswordlessError('provider_down', { detail, cause });
      }
    },
    failureOf({ response, text }, code, meanings) {
      const secrets = [clientSecret, code].filter((secret) => !!secret);
      const safe = secrets.reduce(
        (all: string, secret = '') => all.replaceAll(secret, '•••'),
        text,
      );
      return readFailure({ response, text: safe }, now(), undefined, meanings);
    },
  };
}

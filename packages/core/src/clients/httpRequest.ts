import { PasswordlessError } from '../passwordlessError.ts';

/** An answer whose body has been read, so that nothing after it can fail on the network. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface HttpRequestOptions {
  readonly fetch: typeof fetch;
  readonly timeoutSeconds: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * One request, one answer, whatever its status. Rejects with `timeout`, `aborted`, `offline` or
 * `network` when there is none. The time limit covers the body too; the request is never repeated.
 */
export async function httpRequest(
  url: string,
  init: RequestInit,
  { fetch, timeoutSeconds, signal }: HttpRequestOptions,
): Promise<HttpAnswer> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    abort();
  }, timeoutSeconds * 1000);
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  try {
    const response = await fetch(url, { ...init, signal: controller.signal });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (cause) {
    const code = timedOut
      ? 'timeout'
      : signal?.aborted
        ? 'aborted'
        : // Asked only after the failure: a server on this machine answers without a network.
          isOffline(globalThis.navigator ?? {})
          ? 'offline'
          : 'network';
    // A browser does not say more of a refused origin than that there was no answer.
    const detail = `No answer from ${url}; check the network and Allowed Origins (CORS).`;
    throw new PasswordlessError(code, { detail, cause });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

/** Node has a navigator that does not know: then there is a network. */
const isOffline = ({ onLine = true }: { onLine?: boolean }) => !onLine;

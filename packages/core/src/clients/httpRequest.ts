import { PasswordlessError, type PasswordlessErrorCode } from '../passwordlessError.ts';

/** An answer whose body has been read, so that nothing after it can fail on the network. */
export interface HttpAnswer {
  readonly response: Response;
  readonly text: string;
}

export interface HttpRequestOptions {
  readonly fetch?: typeof fetch | undefined;
  readonly timeoutSeconds?: number | undefined;
}

/**
 * One request, one answer, whatever its status. Rejects with `timeout`, `aborted`, `offline` or
 * `network` when there is none. The time limit covers the body too; the request is never repeated.
 */
export async function httpRequest(
  url: string,
  init: RequestInit,
  // The global one is looked up at each call: a page may replace it after its client was made.
  { fetch = globalThis.fetch, timeoutSeconds = 15 }: HttpRequestOptions,
  signal?: AbortSignal,
): Promise<HttpAnswer> {
  const controller = new AbortController();
  let code: PasswordlessErrorCode | undefined;
  const end = (reason: 'timeout' | 'aborted') => {
    code ??= reason;
    controller.abort();
  };
  const abort = () => end('aborted');
  const timer = setTimeout(end, timeoutSeconds * 1000, 'timeout');
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  try {
    const response = await fetch(url, { ...init, signal: controller.signal });
    return { response, text: await response.text() };
  } catch (cause) {
    // Asked only after the failure: a server on this machine answers without a network. Node has no
    // navigator, or one that does not know.
    code ??= (globalThis.navigator?.onLine ?? true) ? 'network' : 'offline';
    // A browser does not say more of a refused origin than that there was no answer.
    const detail = `No answer from ${url}; check Allowed Origins (CORS).`;
    throw new PasswordlessError(code, { detail, cause });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

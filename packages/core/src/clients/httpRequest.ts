import { PasswordlessError } from '../passwordlessError.ts';
import { developerDetail } from '../setupHint.ts';

/** What is read of an answer; a `Response` has it. */
export interface HttpResponse extends Pick<Response, 'ok' | 'status'> {
  readonly headers: Pick<Headers, 'get'>;
}

/** An answer whose body has been read, so that nothing after it can fail on the network. */
export interface HttpAnswer {
  readonly response: HttpResponse;
  readonly text: string;
}

/** What is needed of a `fetch`; the global one has it. */
export type HttpFetch<Init extends RequestInit = RequestInit> = (
  url: string,
  init: Init & { readonly signal: AbortSignal },
) => Promise<HttpResponse & Pick<Response, 'text'>>;

export interface HttpRequestOptions<Init extends RequestInit> {
  readonly fetch?: HttpFetch<Init> | undefined;
  readonly timeoutSeconds?: number | undefined;
}

/**
 * One request, one answer, whatever its status. Rejects with `timeout`, `aborted`, `offline` or
 * `network` when there is none. The time limit covers the body too; the request is never repeated.
 */
export async function httpRequest<Init extends RequestInit>(
  url: string,
  init: Init,
  // The global one is looked up at each call: a page may replace it after its client was made.
  { fetch = globalThis.fetch, timeoutSeconds = 15 }: HttpRequestOptions<Init>,
  signal?: AbortSignal,
): Promise<HttpAnswer> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, timeoutSeconds * 1000);
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  try {
    const response = await fetch(url, { ...init, signal: controller.signal });
    return { response, text: await response.text() };
  } catch (cause) {
    // Asked only after the failure: a server on this machine answers without a network. Node has no
    // navigator, or one that does not know.
    const isOnline = globalThis.navigator?.onLine ?? true;
    const ended = signal?.aborted ? 'aborted' : controller.signal.aborted && 'timeout';
    // A browser does not say more of a refused origin than that there was no answer.
    const cors = developerDetail(' Check Allowed Origins (CORS).')?.detail ?? '';
    throw new PasswordlessError(ended || (isOnline ? 'network' : 'offline'), {
      detail: `No answer from ${url}.${cors}`,
      cause,
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

import type { IncomingRequest, RequestHead } from './incomingRequest.ts';

/** Why a request is not served. Written for developers; nothing of the request is in it. */
export interface Refusal {
  readonly status: number;
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** No code or identifier is longer than some hundred bytes; a captcha's answer is some two thousand. */
const bodyLimit = 8192;

/** Whether another site makes the person's browser call (CSRF). Only browsers send these headers, and no script can. */
export function refuseOrigin(
  request: RequestHead,
  origins: readonly string[],
): Refusal | undefined {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  if (origin !== null && origins.includes(origin)) return undefined;
  const isOwnSite = site === null || site === 'same-origin';
  // Scheme aside: TLS may end at a proxy.
  const isOwnHost =
    origins.length === 0 && URL.canParse(origin ?? '')
      ? new URL(origin ?? '').host === new URL(request.url).host
      : origin === null && site !== null;
  if (isOwnSite && isOwnHost) return undefined;
  const detail =
    'Only pages of the handler’s own origin may call. Behind a proxy that changes the Host header, name the origin in the option `origins`.';
  return { status: 403, detail };
}

export function refuseMethod(request: RequestHead, method: string): Refusal | undefined {
  if (request.method === method) return undefined;
  return { status: 405, detail: `This route takes ${method}.`, headers: { allow: method } };
}

/** A form can be sent from any page; JSON cannot without asking first. */
export function refuseType(request: RequestHead): Refusal | undefined {
  const type = request.headers.get('content-type') ?? '';
  if (/^application\/json\s*(;|$)/i.test(type)) return undefined;
  return { status: 415, detail: 'The body must be application/json.' };
}

/** The members of the JSON object in the body, or why there are none. Reads no more than the limit. */
export async function readJson(
  request: IncomingRequest,
): Promise<{ body: Readonly<Record<string, unknown>> } | Refusal> {
  const tooLarge = { status: 413, detail: `The body may have ${bodyLimit} bytes.` };
  if (Number(request.headers.get('content-length')) > bodyLimit) return tooLarge;
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  const chunks = request.body?.[Symbol.asyncIterator]();
  for (;;) {
    let next;
    try {
      // oxlint-disable-next-line no-await-in-loop -- one chunk after the other
      next = await chunks?.next();
    } catch {
      // Who hangs up in the middle has made no mistake of ours.
      return { status: 400, detail: 'The body has broken off.' };
    }
    if (!next || next.done) break;
    size += next.value.length;
    if (size > bodyLimit) {
      // Not waited for, as `for await` would: whether the rest can be called off is no matter of the answer.
      void chunks?.return?.().catch(() => undefined);
      return tooLarge;
    }
    text += decoder.decode(next.value, { stream: true });
  }
  try {
    const body: unknown = JSON.parse(text + decoder.decode());
    if (typeof body === 'object' && body && !Array.isArray(body)) return { body: { ...body } };
  } catch {
    // As for JSON that is no object.
  }
  return { status: 400, detail: 'The body is no JSON object.' };
}

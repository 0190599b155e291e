import {
  assertMembers,
  isWhole,
  text as aText,
  trueOrFalse,
  type MemberCheck,
} from './assertMembers.ts';
import { refuse } from './auth0Error.ts';
import {
  documentedErrors,
  isDocumentedErrorName,
  type DocumentedErrorName,
} from './documentedErrors.ts';
import { isObject, type RequestBody } from './requestBody.ts';

/** A failure to come. At least one of `status`, `error`, `network`, `answerLost` and `delayMs` is told. */
export interface FaultRule {
  /** The path it hits, exactly, such as `/oauth/token`. Preflights are never hit. */
  path: string;
  /** Hits only requests that name this e-mail address or phone number, exactly as written here. Defaults to all. */
  identifier?: string;
  /** The status of the answer (200 to 599). The request does not reach the endpoint: no message goes out, no code is used up. */
  status?: number;
  /** A string is sent as it is, as HTML when it looks like that; anything else as JSON. Defaults to nothing. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Milliseconds of real time that the answer is late. Alone, the real answer is late: its work is done at once. */
  delayMs?: number;
  /** `true`: the connection breaks before the request arrives; `fetch` rejects with a `TypeError`. */
  network?: boolean;
  /** `true`: the endpoint does its work, and then the connection breaks: a code is used up, a refresh token rotated, and nobody hears of it. */
  answerLost?: boolean;
  /** Answers with a documented error that needs an attack or an outage, by name, such as `accountUnderAttack`. */
  error?: DocumentedErrorName;
  /** How many requests it hits. Defaults to `1`. */
  times?: number;
}

const checks: Record<keyof FaultRule, MemberCheck> = {
  path: ['a path that begins with /', (v) => typeof v === 'string' && v.startsWith('/')],
  status: ['a whole number from 200 to 599', (v) => isWhole(v, 200, 599)],
  identifier: aText,
  body: ['text or JSON', () => true],
  headers: [
    'an object of texts',
    (v) => isObject(v) && Object.values(v).every((text) => typeof text === 'string'),
  ],
  error: [`one of ${Object.keys(documentedErrors).join(', ')}`, isDocumentedErrorName],
  delayMs: ['a whole number of milliseconds', (v) => isWhole(v, 0)],
  network: trueOrFalse,
  answerLost: trueOrFalse,
  times: ['a whole number from 1', (v) => isWhole(v, 1)],
};

function complain(problem: string): never {
  throw new TypeError(`failNext: ${problem}`);
}

/** @throws {TypeError} That names what is wrong with the rule. */
function assertFaultRule(rule: unknown): asserts rule is FaultRule {
  assertMembers<FaultRule>(rule, checks, complain);
  const { path, status, error, network, answerLost, delayMs } = rule;
  if (path === undefined) complain('path is missing.');
  const isNothing = status === undefined && error === undefined && delayMs === undefined;
  if (isNothing && !network && !answerLost) {
    complain('tell at least one of status, error, network, answerLost and delayMs.');
  }
}

function answerOf({ status, error, body, headers }: FaultRule): Response | undefined {
  if (error !== undefined) return refuse(documentedErrors[error], headers);
  if (status === undefined) return undefined;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const isHtml = typeof body === 'string' && /^\s*</.test(body);
  const textType = isHtml ? 'text/html' : 'text/plain';
  const type = typeof body === 'string' ? textType : 'application/json';
  // 204, 205 and 304 cannot have a body.
  const isEmpty = text === undefined || [204, 205, 304].includes(status);
  return new Response(isEmpty ? null : text, {
    status,
    headers: { ...(!isEmpty && { 'content-type': `${type}; charset=utf-8` }), ...headers },
  });
}

async function answerBy(rule: FaultRule, next: () => Promise<Response>): Promise<Response> {
  const made = answerOf(rule);
  if (made) return made;
  const real = await next();
  return rule.answerLost ? Response.error() : real;
}

/** Waits in real time; the end of `signal` ends it early. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    signal.addEventListener('abort', finish, { once: true });
  });
}

/** A rule that was given, and what became of it. */
export interface PendingFault {
  /** How many requests it still hits. A reset leaves the number as it was. */
  readonly hitsLeft: () => number;
}

export interface Faults {
  /**
   * @param rule - Checked here, because it may come from a control request.
   * @throws {TypeError} When the rule makes no sense.
   */
  add(rule: unknown): PendingFault;
  /** Gives a request its fate, using up one hit of the oldest rule for it. */
  apply(
    request: Request,
    fields: RequestBody['fields'],
    next: () => Promise<Response>,
  ): Promise<Response>;
  /** Drops all rules; answers that are being delayed come at once. */
  reset(): void;
}

/** Failures on order: the next requests fail as told, later ones do not. */
export function createFaults(wait: typeof sleep): Faults {
  let pending: { rule: FaultRule; hitsLeft: number }[] = [];
  const delays = new Set<AbortController>();

  const delay = async (milliseconds: number, { signal }: Request) => {
    const ending = new AbortController();
    const end = () => ending.abort();
    // Nobody waits any more when the caller has hung up.
    if (signal.aborted) return;
    signal.addEventListener('abort', end, { once: true });
    delays.add(ending);
    await wait(milliseconds, ending.signal);
    delays.delete(ending);
    signal.removeEventListener('abort', end);
  };

  return {
    add(rule) {
      assertFaultRule(rule);
      const fault = { rule: structuredClone(rule), hitsLeft: rule.times ?? 1 };
      pending.push(fault);
      return { hitsLeft: () => fault.hitsLeft };
    },
    async apply(request, fields, next) {
      const { pathname } = new URL(request.url);
      // Starts name a person by what is sent there, exchanges by a name.
      const named = new Set([fields.email, fields.phone_number, fields.username]);
      const hit = pending.find(
        ({ rule: { path, identifier } }) =>
          path === pathname && (identifier === undefined || named.has(identifier)),
      );
      if (!hit) return next();
      hit.hitsLeft -= 1;
      if (hit.hitsLeft === 0) pending = pending.filter((other) => other !== hit);

      const { rule } = hit;
      const answer = rule.network ? Response.error() : await answerBy(rule, next);
      if (rule.delayMs) await delay(rule.delayMs, request);
      return answer;
    },
    reset() {
      pending = [];
      for (const ending of delays) ending.abort();
    },
  };
}

/** One request that arrived, with its secrets masked. */
export interface LoggedRequest {
  /** A preflight of a browser is logged as `OPTIONS`. */
  method: string;
  path: string;
  query: Record<string, unknown>;
  /** The headers that decide something, in lower case. */
  headers: Record<string, string>;
  /** The fields of a JSON or form body; absent when there was none that could be read. */
  body?: Record<string, unknown>;
  /** The answer's status; `null` while there is none, and after a simulated network failure. */
  status: number | null;
  /** When it arrived: epoch milliseconds on the emulator's clock. */
  at: number;
}

const shownHeaders = [
  'accept',
  'accept-language',
  'access-control-request-headers',
  'access-control-request-method',
  'auth0-client',
  'auth0-forwarded-for',
  'authorization',
  'content-type',
  'dpop',
  'origin',
  'x-request-language',
];

const secretNames = new Set([
  'access_token',
  'auth_session',
  'authorization',
  'client_assertion',
  'client_secret',
  'code',
  'code_verifier',
  'dpop',
  'id_token',
  'id_token_hint',
  'login_ticket',
  'mfa_token',
  'oob_code',
  'otp',
  'password',
  'recovery_code',
  'refresh_token',
  'token',
  'verification_code',
]);

function maskSecrets(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]: [string, unknown]) => {
      if (secretNames.has(name)) return [name, '[masked]'];
      return [name, typeof value === 'object' && value !== null ? maskSecrets(value) : value];
    }),
  );
}

/** So that an emulator that runs for weeks does not fill the memory. */
const maxEntries = 1000;

export interface RequestLog {
  /** @returns Adds the answer's status to the entry. */
  add(request: {
    method: string;
    url: string;
    header: (name: string) => string | undefined;
    body: object;
    at: number;
  }): (status: number | null) => void;
  /** The last thousand that arrived, oldest first. */
  entries(): LoggedRequest[];
  reset(): void;
}

/** Keeps what arrived, so that a test can look at the bytes a client sent. Never a secret. */
export function createRequestLog(): RequestLog {
  let entries: LoggedRequest[] = [];

  return {
    add({ method, url, header, body, at }) {
      const { pathname, searchParams } = new URL(url);
      const entry: LoggedRequest = {
        method,
        path: pathname,
        query: maskSecrets(Object.fromEntries(searchParams)),
        headers: Object.fromEntries(
          shownHeaders.flatMap((name) => {
            const value = header(name);
            if (value === undefined) return [];
            return [[name, secretNames.has(name) ? '[masked]' : value]];
          }),
        ),
        ...(Object.keys(body).length > 0 && { body: maskSecrets(body) }),
        status: null,
        at,
      };
      entries = [...entries, entry].slice(-maxEntries);
      return (status) => {
        entry.status = status;
      };
    },
    entries: () => structuredClone(entries),
    reset() {
      entries = [];
    },
  };
}

/** A request's body: its fields, or the reason why it has none. */
export type RequestBody =
  | { kind: 'json' | 'form'; fields: Readonly<Record<string, unknown>> }
  | { kind: 'none' | 'unreadable'; fields: Readonly<Record<string, never>> };

/** Whether a JSON value is an object. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads a JSON or form body. A body of another type, or a JSON body that is no object, is `unreadable`. */
export function parseRequestBody(contentType: string | undefined, text: string): RequestBody {
  if (text === '') return { kind: 'none', fields: {} };
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded') {
    return { kind: 'form', fields: Object.fromEntries(new URLSearchParams(text)) };
  }
  const value = type === 'application/json' ? parseJson(text) : undefined;
  return isObject(value) ? { kind: 'json', fields: value } : { kind: 'unreadable', fields: {} };
}

/** A field's text, or `undefined` when it is missing, empty or of another type. */
export function textField(fields: RequestBody['fields'], name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

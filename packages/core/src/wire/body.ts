/** What a body holds, by Auth0's names; nothing is known of its values yet. */
export type Body = Readonly<Record<string, unknown>>;

/** The members of a JSON object; none of anything else, such as a proxy's HTML page. */
export function readBody(text: string): Body {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

export const string = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined;

/**
 * Keeps the direction of a foreign text to itself: in a line from right to left, `name@example.com` and
 * `+44 7700 900123` would otherwise be torn apart at their dots and pluses.
 *
 * @see {@link https://www.w3.org/International/questions/qa-bidi-unicode-controls W3C: Unicode controls for bidi text}
 */
export const isolate = (text: string) => `\u2068${text}\u2069`;

type Claims = Readonly<Record<string, unknown>>;

/** The parts of a JSON Web Token, unchecked; empty ones when it is none. */
export function decodeJwt(token: string): { readonly header: Claims; readonly payload: Claims } {
  const [header, payload, signature, more] = token.split('.');
  try {
    if (!header || !payload || !signature || more !== undefined) throw new TypeError();
    return { header: decodePart(header), payload: decodePart(payload) };
  } catch {
    return { header: {}, payload: {} };
  }
}

/** JSON in UTF-8 in Base64url. */
function decodePart(part: string): Claims {
  const bytes = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
  const utf8 = Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
  return Object(JSON.parse(new TextDecoder().decode(utf8)));
}

type Claims = Readonly<Record<string, unknown>>;

/** Header and payload of a JSON Web Token, unchecked; nothing when it is none. */
export function decodeJwt(token: string): readonly Claims[] {
  try {
    return /^([\w-]+\.){2}[\w-]+$/.test(token) ? token.split('.', 2).map(decodePart) : [];
  } catch {
    return [];
  }
}

/** JSON in UTF-8 in Base64url. */
function decodePart(part: string): Claims {
  const bytes = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
  const utf8 = new Uint8Array(bytes.length);
  for (let at = 0; at < utf8.length; at += 1) utf8[at] = bytes.charCodeAt(at);
  return Object(JSON.parse(new TextDecoder().decode(utf8)));
}

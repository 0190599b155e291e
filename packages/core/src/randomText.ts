/** 256 random bits in base64url: for a state, a nonce or a code verifier (RFC 7636 §4.1). */
export const randomText = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** SHA-256 of a text in base64url: a code challenge (RFC 7636 §4.2). */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return base64url(new Uint8Array(digest));
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

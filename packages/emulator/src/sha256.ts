import { base64url } from 'jose';

/**
 * @param bytes - How many of the hash's 32 bytes to keep. ID tokens carry half of them for `at_hash` and `c_hash`, PKCE has all.
 * @returns In base64url.
 */
export async function sha256(text: string, bytes = 32): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return base64url.encode(new Uint8Array(hash).subarray(0, bytes));
}

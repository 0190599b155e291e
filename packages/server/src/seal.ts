import { CompactEncrypt, compactDecrypt } from 'jose';

/** What a sealed text is for. One for a session is no challenge, and the other way round. */
export type SealPurpose = 'session' | 'challenge' | 'mfa';

export interface Seal {
  /** A compact JWE of `value`, which only the same purpose opens. */
  readonly close: (purpose: SealPurpose, value: unknown) => Promise<string>;
  /** The value; `undefined` when the text is anything else than what one of the secrets has sealed. */
  readonly open: (purpose: SealPurpose, text: string) => Promise<unknown>;
}

/** By WebCrypto, which every runtime has. @param secrets - The first seals, all open. */
export function createSeal(secrets: readonly [string, ...string[]]): Seal {
  const keys = new Map<string, Promise<CryptoKey>>();
  const keyOf = (secret: string, purpose: SealPurpose) => {
    const name = `${purpose}:${secret}`;
    const key = keys.get(name) ?? deriveKey(secret, purpose);
    keys.set(name, key);
    return key;
  };
  return {
    async close(purpose, value) {
      const text = bytes(JSON.stringify(value));
      const key = await keyOf(secrets[0], purpose);
      return new CompactEncrypt(text)
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .encrypt(key);
    },
    async open(purpose, text) {
      const tries = secrets.map(async (secret) => {
        const { plaintext } = await compactDecrypt(text, await keyOf(secret, purpose), {
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
        });
        const value: unknown = JSON.parse(new TextDecoder().decode(plaintext));
        return value;
      });
      return Promise.any(tries).catch(() => undefined);
    },
  };
}

/** What a key is for, as HKDF takes it. */
export const keyInfo = (purpose: SealPurpose): string => `auth0-passwordless ${purpose}`;

const bytes = (text: string) => new TextEncoder().encode(text);

/** HKDF (RFC 5869) makes a key of 256 bits out of a secret of any length; nobody can read it back. */
async function deriveKey(secret: string, purpose: SealPurpose): Promise<CryptoKey> {
  const { subtle } = globalThis.crypto;
  const material = await subtle.importKey('raw', bytes(secret), 'HKDF', false, ['deriveKey']);
  const info = bytes(keyInfo(purpose));
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  const aes = { name: 'AES-GCM', length: 256 };
  return subtle.deriveKey(hkdf, material, aes, false, ['encrypt', 'decrypt']);
}

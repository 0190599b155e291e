import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { randomHex } from './random.ts';

interface SigningKey {
  kid: string;
  privateKey: CryptoKey;
  jwk: JWK;
}

export interface SigningKeys {
  current(): Promise<SigningKey>;
  /** A key that is never published, for tokens that nobody may trust. */
  unpublished(): Promise<SigningKey>;
  /** The public keys for `/.well-known/jwks.json`, newest first. */
  published(): Promise<JWK[]>;
  /**
   * Signs with a new key from now on.
   *
   * @param options.revokesPrevious - Takes the keys before it out of the published ones. Defaults to `false`.
   * @returns The new key's id.
   */
  rotate(options?: { revokesPrevious?: boolean }): Promise<string>;
  /** Back to the first key. */
  reset(): void;
}

async function makeKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const kid = randomHex(10);
  return {
    kid,
    privateKey,
    jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' },
  };
}

/**
 * Keys of one emulator alone, made at first use: a published private key would let anybody sign
 * tokens for whoever trusts this emulator.
 */
export function createSigningKeys(): SigningKeys {
  let first: Promise<SigningKey> | undefined;
  let secret: Promise<SigningKey> | undefined;
  let rotated: Promise<SigningKey>[] | undefined;
  const keys = () => rotated ?? [(first ??= makeKey())];

  return {
    current: () => keys()[0] ?? (first ??= makeKey()),
    unpublished: () => (secret ??= makeKey()),
    published: async () => (await Promise.all(keys())).map(({ jwk }) => jwk),
    async rotate({ revokesPrevious = false } = {}) {
      const next = makeKey();
      rotated = [next, ...(revokesPrevious ? [] : keys())];
      return (await next).kid;
    },
    reset() {
      rotated = undefined;
    },
  };
}

import {
  createCipheriv,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { createSeal, keyInfo, type Seal, type SealPurpose } from './seal.ts';

/**
 * As `createSeal`, and each opens what the other has sealed; but sealed at once, by `node:crypto`. WebCrypto hands every
 * text to another thread, and a login has to wait for that.
 */
export function createNodeSeal(secrets: readonly [string, ...string[]]): Seal {
  const keys = new Map<SealPurpose, KeyObject>();
  const keyOf = (purpose: SealPurpose) => {
    const key = keys.get(purpose) ?? deriveKey(secrets[0], purpose);
    keys.set(purpose, key);
    return key;
  };
  return {
    ...createSeal(secrets),
    close(purpose, value) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keyOf(purpose), iv).setAAD(Buffer.from(header));
      const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      // The second part is for an encrypted key, of which `dir` has none (RFC 7516 §7.1).
      const parts = [iv, text, cipher.getAuthTag()].map((part) => part.toString('base64url'));
      return Promise.resolve([header, '', ...parts].join('.'));
    },
  };
}

const header = Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString('base64url');

const deriveKey = (secret: string, purpose: SealPurpose) =>
  createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', keyInfo(purpose), 32)));

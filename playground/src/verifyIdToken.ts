import { createRemoteJWKSet, jwtVerify } from 'jose';
import { auth0Origin } from './auth0.ts';

const keys = createRemoteJWKSet(new URL(`${auth0Origin}/.well-known/jwks.json`));

/** Checks an ID token against the published keys, and says by which it verifies. */
export async function verifyIdToken(idToken: string): Promise<string> {
  const { protectedHeader } = await jwtVerify(idToken, keys, {
    issuer: `${auth0Origin}/`,
    audience: import.meta.env.VITE_AUTH0_CLIENT_ID,
  });
  return `verified with key ${protectedHeader.kid ?? ''} (${protectedHeader.alg})`;
}

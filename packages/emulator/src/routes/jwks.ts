import { answerJson } from '../answerJson.ts';
import type { Endpoint } from '../endpoint.ts';
import type { Tenant } from '../tenant.ts';

/** `GET /.well-known/jwks.json`: the key that verifies this emulator's tokens. */
export function jwks({ tokens }: Tenant): Endpoint {
  return async () => answerJson(200, { keys: [await tokens.publicKey()] });
}

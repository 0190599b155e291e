import { answerJson } from '../answerJson.ts';
import type { Endpoint } from '../endpoint.ts';
import type { Tenant } from '../tenant.ts';

/** `GET /.well-known/jwks.json`: the keys that verify this emulator's tokens. */
export function jwks({ keys }: Tenant): Endpoint {
  return async () => answerJson(200, { keys: await keys.published() });
}

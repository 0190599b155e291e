import type { Application } from '../applications.ts';
import type { Auth0Error } from '../auth0Error.ts';
import type { RequestBody } from '../requestBody.ts';
import type { Tenant } from '../tenant.ts';
import type { GrantOutcome } from '../tokenAnswer.ts';

/** A request to `/oauth/token` whose client is known. */
export interface TokenRequest {
  application: Application;
  fields: RequestBody['fields'];
}

/** What one `grant_type` does. */
export type GrantHandler = (
  tenant: Tenant,
  request: TokenRequest,
) => GrantOutcome | Auth0Error | Promise<GrantOutcome | Auth0Error>;

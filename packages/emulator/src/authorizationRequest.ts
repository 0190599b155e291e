import { isAllowedUrl } from './allowedUrls.ts';
import type { Application } from './applications.ts';
import { isAuth0Error, type Auth0Error } from './auth0Error.ts';
import { grantNotAllowed, missingParameter } from './auth0Errors.ts';
import type { Callback, ResponseMode } from './callback.ts';
import { allowsWebOrigin } from './cors.ts';
import {
  unsupportedChallengeMethod,
  unsupportedResponseMode,
  unsupportedResponseType,
} from './guessedErrors.ts';
import { textField, type RequestBody } from './requestBody.ts';
import { requestedAccess } from './requestedAccess.ts';
import type { Grant } from './store.ts';
import type { Tenant } from './tenant.ts';

type ResponseType = 'code' | 'token' | 'id_token';

/** What an application asks `/authorize` for. */
export interface AuthorizationRequest {
  application: Application;
  callback: Callback;
  responseTypes: readonly ResponseType[];
  access: Omit<Grant, 'userId'>;
  nonce: string | undefined;
  codeChallenge: string | undefined;
  prompt: string | undefined;
  connection: string | undefined;
}

/** A request, an error to send back, or, where it is not safe to send anybody back, a page. */
export type AuthorizationReading =
  | { kind: 'request'; request: AuthorizationRequest }
  | { kind: 'refused'; callback: Callback; problem: Auth0Error }
  | { kind: 'page'; status: number; problem: string };

type Fields = RequestBody['fields'];

const isResponseType = (type: string): type is ResponseType =>
  type === 'code' || type === 'token' || type === 'id_token';

const isResponseMode = (mode: string): mode is ResponseMode =>
  ['query', 'fragment', 'form_post', 'web_message'].includes(mode);

/** Tokens never travel in a query: it ends up in logs and in `Referer`. */
function readMode(fields: Fields, types: readonly string[]): ResponseMode | Auth0Error {
  const isCodeOnly = types.every((type) => type === 'code');
  const mode = textField(fields, 'response_mode') ?? (isCodeOnly ? 'query' : 'fragment');
  const isKnown = isResponseMode(mode) && (mode !== 'query' || isCodeOnly);
  return isKnown ? mode : unsupportedResponseMode(mode);
}

function findProblem(fields: Fields, application: Application, types: readonly string[]) {
  if (types.length === 0) return missingParameter('response_type');
  if (!types.every(isResponseType)) return unsupportedResponseType(types.join(' '));
  const { grantTypes } = application;
  const isImplicit = types.some((type) => type !== 'code');
  if (isImplicit && !grantTypes.includes('implicit')) return grantNotAllowed('implicit');
  if (types.includes('code') && !grantTypes.includes('authorization_code')) {
    return grantNotAllowed('authorization_code');
  }
  const isPkce = fields.code_challenge !== undefined;
  if (isPkce && fields.code_challenge_method !== 'S256') return unsupportedChallengeMethod;
  return undefined;
}

const page = (status: number, problem: string) => ({ kind: 'page' as const, status, problem });

/**
 * Checks what came to `/authorize`, or to the page behind a link.
 *
 * @param options.needsNonce - Whether ID tokens must be asked for with a nonce, as OpenID Connect wants it.
 * @see {@link https://auth0.com/docs/api/authentication/authorization-code-flow/authorize-with-pkce Auth0 docs: Authorize application}
 */
export function readAuthorizationRequest(
  tenant: Tenant,
  fields: Fields,
  options: { needsNonce: boolean },
): AuthorizationReading {
  const clientId = textField(fields, 'client_id');
  if (clientId === undefined) return page(400, 'Missing required parameter: client_id');
  const application = tenant.store.application(clientId);
  if (!application) return page(400, `Unknown client: ${clientId}`);
  const redirectUri = textField(fields, 'redirect_uri') ?? application.callbacks[0];
  if (redirectUri === undefined) return page(400, 'Missing required parameter: redirect_uri');
  if (!isAllowedUrl(application.callbacks, redirectUri)) {
    return page(
      403,
      `Callback URL mismatch. ${redirectUri} is not in the list of allowed callback URLs.`,
    );
  }

  const types = (textField(fields, 'response_type') ?? '').split(' ').filter(Boolean);
  const mode = readMode(fields, types);
  const state = textField(fields, 'state');
  const callback: Callback = {
    redirectUri,
    mode: typeof mode === 'string' ? mode : 'query',
    state,
  };
  const refused = (problem: Auth0Error) => ({ kind: 'refused' as const, callback, problem });
  if (typeof mode === 'object') return refused(mode);
  const { origin } = new URL(redirectUri);
  if (mode === 'web_message' && !tenant.isAllowedOrigin(origin, application, allowsWebOrigin)) {
    return page(403, `Origin ${origin} is not in the list of allowed web origins.`);
  }

  const problem = findProblem(fields, application, types);
  if (problem) return refused(problem);
  const nonce = textField(fields, 'nonce');
  if (options.needsNonce && types.includes('id_token') && nonce === undefined) {
    return refused(missingParameter('nonce'));
  }
  const access = requestedAccess(tenant, application, {
    audience: textField(fields, 'audience'),
    scope: textField(fields, 'scope'),
  });
  if (isAuth0Error(access)) return refused(access);

  const request = {
    application,
    callback,
    responseTypes: types.filter(isResponseType),
    access,
    nonce,
    codeChallenge: textField(fields, 'code_challenge'),
    prompt: textField(fields, 'prompt'),
    connection: textField(fields, 'connection'),
  };
  return { kind: 'request', request };
}

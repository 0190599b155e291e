import type { Application } from './applications.ts';
import { isAuth0Error, type Auth0Error } from './auth0Error.ts';
import { clientAuthenticationFailed, clientIdMismatch, missingParameter } from './auth0Errors.ts';
import { textField, type RequestBody } from './requestBody.ts';
import type { Store } from './store.ts';

/** Who a request says it comes from. */
export interface ClientClaim {
  clientId: string | undefined;
  clientSecret: string | undefined;
}

const decode = (text: string) => decodeURIComponent(text.replaceAll('+', ' '));

function readBasic(authorization: string | undefined): ClientClaim | undefined {
  const encoded = /^Basic ([\w+/=]+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  try {
    const [clientId = '', ...rest] = atob(encoded).split(':');
    return { clientId: decode(clientId), clientSecret: decode(rest.join(':')) };
  } catch {
    return undefined;
  }
}

/** Reads client id and secret from the body, or from HTTP Basic authentication. */
export function readClientClaim(
  authorization: string | undefined,
  fields: RequestBody['fields'],
): ClientClaim | Auth0Error {
  const clientId = textField(fields, 'client_id');
  const basic = readBasic(authorization);
  if (!basic) return { clientId, clientSecret: textField(fields, 'client_secret') };
  return clientId !== undefined && clientId !== basic.clientId ? clientIdMismatch : basic;
}

/**
 * Checks a client secret. A public application needs none, and one that it sends is ignored.
 * Private Key JWT (`client_assertion`) is not emulated: such a call counts as one without a secret.
 *
 * @returns Whether the call is authenticated, or Auth0's error for a secret that is wrong.
 */
export function authenticateClient(
  application: Application,
  clientSecret: string | undefined,
): { isAuthenticated: boolean } | Auth0Error {
  if (application.clientSecret === undefined || clientSecret === undefined) {
    return { isAuthenticated: false };
  }
  return clientSecret === application.clientSecret
    ? { isAuthenticated: true }
    : clientAuthenticationFailed;
}

/** The application that calls an OAuth endpoint: a confidential one only with its secret. */
export function identifyClient(
  { store }: { store: Store },
  authorization: string | undefined,
  fields: RequestBody['fields'],
): Application | Auth0Error {
  const claim = readClientClaim(authorization, fields);
  if (isAuth0Error(claim)) return claim;
  if (claim.clientId === undefined) return missingParameter('client_id');
  const application = store.application(claim.clientId);
  if (!application) return clientAuthenticationFailed;
  const client = authenticateClient(application, claim.clientSecret);
  if (isAuth0Error(client)) return client;
  const isOpen = application.clientSecret === undefined;
  return isOpen || client.isAuthenticated ? application : clientAuthenticationFailed;
}

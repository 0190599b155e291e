import type { PostInit } from './requests.ts';

/** Who a server is, and for whom it calls. */
interface ConfidentialOptions {
  readonly clientSecret: string;
  /** Address of the person's device; Auth0 counts it instead of the server's. It must be a valid one. */
  readonly endUserIp?: string | undefined;
}

/** A request of a server, its body written out: any HTTP client can send it. */
export interface ConfidentialInit extends RequestInit {
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * A request as a confidential application sends it from its server: with the secret, which Auth0 asks for on
 * every call, and without what only browsers know (`keepalive`, `credentials`: some runtimes refuse them).
 *
 * @see {@link https://auth0.com/docs/authenticate/passwordless/implement-login/embedded-login/relevant-api-endpoints Auth0: auth0-forwarded-for}
 */
export function confidentialInit(
  { headers, body }: PostInit,
  { clientSecret, endUserIp }: ConfidentialOptions,
): ConfidentialInit {
  const ip = endUserIp && { 'auth0-forwarded-for': endUserIp };
  if (typeof body === 'string') {
    const withSecret = { ...JSON.parse(body), client_secret: clientSecret };
    return { method: 'POST', headers: { ...headers, ...ip }, body: JSON.stringify(withSecret) };
  }
  const type = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' };
  const secret = new URLSearchParams({ client_secret: clientSecret });
  return { method: 'POST', headers: { ...headers, ...type, ...ip }, body: `${body}&${secret}` };
}

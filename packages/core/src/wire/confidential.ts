/** Who a server is, and for whom it calls. */
interface ConfidentialOptions {
  readonly clientSecret: string;
  /** Address of the person's device; Auth0 counts it instead of the server's. It must be a valid one. */
  readonly endUserIp?: string | undefined;
}

/**
 * A request as a confidential application sends it from its server: with the secret, which Auth0 asks for on
 * every call, and without what only browsers know (`keepalive`, `credentials`: some runtimes refuse them).
 *
 * @see {@link https://auth0.com/docs/authenticate/passwordless/implement-login/embedded-login/relevant-api-endpoints Auth0: auth0-forwarded-for}
 */
export function confidentialInit(
  { headers, body }: RequestInit,
  { clientSecret, endUserIp }: ConfidentialOptions,
): RequestInit {
  const all = new Headers(headers);
  if (endUserIp) all.set('auth0-forwarded-for', endUserIp);
  const secret = { client_secret: clientSecret };
  const withSecret =
    body instanceof URLSearchParams
      ? new URLSearchParams([...body, ...Object.entries(secret)])
      : JSON.stringify({ ...JSON.parse(typeof body === 'string' ? body : '{}'), ...secret });
  return { method: 'POST', headers: all, body: withSecret };
}

import type { Application } from './applications.ts';
import type { StartRequest } from './startRequest.ts';

const passedOn = ['scope', 'audience', 'state', 'nonce', 'response_mode', 'protocol'];

/**
 * The link of a link message. It carries what the application asked for, so that the page behind it
 * can send the person back: nothing is kept on the server, and Auth0 does not check `state`.
 */
export function verifyRedirectLink(
  issuer: string,
  application: Application,
  { to, authParams }: StartRequest,
  code: string,
): string {
  const text = (name: string) => {
    const value = authParams[name];
    return typeof value === 'string' ? value : undefined;
  };
  const redirectUri = text('redirect_uri') ?? application.callbacks[0];
  const link = new URL('passwordless/verify_redirect', issuer);
  link.search = new URLSearchParams([
    ['client_id', application.clientId],
    ['connection', to.connection],
    ['email', to.value],
    ['verification_code', code],
    ['response_type', text('response_type') ?? 'token'],
    ...(redirectUri === undefined ? [] : [['redirect_uri', redirectUri]]),
    ...passedOn.flatMap((name) => {
      const value = text(name);
      return value === undefined ? [] : [[name, value]];
    }),
  ]).toString();
  return link.href;
}

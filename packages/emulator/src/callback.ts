import type { Auth0Error } from './auth0Error.ts';
import { escapeHtml, htmlPage } from './htmlPage.ts';

/** How the answer of `/authorize` travels. */
export type ResponseMode = 'query' | 'fragment' | 'form_post' | 'web_message';

/** Where the answer of `/authorize` goes. */
export interface Callback {
  redirectUri: string;
  mode: ResponseMode;
  /** Comes back as it was sent. */
  state: string | undefined;
}

type Answer = Readonly<Record<string, string | number | undefined>>;

function toParameters(answer: Answer): [string, string][] {
  return Object.entries(answer).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
}

/** `%20` for a space, as in Auth0's addresses: not every reader of a fragment takes `+` for one. */
const encode = (parameters: [string, string][]) =>
  new URLSearchParams(parameters).toString().replaceAll('+', '%20');

/** Goes into a script element, so nothing in it may end that. */
const scriptJson = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

function webMessage(answer: Answer, redirectUri: string): Response {
  const message = scriptJson({ type: 'authorization_response', response: answer });
  const origin = scriptJson(new URL(redirectUri).origin);
  // A frame answers its parent, a popup the page that opened it.
  const script = `(window.opener || window.parent).postMessage(${message}, ${origin});`;
  return htmlPage(200, 'Authorization response', `<script>${script}</script>`);
}

function formPost(parameters: [string, string][], redirectUri: string): Response {
  const inputs = parameters.map(
    ([name, value]) =>
      `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const form = `<form method="post" action="${escapeHtml(redirectUri)}">${inputs.join('')}<button>Continue</button></form>`;
  return htmlPage(200, 'Continue', `${form}<script>document.forms[0].submit()</script>`);
}

/**
 * Sends an answer to the application.
 *
 * @see {@link https://openid.net/specs/oauth-v2-multiple-response-types-1_0.html#ResponseModes OAuth 2.0 Multiple Response Types §2.1}
 */
export function callbackResponse({ redirectUri, mode, state }: Callback, result: Answer): Response {
  const answer = { ...result, state };
  const parameters = toParameters(answer);
  if (mode === 'web_message') return webMessage(answer, redirectUri);
  if (mode === 'form_post') return formPost(parameters, redirectUri);

  const target = new URL(redirectUri);
  if (mode === 'fragment') target.hash = encode(parameters);
  else target.search = [target.search.slice(1), encode(parameters)].filter(Boolean).join('&');
  const headers = { location: target.href, 'cache-control': 'no-store' };
  return new Response(null, { status: 302, headers });
}

/** Sends an error to the application. */
export const callbackError = (
  callback: Callback,
  { error, description, uri }: Auth0Error,
): Response =>
  callbackResponse(callback, { error, error_description: description, error_uri: uri });

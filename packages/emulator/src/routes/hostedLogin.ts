import type { Context } from 'hono';
import { isAuth0Error } from '../auth0Error.ts';
import { finishLogin, logInBrowser, type HostedLogin } from '../browserLogin.ts';
import type { Endpoint, EndpointEnv } from '../endpoint.ts';
import { errorPage, escapeHtml, htmlPage } from '../htmlPage.ts';
import { identifyAddress } from '../identifier.ts';
import { redeemCode } from '../redeemCode.ts';
import { textField } from '../requestBody.ts';
import { sendCode } from '../sendCode.ts';
import { readAddress } from '../startRequest.ts';
import type { Tenant } from '../tenant.ts';

const input = (label: string, attributes: string) =>
  `<p><label>${label}<br><input required autofocus ${attributes}></label></p><p><button>Continue</button></p>`;

/** The step a login is at: an address, its code, or the code of the authenticator app. */
function show({ request, to, user }: HostedLogin, problem?: string): Response {
  const codeInput = 'name="code" inputmode="numeric" autocomplete="one-time-code"';
  const codeStep = input(`The code that was sent to ${escapeHtml(to?.value ?? '')}`, codeInput);
  const firstStep = to ? codeStep : input('E-mail address or phone number', 'name="email"');
  const step = user ? input('The code of your authenticator app', codeInput) : firstStep;
  const alert = problem === undefined ? '' : `<p role="alert">${escapeHtml(problem)}</p>`;
  const title = `Log in to ${request.application.name}`;
  const form = `<form method="post">${alert}${step}</form>`;
  return htmlPage(200, title, `<h1>${escapeHtml(title)}</h1>${form}`);
}

/**
 * `/u/login`: a plain stand-in for Auth0's Universal Login. It has no links, as there.
 *
 * @see {@link https://auth0.com/docs/authenticate/passwordless/passwordless-with-universal-login Auth0 docs: Passwordless with Universal Login}
 */
export function hostedLogin(tenant: Tenant): Endpoint {
  const { hostedLogins } = tenant;

  const send = async (c: Context<EndpointEnv>, login: HostedLogin, address: string) => {
    const { connection } = identifyAddress(address);
    const to = readAddress(connection, { email: address, phone_number: address });
    if (isAuth0Error(to)) return show(login, to.description);
    const start = { to, send: 'code' as const, authParams: {} };
    const language = c.req.header('accept-language');
    const failure = await sendCode(tenant, login.request.application, start, {
      origin: undefined,
      language,
    });
    if (failure) return show(login, failure.description);
    login.to = to;
    return show(login);
  };

  return (c) => {
    const state = c.req.query('state') ?? '';
    const login = hostedLogins.peek(state);
    if (!login)
      return errorPage(400, 'This login is over. Go back to the application and start again.');
    if (c.req.method !== 'POST') return show(login);
    const { fields } = c.get('body');
    const code = textField(fields, 'code');

    if (login.user) {
      if (code !== login.user.mfaCode) return show(login, 'That is not the code.');
      hostedLogins.take(state);
      return finishLogin(tenant, c.env.cookies, login, login.user);
    }
    if (login.to && code !== undefined) {
      const user = redeemCode(tenant, login.to, code);
      if (isAuth0Error(user)) return show(login, user.description);
      hostedLogins.take(state);
      return logInBrowser(tenant, c.env.cookies, login, user);
    }
    const address = textField(fields, 'email');
    return address === undefined ? show(login) : send(c, login, address);
  };
}

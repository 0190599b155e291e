/**
 * What Auth0 is asked. With its neighbours in this folder the only place that knows Auth0's field names,
 * paths and sentences.
 *
 * @see {@link https://auth0.com/docs/api/authentication/passwordless/get-code-or-link Auth0: POST /passwordless/start}
 * @see {@link https://auth0.com/docs/api/authentication/passwordless/authenticate-user Auth0: POST /oauth/token}
 */
import type {
  AuthParams,
  ExchangeCodeRequest,
  StartRequest,
} from '../clients/passwordlessClient.ts';
import { identifierText } from '../identifier.ts';

export const startPath = '/passwordless/start';
export const exchangePath = '/oauth/token';
export const challengePath = '/otp/challenge';
export const crossOriginPath = '/co/authenticate';

const otpGrant = 'http://auth0.com/oauth/grant-type/passwordless/otp';

/** A request with a body, as plain as can be: whoever adds to it needs to know no other form. */
export interface PostInit extends RequestInit {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | URLSearchParams;
}

/**
 * `POST /passwordless/start`. The body is an allow-list, because Auth0 refuses unknown keys, and
 * `send` is always in it, because Auth0's default is a link.
 */
export function startInit(clientId: string, request: StartRequest): PostInit {
  const body =
    request.connection === 'email'
      ? { email: request.email, send: request.send ?? 'code', authParams: request.authParams }
      : { phone_number: request.phoneNumber, send: 'code' };
  return json(
    { client_id: clientId, connection: request.connection, ...body, captcha: request.captcha },
    request.language,
  );
}

/** `POST /otp/challenge`: a code for a user of a database connection. */
export function challengeInit(
  clientId: string,
  request: StartRequest,
  options: {
    connection: string;
    allowSignup?: boolean | undefined;
    deliveryMethod?: string | undefined;
  },
): PostInit {
  const to =
    request.connection === 'email'
      ? { email: request.email }
      : { phone_number: request.phoneNumber, delivery_method: options.deliveryMethod };
  const { connection, allowSignup } = options;
  return json(
    { client_id: clientId, connection, allow_signup: allowSignup, ...to },
    request.language,
  );
}

/** `POST /co/authenticate`: a code for a login ticket. Auth0 takes these members and no other. */
export function crossOriginInit(clientId: string, request: ExchangeCodeRequest): PostInit {
  const init = json({
    client_id: clientId,
    credential_type: otpGrant,
    realm: request.connection,
    username: identifierText(request),
    otp: request.code,
  });
  // The ticket is bound to a cookie of Auth0's.
  return { ...init, credentials: 'include' };
}

export interface ExchangeOptions {
  readonly scope: string;
  readonly audience?: string | undefined;
  readonly organization?: string | undefined;
  readonly isLegacy?: boolean | undefined;
}

/**
 * `POST /oauth/token` with the Passwordless OTP grant; or, if `isLegacy`, with the `password` grant as the
 * articles of 2019 do it, less the two members that no endpoint ever had.
 */
export function exchangeInit(
  clientId: string,
  request: ExchangeCodeRequest,
  { isLegacy, ...options }: ExchangeOptions,
): PostInit {
  const { connection, code } = request;
  const grant = isLegacy
    ? { grant_type: 'password', connection, password: code }
    : { grant_type: otpGrant, realm: connection, otp: code };
  return form({ ...grant, username: identifierText(request), client_id: clientId, ...options });
}

/** `POST /oauth/token` with the session that `/otp/challenge` began; it stands for the person. */
export function challengedCodeInit(
  clientId: string,
  challenged: { code: string; scope: string; authSession: string },
): PostInit {
  return form({
    client_id: clientId,
    grant_type: otpGrant,
    otp: challenged.code,
    auth_session: challenged.authSession,
    scope: challenged.scope,
  });
}

/** `POST /oauth/token` with an authorization code. A link's has no verifier: `/passwordless/start` takes no challenge. */
export function authorizationCodeInit(
  clientId: string,
  authorizationCode: string,
  { redirectUri, codeVerifier }: { redirectUri: string; codeVerifier?: string | undefined },
): PostInit {
  return form({
    grant_type: 'authorization_code',
    client_id: clientId,
    code: authorizationCode,
    redirect_uri: redirectUri,
    code_verifier: codeVerifier,
  });
}

/** What `/authorize` is asked with a login ticket. */
export interface AuthorizeOptions {
  readonly scope: string;
  readonly audience?: string | undefined;
  readonly organization?: string | undefined;
  readonly redirectUri: string;
  readonly connection: string;
  readonly loginTicket: string;
  readonly state: string;
  readonly nonce: string;
  /** SHA-256 of the verifier, in base64url (RFC 7636 §4.2). */
  readonly codeChallenge: string;
}

/** Where the browser goes with a login ticket, to come back with an authorization code. */
export function authorizeUrl(origin: string, clientId: string, options: AuthorizeOptions): string {
  const { connection, loginTicket, codeChallenge, ...others } = options;
  const query = members({
    client_id: clientId,
    realm: connection,
    login_ticket: loginTicket,
    code_challenge: codeChallenge,
    code_challenge_method: 'S256',
    ...linkAuthParams(others),
  });
  return `${origin}/authorize?${query}`;
}

/** What a link is to bring back: an authorization code, at a page of the app. */
export function linkAuthParams(
  options: Pick<
    AuthorizeOptions,
    'scope' | 'audience' | 'organization' | 'redirectUri' | 'state' | 'nonce'
  >,
): AuthParams {
  const { redirectUri, ...others } = options;
  return Object.fromEntries(
    members({ response_type: 'code', redirect_uri: redirectUri, ...others }),
  );
}

/** A JSON body. Members that are `undefined` are left out. */
export function json(body: object, language?: string): PostInit {
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      // Only when asked for: any header beyond the content type widens the CORS preflight.
      ...(language && { 'x-request-language': language }),
    },
    body: JSON.stringify(body),
    // The message still goes out when the person closes the tab right after the click.
    keepalive: true,
  };
}

/** A form needs no CORS preflight, which saves a round trip. */
export const form = (body: Members): PostInit => ({ method: 'POST', body: members(body) });

type Members = Readonly<Record<string, string | undefined>>;

/** Members that are `undefined` are left out. */
export const members = (all: Members): URLSearchParams =>
  new URLSearchParams(
    Object.entries(all).filter((member): member is [string, string] => !!member[1]),
  );

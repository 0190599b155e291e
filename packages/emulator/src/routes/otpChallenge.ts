import { answerJson } from '../answerJson.ts';
import { passwordlessOtpGrant, type Application } from '../applications.ts';
import { isAuth0Error, refuse, type Auth0Error } from '../auth0Error.ts';
import {
  clientAuthenticationFailed,
  grantNotAllowed,
  invalidChallenge,
  noEmailOrPhone,
  tooManyRequests,
} from '../auth0Errors.ts';
import { identifyClient } from '../clientAuthentication.ts';
import type { Endpoint } from '../endpoint.ts';
import { unknownDatabase, unreadableBody } from '../guessedErrors.ts';
import type { Identifier } from '../identifier.ts';
import { rateLimitHeaders } from '../rateLimit.ts';
import { textField, type RequestBody } from '../requestBody.ts';
import { sendCode } from '../sendCode.ts';
import { readAddress } from '../startRequest.ts';
import type { Tenant } from '../tenant.ts';

interface Challenge {
  application: Application;
  to: Identifier;
  allowsSignup: boolean;
}

/** One of the two addresses, and well formed. */
function readTo(fields: RequestBody['fields']): Identifier | Auth0Error {
  const isEmail = textField(fields, 'email') !== undefined;
  if (isEmail === (textField(fields, 'phone_number') !== undefined)) {
    return invalidChallenge('email', noEmailOrPhone);
  }
  const to = readAddress(isEmail ? 'email' : 'sms', fields);
  if (!isAuth0Error(to)) return to;
  return invalidChallenge(isEmail ? 'email' : 'phone_number', to.description ?? to.error);
}

/**
 * `POST /otp/challenge`: sends a code to a user of a database connection. Whether there is such a user does not show.
 *
 * @see {@link https://auth0.com/docs/authenticate/database-connections/auth-api-passwordless-db-connections Auth0 docs: Passwordless for database connections}
 */
export function otpChallenge(tenant: Tenant): Endpoint {
  const { authSessions, challengeLimit, settings, store } = tenant;

  const read = (authorization: string | undefined, body: RequestBody): Challenge | Auth0Error => {
    if (body.kind === 'form' || body.kind === 'unreadable') return unreadableBody;
    const { fields } = body;
    if (textField(fields, 'client_id') === undefined && authorization === undefined) {
      return invalidChallenge('client_id', 'Missing required property: client_id');
    }
    const application = identifyClient(tenant, authorization, fields);
    if (isAuth0Error(application)) return clientAuthenticationFailed;
    const mayExchange = application.grantTypes.includes(passwordlessOtpGrant);
    if (application.type === 'spa' || !mayExchange) return grantNotAllowed(passwordlessOtpGrant);
    const connection = textField(fields, 'connection');
    if (connection === undefined) {
      return invalidChallenge('connection', 'Missing required property: connection');
    }
    if (!settings.databaseConnections.includes(connection)) return unknownDatabase;
    const to = readTo(fields);
    return isAuth0Error(to) ? to : { application, to, allowsSignup: fields.allow_signup === true };
  };

  return async (c) => {
    const limit = challengeLimit.take(c.env.ip);
    const headers = rateLimitHeaders(limit);
    if (!limit.allowed) {
      // The next call is allowed as soon as one of fifty an hour has come back.
      const retryAfter = { 'retry-after': String(limit.retryAfterSeconds) };
      return refuse(tooManyRequests, { ...headers, ...retryAfter });
    }
    const challenge = read(c.req.header('authorization'), c.get('body'));
    if (isAuth0Error(challenge)) return refuse(challenge, headers);

    const { application, to, allowsSignup } = challenge;
    const name = authSessions.issue({ clientId: application.clientId, to, allowsSignup });
    const user = store.userOf(to, 'auth0');
    const mayLogIn = user ? !user.isBlocked : allowsSignup && !settings.disableSignups;
    const start = { to, send: 'code' as const, authParams: {} };
    const language = c.req.header('x-request-language');
    const options = { origin: c.env.origin, language, owner: name };
    const failure = mayLogIn ? await sendCode(tenant, application, start, options) : undefined;
    return failure ? refuse(failure, headers) : answerJson(200, { auth_session: name }, headers);
  };
}

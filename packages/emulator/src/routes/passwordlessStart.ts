import { answerJson } from '../answerJson.ts';
import type { Application } from '../applications.ts';
import { isAuth0Error, refuse, type Auth0Error } from '../auth0Error.ts';
import {
  badForwardedFor,
  blockedAtStart,
  clientAuthenticationRequired,
  disabledConnection,
  missingClientId,
  signupDisabled,
  tooManyRequests,
  unknownClient,
} from '../auth0Errors.ts';
import { authenticateClient, readClientClaim } from '../clientAuthentication.ts';
import type { Endpoint } from '../endpoint.ts';
import { botSuspected, unreadableBody, wrongCaptcha } from '../guessedErrors.ts';
import type { Identifier } from '../identifier.ts';
import { isIpAddress } from '../ipAddress.ts';
import { randomHex } from '../random.ts';
import { rateLimitHeaders } from '../rateLimit.ts';
import type { RequestBody } from '../requestBody.ts';
import { sendCode } from '../sendCode.ts';
import { readStartRequest, type StartRequest } from '../startRequest.ts';
import type { Tenant } from '../tenant.ts';

/**
 * Auth0 tells here whether it knows the address as a verified one. The emulator always says
 * `false`: known and unknown people get the same answer, and an app that reads it stands out.
 */
function answerOf({ connection, value }: Identifier, language: string | undefined) {
  const id = randomHex(12);
  return connection === 'email'
    ? { _id: id, email: value, email_verified: false }
    : { _id: id, phone_number: value, phone_verified: false, request_language: language ?? null };
}

/**
 * `POST /passwordless/start`: sends a code or a link.
 *
 * @see {@link https://auth0.com/docs/api/authentication/passwordless/get-code-or-link Auth0 docs: Get code or link}
 */
export function passwordlessStart(tenant: Tenant): Endpoint {
  const { settings, startLimit, store } = tenant;

  /** What remains to check once it is clear who calls. */
  const check = (
    fields: RequestBody['fields'],
    application: Application,
    client: { isAuthenticated: boolean },
    forwardedFor: string | undefined,
  ): StartRequest | Auth0Error => {
    const isConfidential = application.clientSecret !== undefined;
    if (isConfidential && settings.enforcesClientAtStart && !client.isAuthenticated) {
      return clientAuthenticationRequired;
    }
    // Auth0 looks at this header only in calls with a secret.
    if (client.isAuthenticated && forwardedFor !== undefined && !isIpAddress(forwardedFor)) {
      return badForwardedFor;
    }
    const request = readStartRequest(fields);
    if (isAuth0Error(request)) return request;
    const { connection } = request.to;
    const isSwitchedOff = settings.disabledConnections.includes(connection);
    if (isSwitchedOff || application.connections?.includes(connection) === false) {
      return disabledConnection;
    }
    if (settings.suspectsBots) return botSuspected;
    if (settings.captcha !== null && fields.captcha !== settings.captcha) return wrongCaptcha;
    const user = store.userOf(request.to);
    if (user?.isBlocked && settings.tellsBlockedUsers) return blockedAtStart;
    return settings.disableSignups && !user ? signupDisabled : request;
  };

  return async (c) => {
    const body = c.get('body');
    const claim = readClientClaim(c.req.header('authorization'), body.fields);
    const clientId = isAuth0Error(claim) ? undefined : claim.clientId;
    const application = clientId === undefined ? undefined : store.application(clientId);
    const client =
      application && !isAuth0Error(claim)
        ? authenticateClient(application, claim.clientSecret)
        : { isAuthenticated: false };

    // Calls with a secret count against the tenant's limit, which no development reaches.
    const isCounted = isAuth0Error(client) || !client.isAuthenticated;
    const limit = isCounted ? startLimit.take(c.env.ip) : undefined;
    const headers = limit && rateLimitHeaders(limit);
    if (limit?.allowed === false) return refuse(tooManyRequests, headers);

    if (body.kind === 'form' || body.kind === 'unreadable') return refuse(unreadableBody, headers);
    if (isAuth0Error(claim)) return refuse(claim, headers);
    if (clientId === undefined) return refuse(missingClientId, headers);
    if (!application) return refuse(unknownClient, headers);
    if (isAuth0Error(client)) return refuse(client, headers);
    const request = check(body.fields, application, client, c.req.header('auth0-forwarded-for'));
    if (isAuth0Error(request)) return refuse(request, headers);

    const language = c.req.header('x-request-language');
    const known = store.userOf(request.to);
    const isSilent = known?.isBlocked && !settings.tellsBlockedUsers;
    const failure = isSilent
      ? undefined
      : await sendCode(tenant, application, request, { origin: c.env.origin, language });
    return failure
      ? refuse(failure, headers)
      : answerJson(200, answerOf(request.to, language), headers);
  };
}

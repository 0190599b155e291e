import { answerJson } from '../answerJson.ts';
import type { Application } from '../applications.ts';
import {
  badForwardedFor,
  clientAuthenticationRequired,
  disabledConnection,
  emailNotSent,
  isAuth0Error,
  missingClientId,
  refuse,
  signupDisabled,
  smsNotSent,
  tooManyRequests,
  unknownClient,
  unreadableBody,
  type Auth0Error,
} from '../auth0Errors.ts';
import { authenticateClient, readClientClaim } from '../clientAuthentication.ts';
import { composeMessage } from '../composeMessage.ts';
import type { Endpoint } from '../endpoint.ts';
import type { Identifier } from '../identifier.ts';
import { isIpAddress } from '../ipAddress.ts';
import { randomHex } from '../random.ts';
import type { RateLimitState } from '../rateLimit.ts';
import type { RequestBody } from '../requestBody.ts';
import { readStartRequest, type StartRequest } from '../startRequest.ts';
import type { Tenant } from '../tenant.ts';
import { verifyRedirectLink } from '../verifyRedirectLink.ts';

const rateLimitHeaders = ({ limit, remaining, resetAtSeconds }: RateLimitState) => ({
  'x-ratelimit-limit': String(limit),
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': String(resetAtSeconds),
});

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

/** The site that a code is for: the asking page's, or else the application's first. */
function siteOf(tenant: Tenant, { allowedOrigins }: Application, origin: string | undefined) {
  const fixed = allowedOrigins.find((pattern) => !pattern.includes('*'));
  return new URL(origin ?? fixed ?? tenant.issuer).hostname;
}

/**
 * `POST /passwordless/start`: sends a code or a link.
 *
 * @see {@link https://auth0.com/docs/api/authentication/passwordless/get-code-or-link Auth0 docs: Get code or link}
 */
export function passwordlessStart(tenant: Tenant): Endpoint {
  const { clock, codes, outbox, settings, startLimit, store } = tenant;

  /** Resolves once the message is in the outbox, or with the error of a delivery that failed. */
  const send = async (
    application: Application,
    request: StartRequest,
    origin: string | undefined,
    language: string | undefined,
  ): Promise<Auth0Error | undefined> => {
    const code = codes.issue(request.to);
    const arrive = outbox.expect();
    const message = composeMessage({
      to: request.to,
      code,
      ...(request.send === 'link' && {
        link: verifyRedirectLink(tenant.issuer, application, request, code),
      }),
      applicationName: application.name,
      host: siteOf(tenant, application, origin),
      lifetimeSeconds: settings.codeLifetimeSeconds,
      sentAt: clock.now(),
      language,
    });
    try {
      arrive(await settings.deliver(message));
      return undefined;
    } catch (failure) {
      const reason = failure instanceof Error ? failure.message : String(failure);
      return request.to.connection === 'sms' ? smsNotSent(reason) : emailNotSent;
    }
  };

  /** What remains to check once it is clear who calls. */
  const check = (
    fields: RequestBody['fields'],
    application: Application,
    client: { isAuthenticated: boolean },
    forwardedFor: string | undefined,
  ): StartRequest | Auth0Error => {
    if (application.clientSecret !== undefined && !client.isAuthenticated) {
      return clientAuthenticationRequired;
    }
    // Auth0 looks at this header only in calls with a secret.
    if (client.isAuthenticated && forwardedFor !== undefined && !isIpAddress(forwardedFor)) {
      return badForwardedFor;
    }
    const request = readStartRequest(fields);
    if (isAuth0Error(request)) return request;
    if (application.connections?.includes(request.to.connection) === false) {
      return disabledConnection;
    }
    return settings.disableSignups && !store.userOf(request.to) ? signupDisabled : request;
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
    const failure = await send(application, request, c.env.origin, language);
    return failure
      ? refuse(failure, headers)
      : answerJson(200, answerOf(request.to, language), headers);
  };
}

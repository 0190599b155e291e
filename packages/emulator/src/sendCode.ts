import type { Application } from './applications.ts';
import type { Auth0Error } from './auth0Error.ts';
import { smsNotSent } from './auth0Errors.ts';
import { composeMessage } from './composeMessage.ts';
import { emailNotSent } from './guessedErrors.ts';
import { identifierKey } from './identifier.ts';
import { smsFailures } from './smsFailures.ts';
import type { StartRequest } from './startRequest.ts';
import type { Tenant } from './tenant.ts';
import { verifyRedirectLink } from './verifyRedirectLink.ts';

/** The site that a code is for: the asking page's, or else the application's first. */
function siteOf(tenant: Tenant, { allowedOrigins }: Application, origin: string | undefined) {
  const fixed = allowedOrigins.find((pattern) => !pattern.includes('*'));
  return new URL(origin ?? fixed ?? tenant.issuer).hostname;
}

/**
 * Makes a code and sends it, by itself or in a link.
 *
 * @param options.owner - Under what name the code is kept. Defaults to the person's.
 * @returns Once the message is in the outbox, or with the error of a delivery that failed.
 */
export async function sendCode(
  tenant: Tenant,
  application: Application,
  request: StartRequest,
  options: { origin: string | undefined; language: string | undefined; owner?: string },
): Promise<Auth0Error | undefined> {
  const { clock, codes, deliver, outbox, settings } = tenant;
  const { to } = request;
  const code = codes.issue(options.owner ?? identifierKey(to));
  const arrive = outbox.expect();
  const message = composeMessage({
    to,
    code,
    ...(request.send === 'link' && {
      link: verifyRedirectLink(tenant.issuer, application, request, code),
    }),
    applicationName: application.name,
    host: siteOf(tenant, application, options.origin),
    lifetimeSeconds: settings.codeLifetimeSeconds,
    sentAt: clock.now(),
    language: options.language,
  });

  const isSms = to.connection === 'sms';
  if (isSms && settings.smsFailure) return smsNotSent(smsFailures[settings.smsFailure](to.value));
  if (!isSms && settings.mailFails) return emailNotSent;
  try {
    arrive(await deliver(message));
    return undefined;
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    return isSms ? smsNotSent(reason) : emailNotSent;
  }
}

/**
 * Why an SMS did not leave, in the sentences that Auth0 passes on. The first two are Twilio's; the others come about with a
 * gateway of one's own.
 *
 * @see {@link https://auth0.com/docs/authenticate/passwordless/authentication-methods/use-sms-gateway-passwordless Auth0 docs: SMS gateway}
 */
export const smsFailures = {
  invalidNumber: (to: string) => `The 'To' number ${to} is not a valid phone number. (Code: 21211)`,
  regionNotPermitted: (to: string) =>
    `Permission to send an SMS has not been enabled for the region indicated by the 'To' number: ${to}. (Code: 21408)`,
  gatewayAnswer: () => 'Unexpected response while calling the SMS gateway: 500',
  gatewayAuthentication: () => 'Authentication failed while calling the SMS gateway: 401',
  gatewayTimeout: () => 'Timeout while calling the SMS gateway: ESOCKETTIMEDOUT',
};

/** The name of something that goes wrong with an SMS. */
export type SmsFailure = keyof typeof smsFailures;

export const isSmsFailure = (name: unknown): name is SmsFailure =>
  typeof name === 'string' && Object.hasOwn(smsFailures, name);

import type { SetupHint } from './passwordlessError.ts';

/** Which setting is wrong, as far as an answer of Auth0 tells. */
export type SetupProblem =
  | 'domain'
  | 'clientId'
  | 'clientAuthentication'
  | 'grant'
  | 'connection'
  | 'origin'
  | 'audience'
  | 'request';

const application = 'Auth0 Dashboard > Applications > (yours)';

/** Setting and fix for each problem; the cause comes from Auth0's own words where there are any. */
const remedies: Record<SetupProblem, readonly [cause: string, setting: string, fix: string]> = {
  domain: [
    'No tenant answers at this domain.',
    'The `domain` option.',
    'Use the bare host from the application settings, such as "example.eu.auth0.com": no scheme, no path.',
  ],
  clientId: [
    'Auth0 does not know this application.',
    `The \`clientId\` option; ${application} > Settings.`,
    'Copy the Client ID of an application of this tenant.',
  ],
  clientAuthentication: [
    'The application is confidential and must prove itself with a secret, which a browser cannot keep.',
    `${application} > Settings > Application Type.`,
    'Call Auth0 from your server, or use an application of type Native here. Never put the secret into the browser.',
  ],
  grant: [
    'The application may not use the Passwordless OTP grant. Applications of type Single Page App never may.',
    `${application} > Advanced Settings > Grant Types; Authentication > Authentication Profile.`,
    'Enable "Passwordless OTP" for an application of type Native or Regular Web, with the profile "Identifier First".',
  ],
  connection: [
    'The passwordless connection cannot be used by this application.',
    'Auth0 Dashboard > Authentication > Passwordless.',
    'Switch on the connection (Email or SMS) and enable it for the application.',
  ],
  origin: [
    "Auth0 refused this page's origin.",
    `${application} > Settings > Allowed Origins (CORS).`,
    'Add the origin of this page: scheme, host and port, no path.',
  ],
  audience: [
    'Auth0 does not know this API.',
    'The `audience` option; Auth0 Dashboard > Applications > APIs.',
    'Use the Identifier of an API of this tenant, with its exact spelling.',
  ],
  request: [
    'Auth0 refused the form of the request.',
    'The options of the client.',
    'Check `scope`, `audience` and `language`; if they are right, please report this.',
  ],
};

/** Cause, setting and fix of a configuration problem. */
export function setupHint(problem: SetupProblem): SetupHint {
  const [cause, setting, fix] = remedies[problem];
  return { cause, setting, fix };
}

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

/** Short on purpose: every app carries these texts, and Auth0's own words stand beside them. */
const hints: Record<SetupProblem, readonly [cause: string, setting: string, fix: string]> = {
  domain: [
    'No tenant has this domain.',
    'Option `domain`.',
    'Give the bare host, like "example.eu.auth0.com".',
  ],
  clientId: ['No application has this ID.', 'Option `clientId`.', 'Copy it from the application.'],
  clientAuthentication: [
    'The application needs a secret, which no browser can keep.',
    'Application Type.',
    'Use type Native, or call Auth0 from your server.',
  ],
  grant: [
    'The application may not use this grant; Single Page Applications never may.',
    'Application > Advanced > Grant Types.',
    'Enable "Passwordless OTP", with the Authentication Profile "Identifier First".',
  ],
  connection: [
    'The application cannot use this connection.',
    'Authentication > Passwordless.',
    'Enable it for the application.',
  ],
  origin: [
    "Auth0 refuses this page's origin.",
    'Application > Allowed Origins (CORS).',
    'Add the origin.',
  ],
  audience: ['No API has this identifier.', 'Option `audience`.', 'Copy it from the API.'],
  request: ['Auth0 refuses a parameter.', 'Options of the client.', 'Check scope and audience.'],
};

/** Cause, setting and fix of a configuration problem. */
export function setupHint(problem: SetupProblem): SetupHint {
  const [cause, setting, fix] = hints[problem];
  return { cause, setting, fix };
}

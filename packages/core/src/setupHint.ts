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
  | 'crossOrigin'
  | 'nextAuth0'
  | 'request';

const application = 'Auth0 Dashboard > Applications > (yours)';

const hints: Record<SetupProblem, SetupHint> = {
  domain: {
    cause: 'No tenant answers at this domain.',
    setting: 'The `domain` option.',
    fix: 'Use the bare host from the application settings, such as "example.eu.auth0.com": no scheme, no path.',
  },
  clientId: {
    cause: 'Auth0 does not know this application.',
    setting: `The \`clientId\` option; ${application} > Settings.`,
    fix: 'Copy the Client ID of an application of this tenant.',
  },
  clientAuthentication: {
    cause:
      'The application is confidential and must prove itself with a secret, which a browser cannot keep.',
    setting: `${application} > Settings > Application Type, Client Secret.`,
    fix: 'Call Auth0 from your server, or use an application of type Native here. Never put the secret into the browser. If it was the server that called, copy the Client Secret there again.',
  },
  grant: {
    cause:
      'The application may not use the Passwordless OTP grant. Applications of type Single Page App never may.',
    setting: `${application} > Advanced Settings > Grant Types; Authentication > Authentication Profile.`,
    fix: 'Enable "Passwordless OTP" for an application of type Native or Regular Web, with the profile "Identifier First".',
  },
  connection: {
    cause: 'The application cannot use this passwordless connection.',
    setting: 'Auth0 Dashboard > Authentication > Passwordless.',
    fix: 'Switch on the connection (Email or SMS) and enable it for the application.',
  },
  origin: {
    cause: "Auth0 refused this page's origin.",
    setting: `${application} > Settings > Allowed Origins (CORS).`,
    fix: 'Add the origin of this page: scheme, host and port, no path.',
  },
  audience: {
    cause: 'Auth0 does not know this API.',
    setting: 'The `audience` option; Auth0 Dashboard > Applications > APIs.',
    fix: 'Use the Identifier of an API of this tenant, with its exact spelling.',
  },
  crossOrigin: {
    cause: 'The application does not allow cross-origin authentication.',
    setting: `${application} > Settings > Cross-Origin Authentication.`,
    fix: "Allow it, add this page's origin to Allowed Web Origins, and use a custom domain of the page's own site.",
  },
  nextAuth0: {
    cause: '`@auth0/nextjs-auth0` is not set up right.',
    setting: 'The options of its `Auth0Client`, and its environment variables, on your server.',
    fix: 'Change what it complains of:',
  },
  request: {
    cause: 'Auth0 refused a parameter of the request.',
    setting: 'The options of the client.',
    fix: 'Check `scope`, `audience` and `language`; if they are right, please report this.',
  },
};

/** Bundlers put a literal in the place of `process.env.NODE_ENV`, as they do for React. */
declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * The detail of an error that only developers need; `undefined` in a production build, and where there is neither a
 * bundler nor a `process` to ask.
 */
export function developerDetail(detail: string): { detail: string } | undefined {
  try {
    // In this form, nothing of it is left in a production build.
    if (process.env.NODE_ENV !== 'production') return { detail };
  } catch {
    // As in production.
  }
  return undefined;
}

/**
 * Cause, setting and fix of a configuration problem, for the developer who can mend it; `undefined` in a
 * production build, whose visitors would download these texts for nothing.
 */
export function setupHint(problem: SetupProblem): SetupHint | undefined {
  try {
    if (process.env.NODE_ENV !== 'production') return hints[problem];
  } catch {
    // Neither a bundler nor a `process` to ask: as in production.
  }
  return undefined;
}

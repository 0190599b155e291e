import type { ReadServerFailure } from '../clients/ownServerClient.ts';
import type { ExchangeCodeRequest } from '../clients/passwordlessClient.ts';
import { readBody, string } from './body.ts';
import { type Meaning, readFailure } from './failures.ts';

/** `POST /auth/passwordless/verify` */
export const nextVerifyBody = ({ code, ...identifier }: ExchangeCodeRequest): object => ({
  ...identifier,
  verificationCode: code,
});

/**
 * What `@auth0/nextjs-auth0` says on its own account. It passes the names and the sentences of Auth0 on, but no
 * status and no header; whatever of Auth0's answers has no name, or did not arrive, is an `unknown_error`.
 */
const nextMeanings: readonly Meaning[] = [
  [/^too many/i, 'rate_limited'],
  [/^unknown_error/, 'provider_down'],
  [/^(missing_id|invalid_[ia]|domain_|dpop_|mtls_)/, 'misconfigured'],
];

/** The error of an answer of `@auth0/nextjs-auth0` that is not a success. */
export const readNextFailure: ReadServerFailure = (answer, at, secret) =>
  string(readBody(answer.text)['error'])
    ? readFailure(answer, at, secret, nextMeanings)
    : undefined;

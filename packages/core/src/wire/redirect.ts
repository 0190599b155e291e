import type { HttpAnswer } from '../clients/httpRequest.ts';
import type { PasswordlessError } from '../passwordlessError.ts';
import { type Meaning, readFailure } from './failures.ts';

/** What Auth0 sent the browser back with. */
export interface RedirectAnswer {
  readonly state: string;
  /** Empty when there is a failure, or tokens. */
  readonly authorizationCode: string;
  /** Tokens in the address itself (OAuth's implicit grant), in the form that `/oauth/token` gives them. */
  readonly tokens: HttpAnswer | undefined;
  readonly failure: PasswordlessError | undefined;
  /** The address without all that. */
  readonly tidyUrl: string;
}

/** A link that is too old or used; otherwise these words would read as a refusal of the tenant's. */
const linkMeanings: readonly Meaning[] = [[/^unauthorized: .*expired/i, 'expired_code']];

/** What Auth0 adds to an address of ours. */
const names = [
  'code',
  'state',
  'access_token',
  'id_token',
  'refresh_token',
  'token_type',
  'expires_in',
  'scope',
  'error',
  'error_description',
];

/** The answer in an address, from `#…` or `?…`; `null` when there is none. */
export function readRedirect(url: URL, at: number): RedirectAnswer | null {
  const fragment = new URLSearchParams(url.hash.slice(1));
  const given = [fragment, url.searchParams].find(isAnswer);
  if (!given) return null;

  const asBody = (status: number): HttpAnswer => ({
    response: new Response(null, { status }),
    text: JSON.stringify(Object.fromEntries(given)),
  });
  const answer = {
    state: given.get('state') ?? '',
    authorizationCode: given.get('code') ?? '',
    tokens: given.has('access_token') ? asBody(200) : undefined,
    failure: given.has('error') ? readFailure(asBody(400), at, undefined, linkMeanings) : undefined,
  };
  const tidy = new URL(url);
  if (given === fragment) tidy.hash = '';
  else for (const name of names) tidy.searchParams.delete(name);
  return { ...answer, tidyUrl: tidy.href };
}

const isAnswer = (given: URLSearchParams) =>
  given.has('state') && ['code', 'access_token', 'error'].some((name) => given.has(name));

import { answerJson } from './answerJson.ts';

/** An error answer of Auth0. Its sentence is for people and may change: Auth0 says not to parse it. */
export interface Auth0Error {
  status: number;
  error: string;
  description?: string;
  uri?: string;
  /** What some errors carry besides, as on the wire: `mfa_token`, `validation_errors`. */
  extra?: Readonly<Record<string, unknown>>;
}

export const auth0Error = (status: number, error: string, description?: string): Auth0Error => ({
  status,
  error,
  ...(description !== undefined && { description }),
});

export const isAuth0Error = (outcome: object): outcome is Auth0Error =>
  'error' in outcome && 'status' in outcome;

/** The answer that carries an error. */
export function refuse(
  { status, error, description, uri, extra }: Auth0Error,
  headers?: Record<string, string>,
): Response {
  const body = { error, error_description: description, error_uri: uri, ...extra };
  return answerJson(status, body, headers);
}

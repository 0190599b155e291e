import { answerJson } from '../answerJson.ts';
import { isAuth0Error, refuse, type Auth0Error } from '../auth0Error.ts';
import {
  blockedUserOfOldTenant,
  invalidClient,
  missingProperty,
  unknownConnection,
} from '../auth0Errors.ts';
import type { Endpoint } from '../endpoint.ts';
import { verifyRefused } from '../guessedErrors.ts';
import { identifierKey, identify, isConnection } from '../identifier.ts';
import { codeError } from '../redeemCode.ts';
import { textField, type RequestBody } from '../requestBody.ts';
import { readAddress } from '../startRequest.ts';
import type { Tenant } from '../tenant.ts';

/** A code and where it was sent, out of the documented body (`username`, `password`) or that of Auth0's own library. */
function readTry(fields: RequestBody['fields']) {
  const connection = textField(fields, 'connection');
  if (connection === undefined) return missingProperty('connection');
  if (!isConnection(connection)) return unknownConnection;
  const isDocumented = fields.verification_code === undefined;
  const codeName = isDocumented ? 'password' : 'verification_code';
  const code = textField(fields, codeName);
  const username = textField(fields, 'username');
  if (isDocumented && username === undefined) return missingProperty('username');
  if (code === undefined) return missingProperty(codeName);
  const from = isDocumented
    ? identify(connection, username ?? '')
    : readAddress(connection, fields);
  return isAuth0Error(from) ? from : { from, code };
}

/**
 * `POST /passwordless/verify`: says whether a code is right. Auth0's own library calls it before it goes on to
 * `verify_redirect` with the same code, so the code stays good.
 *
 * @see {@link https://auth0.com/docs/api/authentication/passwordless/verify Auth0 docs: Verify}
 */
export function passwordlessVerify(tenant: Tenant): Endpoint {
  const { codes, settings, store } = tenant;

  const findProblem = (fields: RequestBody['fields']): Auth0Error | undefined => {
    const clientId = textField(fields, 'client_id');
    if (clientId === undefined && settings.enforcesClientAtVerify) {
      return missingProperty('client_id');
    }
    if (clientId !== undefined && !store.application(clientId)) return invalidClient;
    const tried = readTry(fields);
    if (isAuth0Error(tried)) return tried;
    if (store.userOf(tried.from)?.isBlocked) return blockedUserOfOldTenant;
    const refused = codeError(tried.from, codes.check(identifierKey(tried.from), tried.code));
    return refused && verifyRefused(refused.description);
  };

  return (c) => {
    const problem = findProblem(c.get('body').fields);
    return problem ? refuse(problem) : answerJson(200, {});
  };
}

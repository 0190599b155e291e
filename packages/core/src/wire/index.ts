/**
 * The subpath `@auth0-passwordless/core/wire`: what `@auth0-passwordless/server` speaks to Auth0 and to the
 * browser with. Made for that package alone; it may change in any release.
 */
export {
  type HttpAnswer,
  type HttpFetch,
  httpRequest,
  type HttpResponse,
} from '../clients/httpRequest.ts';
export { originOf } from '../clients/tenant.ts';
export { failureBody, failureStatuses } from '../handlerFailure.ts';
export { readAuthSession, readTokens } from './answers.ts';
export { confidentialInit, type ConfidentialInit } from './confidential.ts';
export { challengedCodeMeanings, readFailure } from './failures.ts';
export { checkIdToken } from './idToken.ts';
export {
  challengedCodeInit,
  challengeInit,
  challengePath,
  exchangeInit,
  exchangePath,
  type PostInit,
  startInit,
  startPath,
} from './requests.ts';
export {
  isRefreshRefused,
  readIdTokenUser,
  refreshInit,
  revokeInit,
  revokePath,
} from './session.ts';

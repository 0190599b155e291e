/**
 * The subpath `@auth0-passwordless/core/wire`: what `@auth0-passwordless/server` speaks to Auth0 and to the
 * browser with. Made for that package alone; it may change in any release.
 */
export { type HttpAnswer, httpRequest } from '../clients/httpRequest.ts';
export { originOf } from '../clients/tenant.ts';
export { failureBody, failureStatuses } from '../handlerFailure.ts';
export { readAuthSession, readTokens } from './answers.ts';
export { confidentialInit } from './confidential.ts';
export { challengedCodeMeanings, readFailure } from './failures.ts';
export { checkIdToken } from './idToken.ts';
export {
  challengedCodeInit,
  challengeInit,
  challengePath,
  exchangeInit,
  exchangePath,
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

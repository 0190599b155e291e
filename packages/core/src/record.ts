/**
 * The subpath `@auth0-passwordless/core/record`: what a login leaves for the page after a reload. Apart from the
 * rest, because a form is on the page before it is needed.
 *
 * @module
 */
export { readLoginRecord, type RestoredLogin, writeLoginRecord } from './loginRecord.ts';
export { findStorage } from './tokenStorage.ts';

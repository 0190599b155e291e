import { parseCode } from '@auth0-passwordless/core';
import type { LoginActions, LoginControls } from '../loginActions.ts';
import type { LoginElements } from '../propGetters.ts';
import { cancelByEscape } from './cancelByEscape.ts';
import { connectEarly } from './connectEarly.ts';
import { followTabs } from './followTabs.ts';
import { keepRecord } from './keepRecord.ts';
import { reportEvents } from './reportEvents.ts';
import { resumeExchange } from './resumeExchange.ts';
import { stepInHistory } from './stepInHistory.ts';
import { takeTurns } from './takeTurns.ts';
import { takeWebOtp } from './takeWebOtp.ts';

/** A login, as the world around it gets to see it. */
export interface SurroundedLogin {
  readonly controls: LoginControls;
  readonly actions: LoginActions;
  readonly elements: LoginElements;
}

/** Joins a login to one thing in the world around it; returns what ends that. */
export type Surrounding = (login: SurroundedLogin) => () => void;

/** In this order: what is restored is news to all that follow. */
const surroundings: readonly Surrounding[] = [
  reportEvents,
  keepRecord,
  stepInHistory,
  takeTurns,
  followTabs,
  resumeExchange,
  cancelByEscape,
  connectEarly,
  takeWebOtp,
];

/**
 * Joins a login to its storage, the browser's history, other tabs, the network and the messages of the
 * phone. None of these starts a request that the person has not asked for. A page loads this file after
 * the form is there; without it the login works all the same.
 */
export const surroundLogin: Surrounding = (login) => {
  login.controls.parseCode = parseCode;
  const ends = surroundings.map((surrounding) => surrounding(login));
  return () => {
    for (const end of ends) end();
  };
};

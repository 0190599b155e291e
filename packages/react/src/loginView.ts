import type { Connection, LoginState, LoginStatus } from '@auth0-passwordless/core';
import type { LoginActions } from './loginActions.ts';
import type { PropGetters } from './propGetters.ts';

/** The screens of a login. */
export type LoginStep = 'identifier' | 'code' | 'link' | 'elsewhere' | 'mfa' | 'done';

/** What the machine needs and nobody who renders does; codes among it, which must not reach a log. */
type Hidden = 'requestId' | 'code' | 'rejectedCodes' | 'isResumed';

type StepOf<S extends LoginState> = S extends { status: 'enteringIdentifier' | 'sendingCode' }
  ? 'identifier'
  : S extends { status: 'enteringCode' | 'exchangingCode' | 'waitingForNetwork' }
    ? 'code'
    : S extends { status: 'resendingCode'; send: infer T }
      ? T
      : S extends { status: 'awaitingLink' }
        ? 'link'
        : S extends { status: 'signedInElsewhere' }
          ? 'elsewhere'
          : S extends { status: 'mfaRequired' }
            ? 'mfa'
            : 'done';

type ViewOf<S> = S extends LoginState
  ? Omit<S, Hidden> & {
      /** The screen this state belongs to. */
      readonly step: StepOf<S>;
      /** Whether a request is in flight. */
      readonly isPending: S extends { requestId: number } ? true : false;
    }
  : never;

/** A login state as it is rendered: narrow it by `status` or by `step`. */
export type LoginView = ViewOf<LoginState>;

/** The state of a login together with everything to do and to spread on elements. */
export type PasswordlessLoginState = LoginView & LoginActions & PropGetters & LoginContext;

/** What the settings of a login add to its state. */
export interface LoginContext {
  /** What the person may type. */
  readonly connections: readonly Connection[];
  /**
   * Epoch milliseconds before which trying again is useless, while `error` is `rate_limited`, else
   * `null`. Count down with `useSecondsUntil`.
   */
  readonly retryAt: number | null;
}

export function retryAt({ error, ...state }: LoginState): number | null {
  if (error?.code !== 'rate_limited') return null;
  return ('sendLimit' in state && state.sendLimit?.until) || (error.retryAt ?? null);
}

/** A login narrowed to one screen. */
export type LoginAt<Step extends LoginStep> = Extract<PasswordlessLoginState, { step: Step }>;

/** The part of a state that is rendered, with what is derived from it. */
export function loginView(state: LoginState): LoginView {
  const hidden = { requestId: 0, code: '', rejectedCodes: [], isResumed: true };
  const { requestId, code, rejectedCodes, isResumed, ...visible } = { ...hidden, ...state };
  const step = state.status === 'resendingCode' ? state.send : steps[state.status];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the spread of a union is typed as one object; each member keeps its own fields at run time
  return { ...visible, step, isPending: 'requestId' in state } as LoginView;
}

/** The screen that a status belongs to: a request never changes the screen before its answer. */
const steps: Record<Exclude<LoginStatus, 'resendingCode'>, LoginStep> = {
  enteringIdentifier: 'identifier',
  sendingCode: 'identifier',
  enteringCode: 'code',
  exchangingCode: 'code',
  waitingForNetwork: 'code',
  awaitingLink: 'link',
  signedInElsewhere: 'elsewhere',
  mfaRequired: 'mfa',
  authenticated: 'done',
};

'use client';

import {
  type Authenticated,
  type AuthParams,
  type Connection,
  createLoginStore,
  parseTypedCode,
  type PasswordlessClient,
  type Send,
  type StorageChoice,
} from '@auth0-passwordless/core';
import { createLoginActions, type LoginControls, type LoginSettings } from './loginActions.ts';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createRef, useEffect, useId, useMemo, useState, useSyncExternalStore } from 'react';
import { loginView, retryAt, type PasswordlessLoginState } from './loginView.ts';
import { exchangeCodeMutation, runMutation, startMutation } from './mutations.ts';
import { usePasswordless } from './PasswordlessProvider.tsx';
import { createPropGetters, type LoginElements } from './propGetters.ts';
import type { LoginReport } from './surroundings/loginReport.ts';
import { useSurroundings } from './useSurroundings.ts';
import { useStepFocus } from './useStepFocus.ts';

export interface UsePasswordlessLoginOptions {
  /** What the person may type. Defaults to `['email']`. */
  connections?: readonly Connection[] | undefined;
  /** What an e-mail brings; a phone number always gets a code. Defaults to `'code'`. */
  send?: Send | undefined;
  /** BCP 47 tag for the message, such as `fr-CA`. Defaults to the locale of the provider's `messages`, if there are any. */
  language?: string | undefined;
  /** The answer to a captcha that Auth0 asked for with `captcha_required`; sent with the next start. */
  captcha?: string | undefined;
  /** What a link carries through to the page that it opens. Not for codes. */
  authParams?: AuthParams | undefined;
  /**
   * Whether a person without an account is told so where the connection takes no new ones. By default they see the
   * code step as everybody does, and no code comes. Defaults to `false`.
   */
  revealsUnknown?: boolean | undefined;
  /** Whether a complete code is checked without a press on the button. Defaults to `true`. */
  autoSubmit?: boolean | undefined;
  /** Whether the identifier field takes the focus when the login appears. Defaults to `false`. */
  autoFocus?: boolean | undefined;
  /**
   * Where a login on its way is kept, so that a reload on the code step goes on with it: the identifier and the
   * deadlines, never the code. `sessionStorage` (the default): this tab, also when it was discarded or
   * restored. `localStorage`: the next visit too, and every tab. `memory`: nothing is kept.
   */
  storage?: StorageChoice | undefined;
  /**
   * Names the entry in the storage and what the tabs share. Set it where one origin has logins for two
   * applications. Defaults to `auth0-passwordless:login`.
   */
  storageKey?: string | undefined;
  /** Whether Back on the code step returns to the identifier. Defaults to `true`. */
  history?: boolean | undefined;
  /**
   * Whether a sign-in in another tab shows here as the status `signedInElsewhere`. Turn it off where tabs
   * do not share their session. Defaults to `true`.
   */
  followTabs?: boolean | undefined;
  /**
   * Called for what happens on the way, for analytics. A report holds neither identifier nor code; see
   * {@link LoginReport}. May change between renders.
   */
  onEvent?: ((report: LoginReport) => void) | undefined;
  /**
   * Called once per login, after `status` has become `authenticated`. May change between renders; the
   * newest one is called. `tokens` is `null` when the client keeps the session in a cookie, and when the
   * person goes on with the sign-in of another tab.
   */
  onAuthenticated?: ((login: Authenticated) => void) | undefined;
}

/** What the person may type when the app does not say. */
const defaultConnections: readonly Connection[] = ['email'];

/**
 * Runs one passwordless login: ask for an identifier, send a one-time code, exchange it for tokens.
 *
 * The returned object is a discriminated union. Switch on `status` (or on `step`, the screen) and
 * TypeScript narrows the rest: `resendAvailableAt` exists only once a message was sent, `tokens` only
 * when `authenticated`. One request is in flight at a time; an action that the status does not allow
 * does nothing, so a double click cannot send two messages.
 *
 * Requests start from the actions below, never from rendering: mounting under `StrictMode`, remounting,
 * regaining focus or coming online sends nothing. Unmounting ends a request in flight. The code is kept
 * in memory only, neither in the query cache nor in storage.
 *
 * A failed request does not end the login. The person stays on the same step with `error` set, and
 * the next action clears it. Branch on `error.code`, or show what {@link useErrorText} says; `error.message`
 * is for developers.
 *
 * @param options - See {@link UsePasswordlessLoginOptions}. All of it may change between renders.
 *
 * @returns The state; `isPending`; the actions of {@link LoginActions} (`start`, `exchange`, `resend`,
 *   `editIdentifier`, `cancel`, `completeMfa`, `reset`), the same functions at every render; and
 *   {@link PropGetters} for the elements of each step.
 *
 * @throws When no `PasswordlessProvider` is above the component. Request failures are never thrown.
 *
 * @example
 * ```tsx
 * import { usePasswordlessLogin } from '@auth0-passwordless/react'
 *
 * function Login() {
 *   const login = usePasswordlessLogin({ onAuthenticated: ({ tokens }) => console.info(tokens?.expiresAt) })
 *   if (login.step === 'identifier') {
 *     return (
 *       <form key="identifier" {...login.getIdentifierFormProps()}>
 *         <label {...login.getLabelProps()}>Email</label>
 *         <input {...login.getIdentifierInputProps()} />
 *         <button {...login.getSubmitButtonProps()}>Continue</button>
 *         <p {...login.getErrorProps()}>{login.error?.code}</p>
 *       </form>
 *     )
 *   }
 *   if (login.step === 'code') {
 *     return (
 *       <form key="code" {...login.getCodeFormProps()}>
 *         <label {...login.getLabelProps()}>Code</label>
 *         <input {...login.getCodeInputProps()} />
 *         <p {...login.getErrorProps()}>{login.error?.code}</p>
 *       </form>
 *     )
 *   }
 *   return <p>Welcome</p>
 * }
 * ```
 *
 * @see {@link https://auth0.com/docs/api/authentication/passwordless/get-code-or-link Auth0: POST /passwordless/start}
 * @see {@link https://www.rfc-editor.org/rfc/rfc6749.html#section-5.2 RFC 6749 §5.2: token endpoint errors}
 */
export function usePasswordlessLogin(
  options: UsePasswordlessLoginOptions = {},
): PasswordlessLoginState {
  const { connections = defaultConnections, send = 'code', autoSubmit = true } = options;
  const { client, policy, messages, now } = usePasswordless();
  const queryClient = useQueryClient();
  const id = useId();

  const settings: LoginSettings = {
    ...options,
    client: useMemo(() => throughMutations(client, queryClient), [client, queryClient]),
    policy,
    connections,
    send,
    language: options.language ?? messages?.locale,
    now,
  };
  const [login] = useState(() => createLogin(settings));
  const { actions, elements, controls } = login;
  const { store } = controls;
  useEffect(() => login.configure(settings));
  const state = useSyncExternalStore(store.subscribe, store.getSnapshot, store.getSnapshot);

  useEffect(() => actions.cancel, [actions]);
  useSurroundings(login);
  useStepFocus(state, elements, options.autoFocus);

  return useMemo(() => {
    const getters = { id, elements, policy, connections, autoSubmit, now, controls };
    return {
      ...loginView(state),
      ...actions,
      ...createPropGetters(state, actions, getters),
      connections,
      retryAt: retryAt(state),
    };
  }, [state, actions, id, elements, policy, connections, autoSubmit, now, controls]);
}

/** One login for as long as its component lives; the settings may change meanwhile. */
function createLogin(initialSettings: LoginSettings) {
  let settings = initialSettings;
  const controls: LoginControls = {
    store: createLoginStore({ policy: () => settings.policy }),
    settings: () => settings,
    parseCode: parseTypedCode,
  };
  const elements: LoginElements = {
    identifier: createRef(),
    code: createRef(),
    resend: createRef(),
    heading: createRef(),
  };
  const configure = (newest: LoginSettings) => void (settings = newest);
  return { controls, elements, actions: createLoginActions(controls), configure };
}

/** The same client, seen by the mutation cache. */
function throughMutations(
  client: PasswordlessClient,
  queryClient: QueryClient,
): PasswordlessClient {
  return {
    origin: client.origin,
    start: (request, options) =>
      runMutation(queryClient, startMutation(client), { ...request, ...options }),
    exchangeCode: (request, options) =>
      runMutation(queryClient, exchangeCodeMutation(client), { ...request, ...options }),
  };
}

export type { CodeStep, CodeValues } from './CodeForm.tsx';
export type { IdentifierStep, IdentifierValues } from './IdentifierForm.tsx';
export { LiveRegions } from './LiveRegions.tsx';
export type { LoginActions } from './loginActions.ts';
export type { LoginReport } from './surroundings/loginReport.ts';
export type { LoginSlots } from './LoginSlots.ts';
export type {
  LoginAt,
  LoginContext,
  LoginStep,
  LoginView,
  PasswordlessLoginState,
} from './loginView.ts';
export { en } from './messages/en.ts';
export type { Messages } from './messages/messages.ts';
export type { Language, PartMessages } from './messages/partMessages.ts';
export type { ExchangeCodeVariables, StartVariables } from './mutations.ts';
export {
  PasswordlessLogin,
  type PasswordlessLoginProps,
  type StepRenderProps,
} from './PasswordlessLogin.tsx';
export {
  PasswordlessProvider,
  type PasswordlessProviderProps,
  usePasswordlessClient,
} from './PasswordlessProvider.tsx';
export type { PropGetters } from './propGetters.ts';
export { SessionProvider, type SessionProviderProps } from './SessionProvider.tsx';
export { useCodeExchange } from './useCodeExchange.ts';
export { useErrorText } from './useErrorText.ts';
export { useCatalogue } from './messages/useCatalogue.ts';
export { usePasswordlessLogin, type UsePasswordlessLoginOptions } from './usePasswordlessLogin.ts';
export { useOnline } from './useOnline.ts';
export { usePasswordlessStart } from './usePasswordlessStart.ts';
export { countdown, useSecondsUntil } from './useSecondsUntil.ts';
export {
  type SessionActions,
  type SessionView,
  type UnknownSession,
  useSession,
} from './useSession.ts';
export { useUser } from './useUser.ts';

export { createServerClient, type ServerClientOptions } from './clients/serverClient.ts';
export { defaultPolicy, type LoginPolicy } from './loginPolicy.ts';
export {
  type Auth0ClientOptions,
  createAuth0Client,
  type TokenOptions,
} from './clients/auth0Client.ts';
export {
  createCrossOriginClient,
  type CrossOriginClientOptions,
} from './clients/crossOriginClient.ts';
export { createDatabaseClient, type DatabaseClientOptions } from './clients/databaseClient.ts';
export { createLinkClient, type LinkClientOptions } from './clients/linkClient.ts';
export { createNextAuth0Client, type NextAuth0ClientOptions } from './clients/nextAuth0Client.ts';
export { parseCode } from './code.ts';
export { parseTypedCode, type ParseCodeOptions, type ParsedCode } from './typedCode.ts';
export { completeRedirect, type CompleteRedirectOptions } from './completeRedirect.ts';
export { createSession, type Session, type SessionOptions, type UserInfo } from './session.ts';
export { type Connection, type Identifier, identifierText, parseIdentifier } from './identifier.ts';
export type { LoginEvent } from './loginEvent.ts';
export { canResend } from './canResend.ts';
export { transition } from './loginMachine.ts';
export type { RestoredLogin } from './loginRecord.ts';
export {
  type Authenticated,
  type AwaitingLink,
  type Delivery,
  type EnteringCode,
  type EnteringIdentifier,
  type ExchangingCode,
  initialState,
  type LoginState,
  type LoginStatus,
  type MfaRequired,
  type ResendingCode,
  type SendingCode,
  type SendLimit,
  type SignedInElsewhere,
  type WaitingForNetwork,
} from './loginState.ts';
export { createLoginStore, type LoginStore, type LoginStoreOptions } from './loginStore.ts';
export {
  type MfaChallenge,
  PasswordlessError,
  type PasswordlessErrorCode,
  type PasswordlessErrorField,
  type PasswordlessErrorOptions,
  type SetupHint,
} from './passwordlessError.ts';
export type {
  AuthParams,
  ExchangeCodeRequest,
  PasswordlessClient,
  RequestOptions,
  Send,
  StartRequest,
  TokenSet,
} from './clients/passwordlessClient.ts';
export type { SignInExpectations } from './wire/idToken.ts';
export type { TransactionStorage } from './redirectTransaction.ts';
export type { SessionState, SignedIn, SignedOut } from './sessionStore.ts';
export type { SessionLocks } from './tabLock.ts';
export type { StorageChoice, TokenStorage } from './tokenStorage.ts';

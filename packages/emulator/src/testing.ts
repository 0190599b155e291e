export { createTestAuth0 } from './createTestAuth0.ts';
export type { TestAuth0 } from './createTestAuth0.ts';
export {
  accountUnderAttack,
  blocked,
  captchaRequired,
  codeExpired,
  latency,
  mailProviderDown,
  mfaRequired,
  offline,
  rateLimited,
  serverDown,
  signupDisabled,
  smsProviderDown,
  tooManyTries,
  wrongCode,
} from './scenarios.ts';
export type { LoginCall, Scenario, Times } from './scenarios.ts';

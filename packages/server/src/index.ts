export type { TrustedProxy } from './endUserIp.ts';
export type { Login, PasswordlessHandlerOptions } from './handlerOptions.ts';
export type { EndpointLimits, Limit, LimitOptions } from './limits.ts';
export {
  type Connection,
  createPasswordlessHandler,
  type PasswordlessHandler,
} from './passwordlessHandler.ts';
export type { ServerSession } from './serverSession.ts';

export type { Answer } from './answer.ts';
export type { TrustedProxy } from './endUserIp.ts';
export type { Auth0Fetch, Login, PasswordlessHandlerOptions } from './handlerOptions.ts';
export type { IncomingRequest, RequestHead } from './incomingRequest.ts';
export type { EndpointLimits, Limit, LimitOptions } from './limits.ts';
export {
  type Connection,
  createPasswordlessHandler,
  type PasswordlessHandler,
} from './passwordlessHandler.ts';
export type { ServerSession } from './serverSession.ts';

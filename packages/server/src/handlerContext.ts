import type { PasswordlessError } from '@auth0-passwordless/core';
import type { HttpResponse } from '@auth0-passwordless/core/wire';
import type { Answer } from './answer.ts';
import type { Auth0 } from './auth0.ts';
import type { HandlerSettings, PasswordlessHandlerOptions } from './handlerOptions.ts';
import type { RequestHead } from './incomingRequest.ts';
import type { Limits } from './limits.ts';
import type { Pace } from './pace.ts';
import type { Connection } from './passwordlessHandler.ts';
import type { Seal } from './seal.ts';
import type { SealedCookie } from './sealedCookie.ts';
import type { createServerSession } from './serverSession.ts';

/** What the endpoints of one handler share. */
export interface HandlerContext {
  readonly options: PasswordlessHandlerOptions;
  readonly settings: HandlerSettings;
  readonly auth0: Auth0;
  readonly seal: Seal;
  readonly session: ReturnType<typeof createServerSession>;
  readonly limits: Limits;
  readonly pace: Pace;
  readonly challengeCookie: SealedCookie;
  readonly ipOf: (request: RequestHead, connection: Connection | undefined) => string | undefined;
  /** Reports an error and answers with it. `upstream` are the headers of Auth0's answer. */
  readonly refuse: (
    error: PasswordlessError,
    request: RequestHead,
    upstream?: HttpResponse['headers'],
  ) => Answer;
}

/** An endpoint behind the guards. */
export type LoginEndpoint = (
  context: HandlerContext,
  request: RequestHead,
  body: Readonly<Record<string, unknown>>,
  connection: Connection | undefined,
) => Promise<Answer>;

import type { Context } from 'hono';
import type { Cookies } from './cookies.ts';
import type { RequestBody } from './requestBody.ts';

/** What an endpoint finds in its Hono context. */
export interface EndpointEnv {
  Bindings: {
    /** The address the request came from; rate limits count by it. */
    ip: string;
    /** The origin of the page that asks, or `undefined` when no page does. */
    origin: string | undefined;
    /** Of the browser that asks. */
    cookies: Cookies;
  };
  Variables: { body: RequestBody };
}

/** Answers the requests of one path. */
export type Endpoint = (context: Context<EndpointEnv>) => Response | Promise<Response>;

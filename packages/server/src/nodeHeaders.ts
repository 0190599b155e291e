import type { IncomingHttpHeaders } from 'node:http';

/** Headers of `node:http`, by their names in any case. One that came several times is a list. */
export const nodeHeaders = (headers: IncomingHttpHeaders): Pick<Headers, 'get'> => ({
  get: (name) => headers[name.toLowerCase()]?.toString() ?? null,
});

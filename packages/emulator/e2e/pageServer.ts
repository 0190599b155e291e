import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

const library = createRequire(import.meta.url).resolve('auth0-js/dist/auth0.min.js');

export interface PageServer {
  origin: string;
  close: () => void;
}

/** Serves one page that has auth0-js and nothing else, at every path. */
export async function startPageServer(): Promise<PageServer> {
  const script = readFileSync(library);
  const server = createServer((request, response) => {
    if (request.url === '/auth0.js') response.end(script);
    else response.setHeader('content-type', 'text/html').end('<script src="/auth0.js"></script>');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('It listens on no port.');
  return {
    origin: `http://localhost:${address.port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

// A file server that knows nothing but files, under a path of its own: `serveStatic(folder, '/docs/login/')`.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * @param {string} folder
 * @param {string} [base] - Begins and ends with a slash.
 * @param {Record<string, string>} [headers] - Sent with every file.
 * @returns {Promise<{ address: string, close: () => void }>} `address` has the base in it.
 */
export async function serveStatic(folder, base = '/', headers = {}) {
  const server = createServer((request, response) => void answer(request, response));
  /** @type {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>} */
  async function answer({ url = '/' }, response) {
    const { pathname } = new URL(url, 'http://localhost');
    const inside = normalize(decodeURIComponent(pathname.slice(base.length)) || 'index.html');
    const path = join(folder, inside);
    const isFile =
      pathname.startsWith(base) &&
      !inside.startsWith(`..${sep}`) &&
      (await stat(path).catch(() => null))?.isFile();
    if (!isFile) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain', ...headers });
    createReadStream(path).pipe(response);
  }
  await new Promise((resolve) => {
    server.listen(0, 'localhost', () => resolve(undefined));
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    address: `http://localhost:${port}${base}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

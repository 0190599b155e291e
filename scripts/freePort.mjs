// The first free port from a wanted one on. "Free" on every address that `localhost` may mean.
import { createServer } from 'node:net';

/** @type {(port: number) => Promise<number>} */
export async function freePort(port) {
  for (let candidate = port; candidate < port + 100; candidate += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time: the first free one is wanted
    if (await isFree(candidate)) return candidate;
  }
  throw new Error(`No free port between ${port} and ${port + 99}.`);
}

/** @type {(port: number) => Promise<boolean>} */
const isFree = async (port) =>
  (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));

/** @type {(port: number, host: string) => Promise<boolean>} */
const canListen = (port, host) =>
  new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 has no ::1 to take.
    server.once('error', (/** @type {NodeJS.ErrnoException} */ { code }) =>
      resolve(code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT'),
    );
    server.listen(port, host, () => server.close(() => resolve(true)));
  });

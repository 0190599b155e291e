import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { createEmulator, type Emulator, type EmulatorOptions } from './createEmulator.ts';
import { startSmtp } from './smtp.ts';

export interface ListenOptions extends EmulatorOptions {
  /** Defaults to `4400`. `0` takes any free one. */
  port?: number;
  /** The host name or address to listen on. Defaults to `localhost`, which other machines cannot reach. */
  hostname?: string;
  /** Serves https with this key and certificate (PEM). */
  tls?: { key: string; cert: string };
}

/** An emulator behind a port. */
export interface Listening {
  /** Same as `issuer`. */
  readonly url: string;
  /** What tokens say and clients are pointed to: `http://localhost:4400/`, whatever name a request came in by. */
  readonly issuer: string;
  readonly port: number;
  readonly emulator: Emulator;
  /** Ends at once, open connections included. The outbox stays readable. */
  readonly close: () => Promise<void>;
}

const hostOf = (hostname: string) => (hostname.includes(':') ? `[${hostname}]` : hostname);

function bind(server: Server, port: number, hostname: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function listenerOf(emulator: Emulator): RequestListener {
  const listener = getRequestListener(
    async (request, { incoming }) => {
      const ip = incoming.socket.remoteAddress;
      const response = await emulator.handle(request, ip === undefined ? {} : { ip });
      if (response.type !== 'error') return response;
      // Chromium silently sends a request again when a connection it used before just ends.
      incoming.socket.end('This is no HTTP.');
      return RESPONSE_ALREADY_SENT;
    },
    // Else it would replace Request and Response for the whole process.
    { overrideGlobalObjects: false },
  );
  return (incoming, outgoing) => void listener(incoming, outgoing);
}

/**
 * Starts an emulator behind a port, with real mail: messages travel over SMTP before they are in the outbox.
 *
 * @param options - Those of `createEmulator` and where to listen. `deliver` replaces the SMTP part.
 * @returns Once it answers.
 * @throws With code `EADDRINUSE` when the port is taken, and what `createEmulator` throws.
 *
 * @example
 * ```ts
 * import { listen } from '@auth0-passwordless/emulator/node';
 *
 * const { issuer, emulator, close } = await listen({ port: 0 });
 * ```
 */
export async function listen(options: ListenOptions = {}): Promise<Listening> {
  const { port = 4400, hostname = 'localhost', tls, ...rest } = options;
  const server = tls ? createTlsServer(tls) : createServer();
  const smtp = rest.deliver ? undefined : await startSmtp();
  const stop = async () => {
    const closed = new Promise((resolve) => {
      server.close(resolve);
    });
    server.closeAllConnections();
    await Promise.all([closed, smtp?.close()]);
  };

  try {
    const boundPort = await bind(server, port, hostname);
    const issuer = rest.issuer ?? `${tls ? 'https' : 'http'}://${hostOf(hostname)}:${boundPort}/`;
    const emulator = createEmulator({ ...(smtp && { deliver: smtp.deliver }), ...rest, issuer });
    server.on('request', listenerOf(emulator));
    return {
      url: emulator.issuer,
      issuer: emulator.issuer,
      port: boundPort,
      emulator,
      close: stop,
    };
  } catch (failure) {
    await stop();
    throw failure;
  }
}

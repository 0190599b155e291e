// A Redis of a test's own: which redis-server, and how it is started. Used by tests, the load script and setup.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './freePort.mjs';

/** Path of the redis-server to start: REDIS_SERVER_PATH, or the first in PATH. */
export function findRedis() {
  const { REDIS_SERVER_PATH: told, PATH = '' } = process.env;
  const name = process.platform === 'win32' ? 'redis-server.exe' : 'redis-server';
  const candidates = told ? [told] : PATH.split(delimiter).map((folder) => join(folder, name));
  return candidates.find((path) => existsSync(path));
}

/**
 * Starts a Redis that keeps nothing, on a free port, in a folder of its own.
 * @param {number} [port] - The one to take, to come back where another has been.
 */
export async function startRedis(port) {
  const path = findRedis();
  if (!path) throw new Error('No redis-server: install one, or set REDIS_SERVER_PATH to it.');
  const folder = await mkdtemp(join(tmpdir(), 'redis-'));
  const own = port ?? (await freePort(20_000 + Math.floor(Math.random() * 10_000)));
  const where = ['--port', String(own), '--bind', '127.0.0.1', '--dir', folder];
  const server = spawn(path, [...where, '--save', '', '--appendonly', 'no'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  let log = '';
  for await (const line of createInterface({ input: server.stdout })) {
    log += `${line}\n`;
    if (line.includes('Ready to accept connections')) break;
  }
  if (server.exitCode !== null) throw new Error(`redis-server does not start:\n${log}`);
  server.stdout.resume();
  return {
    port: own,
    url: `redis://127.0.0.1:${own}`,
    /** Keeps its connections, and answers nobody. */
    hang: () => server.kill('SIGSTOP'),
    /** Ends it at once, whatever it does. */
    async stop() {
      server.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

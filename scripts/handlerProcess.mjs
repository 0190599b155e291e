// The handler of packages/server, and the emulator, each in a process of its own behind a port. Used by tests
// of the handler and the load script.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { bundled } from './bundled.mjs';

const testing = 'packages/server/src/testing';

/** @type {(entry: string, args: string[], execArgv: string[]) => Promise<{ child: import('node:child_process').ChildProcess, port: number, stop: () => Promise<void> }>} */
async function start(entry, args, execArgv) {
  const child = fork(await bundled(entry), args, { execArgv });
  const [{ port }] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`${entry} has ended with ${code} before it listened.`);
    }),
  ]);
  const stop = async () => {
    const ended = once(child, 'exit');
    child.disconnect();
    await ended;
  };
  return { child, port: Number(port), stop };
}

/**
 * @param {import('../packages/server/src/testing/handlerProcess.ts').HandlerProcessOptions} options
 * @param {string[]} [execArgv] - Options of Node.
 */
export async function startHandler(options, execArgv = []) {
  const entry = `${testing}/handlerProcess.ts`;
  const { child, port, stop } = await start(entry, [JSON.stringify(options)], execArgv);
  return {
    origin: `http://127.0.0.1:${port}`,
    /** Bytes that are held after a collection. Needs `--expose-gc`. */
    async heapBytes() {
      child.send('heap');
      const [{ heapBytes }] = await once(child, 'message');
      return Number(heapBytes);
    },
    stop,
  };
}

/** @param {'mail'} [mail] - Messages travel by SMTP, which takes its time. */
export async function startEmulator(mail) {
  const args = mail ? [mail] : [];
  const { port, stop } = await start(`${testing}/emulatorProcess.ts`, args, []);
  return { origin: `http://localhost:${port}`, stop };
}

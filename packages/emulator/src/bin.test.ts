import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { rm } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

// Beside the package's dependencies, which stay outside the bundle.
const bin = fileURLToPath(new URL('../node_modules/.cache/bin.test.mjs', import.meta.url));
const running: ChildProcessWithoutNullStreams[] = [];

beforeAll(async () => {
  await build({
    entryPoints: [fileURLToPath(new URL('./bin.ts', import.meta.url))],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile: bin,
  });
});

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

afterAll(() => rm(bin));

function run(...args: string[]) {
  const child = spawn(process.execPath, [bin, ...args]);
  running.push(child);
  return child;
}

async function finish(...args: string[]) {
  const child = run(...args);
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { stdout, stderr, exitCode };
}

/** Waits for the last line of the start message. */
async function startUp(...args: string[]) {
  const child = run(...args);
  let stdout = '';
  for await (const chunk of child.stdout) {
    stdout += String(chunk);
    if (stdout.includes('Ctrl-C')) break;
  }
  return { child, stdout, issuer: /http:\S+/.exec(stdout)?.[0] ?? '' };
}

async function occupy(port: number) {
  const server = createServer();
  const bound = new Promise<void>((resolve) => {
    server.once('error', () => resolve());
    server.listen(port, 'localhost', resolve);
  });
  await bound;
  return server;
}

describe('auth0-passwordless-emulator', () => {
  it('explains itself', async () => {
    const { stdout, exitCode } = await finish('--help');
    expect(exitCode).toBe(0);
    for (const flag of ['--port', '--host', '--origin', '--help']) expect(stdout).toContain(flag);
  });

  it('says where it answers, for whom, and where the mail is, and ends at one Ctrl-C', async () => {
    const { child, stdout, issuer } = await startUp(
      '--port',
      '0',
      '--origin',
      'http://localhost:3',
    );
    expect(stdout).toContain('web-secret-for-local-development-only');
    const answer = await fetch(`${issuer}_emulator/messages`, {
      headers: { origin: 'http://localhost:3' },
    });
    expect(await answer.json()).toEqual([]);
    child.kill('SIGINT');
    const [exitCode] = await once(child, 'exit');
    expect(exitCode).toBe(0);
  });

  it('takes the next free port, and says so', async () => {
    const server = await occupy(4400);
    try {
      const { stdout, issuer } = await startUp();
      expect(Number(new URL(issuer).port)).toBeGreaterThan(4400);
      expect(stdout).toContain('port 4400 is taken');
    } finally {
      server.close();
    }
  });

  it('insists on a port that was told', async () => {
    const server = await occupy(0);
    try {
      const address = server.address();
      const port = typeof address === 'object' && address ? String(address.port) : '';
      const { stderr, exitCode } = await finish('--port', port);
      expect(exitCode).toBe(1);
      expect(stderr).toContain(`Port ${port} is taken.`);
    } finally {
      server.close();
    }
  });

  it.each([
    [['--port', 'x'], '--port must be a number'],
    [['--origin', 'localhost:3000'], '--origin must be like'],
    [['--origin', 'http://localhost:3000/'], '--origin must be like'],
    [['--colour'], '--colour'],
  ])('refuses %o with a clear sentence', async (args, problem) => {
    const { stderr, exitCode } = await finish(...args);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(problem);
    expect(stderr).not.toContain('    at ');
  });
});

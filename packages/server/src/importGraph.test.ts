import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { createEmulator } from '@auth0-passwordless/emulator';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import type { createPasswordlessHandler } from './passwordlessHandler.ts';
import { clientSecret, cookieSecret, email } from './testing/loginServer.ts';

const bundle = () =>
  build({
    entryPoints: [fileURLToPath(new URL('index.ts', import.meta.url))],
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    globalName: 'server',
    platform: 'browser',
    conditions: ['@auth0-passwordless/source'],
  });

/** What runtimes without Node have in common (WinterTC's minimum common API), and nothing else. */
const globals = {
  AbortController,
  atob,
  btoa,
  clearTimeout,
  crypto,
  fetch,
  Headers,
  ReadableStream,
  Request,
  Response,
  setTimeout,
  TextDecoder,
  TextEncoder,
  Uint8Array,
  URL,
  URLSearchParams,
  DecompressionStream,
};

describe('the main entry', () => {
  it('imports nothing of Node', async () => {
    const { metafile } = await bundle();
    const imported = Object.values(metafile.inputs).flatMap(({ imports }) => imports);
    const isBuiltin = ({ path }: { path: string }) =>
      path.startsWith('node:') || builtinModules.includes(path);
    expect(imported.length).toBeGreaterThan(50);
    expect(imported.filter(isBuiltin)).toEqual([]);
  });

  it('logs in on a runtime that has Fetch and no Node', async () => {
    const { outputFiles } = await bundle();
    const context = createContext({ ...globals });
    runInContext(outputFiles[0]?.text ?? '', context);
    // What the bundle has put there: the exports of the entry.
    const server = context['server'] as {
      createPasswordlessHandler: typeof createPasswordlessHandler;
    };
    const emulator = createEmulator();
    const handler = server.createPasswordlessHandler({
      domain: 'http://localhost:4400',
      clientId: 'web',
      clientSecret,
      cookieSecret,
      fetch: emulator.fetch,
    });
    const post = (path: string, body: object) =>
      handler(
        new Request(`https://app.example.com/passwordless/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: 'https://app.example.com' },
          body: JSON.stringify(body),
        }),
      );
    expect((await post('start', email)).status).toBe(204);
    const code = emulator.outbox.messages()[0]?.code;
    const response = await post('exchange', { ...email, code });
    expect(response.status).toBe(204);
    const [cookie = ''] = response.headers.getSetCookie();
    const request = new Request('https://app.example.com/', { headers: { cookie } });
    expect((await handler.getSession(request)).session?.user.email).toBe(email.email);
  });
});

// What an app pays for importing a part of the packages: taken from the packed tarballs, bundled and
// minified by esbuild, compressed with brotli; React and the peers left out. Over a limit, this fails.
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { pack, packedRoot } from './pack.mjs';

const external = [
  'react',
  'react-dom',
  'react/jsx-runtime',
  '@tanstack/react-query',
  'react-hook-form',
];

/** Limits in bytes of brotli. */
const parts = [
  {
    name: 'core: one client, the machine and the store',
    code: `export { createAuth0Client, createLoginStore, PasswordlessError, transition } from '@auth0-passwordless/core'`,
    limit: 4000,
  },
  {
    name: 'core: one client, the machine, the store and the parsers',
    code: `export {
  createAuth0Client, createLoginStore, parseCode, parseIdentifier, PasswordlessError, transition,
} from '@auth0-passwordless/core'`,
    limit: 4096,
  },
  {
    name: 'core, everything: six clients and the session',
    code: `export * from '@auth0-passwordless/core'`,
    limit: 8192,
  },
  {
    name: 'SessionProvider, useSession and useUser',
    code: `export { SessionProvider, useSession, useUser } from '@auth0-passwordless/react'`,
    limit: 900,
  },
  {
    name: 'usePasswordlessLogin, with what it takes from core',
    code: `export { PasswordlessProvider, usePasswordlessLogin } from '@auth0-passwordless/react'`,
    limit: 5000,
  },
  {
    // The client is a choice of four and counted with core.
    name: '<PasswordlessLogin> with everything it needs but the client',
    code: `export { PasswordlessLogin, PasswordlessProvider } from '@auth0-passwordless/react'`,
    limit: 9000,
  },
  {
    name: '<PasswordlessLogin> and createAuth0Client',
    code: `export { createAuth0Client } from '@auth0-passwordless/core'
export { PasswordlessLogin, PasswordlessProvider } from '@auth0-passwordless/react'`,
    limit: 9500,
  },
];

/**
 * Prints the size of each part and says whether all are within their limits. Needs packed packages.
 * @returns {Promise<boolean>}
 */
export async function measureSizes() {
  const sizes = await Promise.all(
    parts.map(async ({ name, code, limit }) => {
      const { outputFiles } = await build({
        stdin: { contents: code, resolveDir: packedRoot },
        bundle: true,
        minify: true,
        format: 'esm',
        target: 'es2022',
        write: false,
        external,
      });
      const js = outputFiles.map((file) => file.text).join('');
      const brotli = brotliCompressSync(js).length;
      const verdict = brotli > limit ? 'OVER' : 'within';
      console.log(
        `${name}: ${brotli} B brotli, ${verdict} the limit of ${limit} (${js.length} min, ${gzipSync(js).length} gzip)`,
      );
      return brotli <= limit;
    }),
  );
  return sizes.every(Boolean);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  pack();
  process.exitCode = (await measureSizes()) ? 0 : 1;
}

// What an app pays for importing a part of the packages: taken from the packed tarballs, bundled and
// minified by esbuild, compressed with brotli; React and the peers left out. Over a limit, this fails.
import { basename } from 'node:path';
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
    name: 'core, everything: five clients and the session',
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
 *
 * The limits hold what a page loads before it shows anything; what it loads by itself later is printed beside it.
 *
 * @returns {Promise<boolean>}
 */
export async function measureSizes() {
  const sizes = await Promise.all(
    parts.map(async ({ name, code, limit }) => {
      const { outputFiles, metafile } = await build({
        stdin: { contents: code, resolveDir: packedRoot },
        bundle: true,
        minify: true,
        format: 'esm',
        target: 'es2022',
        splitting: true,
        metafile: true,
        outdir: packedRoot,
        write: false,
        external,
      });
      const first = loadedAtOnce(metafile);
      /** @param {boolean} isFirst */
      const text = (isFirst) =>
        outputFiles
          .filter(({ path }) => first.includes(basename(path)) === isFirst)
          .map((file) => file.text)
          .join('');
      const js = text(true);
      const brotli = brotliCompressSync(js).length;
      const verdict = brotli > limit ? 'OVER' : 'within';
      const later = text(false) && `, later ${brotliCompressSync(text(false)).length} B more`;
      console.log(
        `${name}: ${brotli} B brotli, ${verdict} the limit of ${limit} (${js.length} min, ${gzipSync(js).length} gzip)${later}`,
      );
      return brotli <= limit;
    }),
  );
  return sizes.every(Boolean);
}

/**
 * The files that the entry cannot do without: all but those behind an `import()`.
 *
 * @param {import('esbuild').Metafile} metafile
 */
function loadedAtOnce({ outputs }) {
  const names = Object.keys(outputs).filter((name) => name.endsWith('stdin.js'));
  // Grows while it is walked through.
  for (const name of names)
    for (const { path, kind } of outputs[name]?.imports ?? [])
      if (kind === 'import-statement' && path in outputs && !names.includes(path)) names.push(path);
  return names.map((name) => basename(name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  pack();
  process.exitCode = (await measureSizes()) ? 0 : 1;
}

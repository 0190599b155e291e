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
  'libphonenumber-js',
];

/** Limits in bytes of brotli, for what a page loads before it shows a form. */
const parts = [
  {
    name: 'core: one client, the machine and the store',
    code: `export { createAuth0Client, createLoginStore, PasswordlessError, transition } from '@auth0-passwordless/core'`,
    limit: 4000,
  },
  {
    name: 'core: the four clients, the session, the machine and the store',
    code: `export {
  createAuth0Client, createCrossOriginClient, createLoginStore, createNextAuth0Client,
  createServerClient, createSession, PasswordlessError, transition,
} from '@auth0-passwordless/core'`,
    limit: 7000,
  },
  {
    name: 'core, all that it exports: the parsers, links, the database connection too',
    code: `export * from '@auth0-passwordless/core'`,
    limit: 10_600,
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
    limit: 10_200,
  },
  {
    name: 'a language (the largest: Ukrainian)',
    code: `export { uk } from '@auth0-passwordless/react/messages/uk'`,
    limit: 2500,
  },
  {
    name: 'TypoHint',
    code: `export { TypoHint } from '@auth0-passwordless/react/typo-hint'`,
    limit: 2200,
  },
  {
    name: 'MailShortcut',
    code: `export { MailShortcut } from '@auth0-passwordless/react/mail-shortcut'`,
    limit: 1600,
  },
  {
    name: 'PhoneCountry, without libphonenumber-js',
    code: `export { PhoneCountry } from '@auth0-passwordless/react/phone'`,
    limit: 3000,
  },
];

/** @type {import('esbuild').Plugin} */
const withoutLater = {
  name: 'without what is loaded later',
  setup(builder) {
    builder.onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

/**
 * @param {string} code
 * @param {import('esbuild').Plugin[]} plugins
 */
async function bundle(code, plugins) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: packedRoot },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    external,
    plugins,
  });
  return outputFiles.map((file) => file.text).join('');
}

/** @param {string} js */
const brotli = (js) => brotliCompressSync(js).length;

/**
 * Prints the size of each part and says whether all are within their limits; beside it what the part loads by itself,
 * once its form is on the page. Needs packed packages.
 *
 * @returns {Promise<boolean>}
 */
export async function measureSizes() {
  const sizes = await Promise.all(
    parts.map(async ({ name, code, limit }) => {
      const [first, all] = await Promise.all([bundle(code, [withoutLater]), bundle(code, [])]);
      const size = brotli(first);
      const verdict = size > limit ? 'OVER' : 'within';
      const later = all.length > first.length ? `, and ${brotli(all) - size} B later` : '';
      console.log(
        `${name}: ${size} B brotli, ${verdict} the limit of ${limit} (${first.length} min, ${gzipSync(first).length} gzip)${later}`,
      );
      return size <= limit;
    }),
  );
  return sizes.every(Boolean);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  pack();
  process.exitCode = (await measureSizes()) ? 0 : 1;
}

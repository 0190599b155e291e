import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Bundles code for production out of the packed packages; React and the peers come from the workspace.
 * @param {string} contents
 * @param {'browser' | 'node'} platform
 */
export async function bundle(contents, platform) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: `${root}playground`, loader: 'tsx' },
    bundle: true,
    minify: true,
    write: false,
    platform,
    format: platform === 'browser' ? 'iife' : 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: {
      '@auth0-passwordless/core': packed('core'),
      '@auth0-passwordless/react': packed('react'),
    },
    banner:
      platform === 'node'
        ? { js: "import { createRequire } from 'node:module'; const require = createRequire('/');" }
        : {},
  });
  const [file] = outputFiles;
  if (!file) throw new Error('esbuild wrote nothing.');
  return file.text;
}

/** @param {string} name */
const packed = (name) =>
  `${root}node_modules/.cache/packed/node_modules/@auth0-passwordless/${name}/dist/index.js`;

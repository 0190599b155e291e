// A TypeScript file of the packages as one file that Node runs in a process of its own.
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
/** @type {Map<string, Promise<string>>} */
const bundles = new Map();

/**
 * @param {string} entry - From the root of the repository.
 * @returns {Promise<string>} The path of the bundle. Made once per process.
 */
export function bundled(entry) {
  const bundle = bundles.get(entry) ?? make(entry);
  bundles.set(entry, bundle);
  return bundle;
}

/** @type {(entry: string) => Promise<string>} */
async function make(entry) {
  const name = `${entry.replace(/\W+/g, '-')}.cjs`;
  const outfile = join(root, 'node_modules/.cache/bundled', name);
  // Whole at once, because another process may be about to start it.
  const draft = `${outfile}.${process.pid}`;
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: draft,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    conditions: ['@auth0-passwordless/source'],
    logLevel: 'error',
  });
  await rename(draft, outfile);
  return outfile;
}

// The packages as npm will carry them: built, packed, and unpacked where a bundler finds them.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Where the unpacked packages are: a folder to resolve `@auth0-passwordless/*` from. */
export const packedRoot = join(root, 'node_modules/.cache/packed');

/**
 * Builds and packs every public package.
 * @returns {{ name: string, tarball: string }[]}
 */
export function pack() {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  /** @type {(args: string[], cwd?: string) => string} */
  const pnpm = (args, cwd = root) =>
    execFileSync('npx', ['--yes', packageManager.split('+')[0], ...args], {
      cwd,
      encoding: 'utf8',
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'inherit'],
    });

  rmSync(packedRoot, { recursive: true, force: true });
  const scope = join(packedRoot, 'node_modules/@auth0-passwordless');
  mkdirSync(scope, { recursive: true });
  for (const name of readdirSync(join(root, 'packages')))
    rmSync(join(root, 'packages', name, 'dist'), { recursive: true, force: true });
  // A failed build prints why.
  pnpm(['-r', '--filter', './packages/*', 'run', 'build']);

  return readdirSync(join(root, 'packages')).map((name) => {
    const cwd = join(root, 'packages', name);
    const { filename } = JSON.parse(pnpm(['pack', '--json', '--pack-destination', scope], cwd));
    const tarball = resolve(cwd, filename);
    mkdirSync(join(scope, name));
    execFileSync('tar', ['-xzf', tarball, '-C', join(scope, name), '--strip-components=1']);
    return { name, tarball };
  });
}

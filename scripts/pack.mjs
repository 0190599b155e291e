// The packages as npm will carry them: built, packed, and unpacked where a bundler finds them.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Where the unpacked packages are: a folder to resolve `@auth0-passwordless/*` from. */
export const packedRoot = join(root, 'node_modules/.cache/packed');

/** @type {(args: string[], stdout: 'inherit' | 'pipe', cwd?: string) => string} */
const pnpm = (args, stdout, cwd = root) => {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const command = ['--yes', packageManager.split('+')[0], ...args];
  const shell = process.platform === 'win32';
  /** @type {('ignore' | 'inherit' | 'pipe')[]} */
  const stdio = ['ignore', stdout, 'inherit'];
  const { status, output } = spawnSync('npx', command, { cwd, encoding: 'utf8', shell, stdio });
  if (status !== 0) process.exit(status ?? 1);
  return output[1] ?? '';
};

/** Builds every public package afresh. */
export function buildPackages() {
  for (const name of readdirSync(join(root, 'packages')))
    rmSync(join(root, 'packages', name, 'dist'), { recursive: true, force: true });
  pnpm(['-r', '--filter', './packages/*', 'run', 'build'], 'inherit');
}

/**
 * Builds and packs every public package.
 * @returns {{ name: string, tarball: string }[]}
 */
export function pack() {
  rmSync(packedRoot, { recursive: true, force: true });
  const scope = join(packedRoot, 'node_modules/@auth0-passwordless');
  mkdirSync(scope, { recursive: true });
  buildPackages();

  return readdirSync(join(root, 'packages')).map((name) => {
    const cwd = join(root, 'packages', name);
    const { filename } = JSON.parse(
      pnpm(['pack', '--json', '--pack-destination', scope], 'pipe', cwd),
    );
    const tarball = resolve(cwd, filename);
    mkdirSync(join(scope, name));
    execFileSync('tar', ['-xzf', tarball, '-C', join(scope, name), '--strip-components=1']);
    return { name, tarball };
  });
}

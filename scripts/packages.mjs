// The packages as they will be published: their sizes, their export maps and their types.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pack, packedRoot } from './pack.mjs';
import { measureSizes } from './size.mjs';

const packed = pack();
const isWithinLimits = await measureSizes();

/** @type {(command: string, args: string[]) => boolean} */
const run = (command, args) =>
  spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

const areSound = packed.map(({ name, tarball }) => {
  console.log(`\n${name}`);
  return (
    run('publint', [tarball, '--strict']) &&
    run('attw', [
      tarball,
      '--profile',
      'esm-only',
      '--format',
      'ascii',
      '--exclude-entrypoints',
      'styles.css',
    ])
  );
});
/** A build that loses the directive breaks every server component that imports the package. */
const isClient = (/** @type {string} */ file) =>
  readFileSync(file, 'utf8').startsWith("'use client'");
const react = join(packedRoot, 'node_modules/@auth0-passwordless/react');
const lost = readdirSync(join(react, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && isClient(join(react, 'src', file)))
  .filter((file) => !isClient(join(react, 'dist', file.replace(/\.tsx?$/, '.js'))));
if (lost.length > 0) console.error(`'use client' is lost in the build of ${lost.join(', ')}`);

process.exitCode = isWithinLimits && lost.length === 0 && areSound.every(Boolean) ? 0 : 1;

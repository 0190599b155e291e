#!/usr/bin/env node
// Zero-dependency set-up, safe to run every time: installs the dependencies when the lockfile has
// changed since the last install, and makes sure there is a Chromium to drive (with --browser) and a
// redis-server for the tests that start one (with --redis; without one, these tests are not run).
// Needs Node and npm only; pnpm comes from the npm registry at the version package.json pins.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, unpacked } from './chromium.mjs';
import { findRedis } from './redis.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const win = process.platform === 'win32';
/** @type {(cmd: string, args: string[], env?: Record<string, string>, cwd?: string) => number} */
const sh = (cmd, args, env = {}, cwd = root) => {
  console.log(`$ ${[cmd, ...args].join(' ')}`);
  return (
    spawnSync(cmd, args, {
      cwd,
      stdio: 'inherit',
      shell: win,
      env: { ...process.env, ...env },
    }).status ?? 1
  );
};
/** @type {(p: string) => string} */
const read = (p) => (existsSync(join(root, p)) ? readFileSync(join(root, p), 'utf8') : '');

/** @type {(options?: { browser?: boolean, redis?: boolean }) => void} */
export function setup({ browser = false, redis = false } = {}) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node ${process.version} is too old: 20.19 or later is needed.`);
    process.exit(1);
  }

  // 1. dependencies: pnpm leaves a copy of the lockfile it installed in node_modules/.pnpm/lock.yaml
  if (read('node_modules/.pnpm/lock.yaml') !== read('pnpm-lock.yaml')) {
    const pnpm = JSON.parse(read('package.json')).packageManager.split('+')[0];
    const status = sh('npx', ['--yes', pnpm, 'install', '--frozen-lockfile'], { CI: '1' });
    if (status !== 0) process.exit(status);
  }

  // 2. a browser
  if (browser && !findChromium()) {
    const ways = [() => fromApt('chromium'), fromPlaywright, fromNpm];
    const found = ways.some((get) => get() && findChromium());
    if (!found) {
      console.error('No Chromium: install one and set CHROMIUM_PATH to it.');
      process.exit(1);
    }
  }

  // 3. a Redis
  if (redis && !findRedis()) fromApt('redis-server');
}

let areListsFresh = false;

/**
 * Debian or Ubuntu as root, as in most containers.
 * @type {(name: string) => boolean}
 */
function fromApt(name) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return false;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '-qq', '--no-install-recommends', name];
  areListsFresh ||= sh('apt-get', ['update', '-qq']) === 0;
  return areListsFresh && sh('apt-get', install, env) === 0;
}

/** Playwright's own download: Mac, Windows, CI. */
function fromPlaywright() {
  const { resolve } = createRequire(join(root, 'package.json'));
  const cli = join(dirname(resolve('playwright/package.json')), 'cli.js');
  return sh(process.execPath, [cli, 'install', 'chromium']) === 0;
}

/** Linux x64 with no root and no access to Playwright's server: a build that npm carries. */
function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return false;
  mkdirSync(unpacked, { recursive: true });
  const add = ['install', '--prefix', unpacked, '--no-save', '--ignore-scripts'];
  const unpack = `import('@sparticuz/chromium').then((m) => m.default.executablePath())`;
  if (sh('npm', [...add, '@sparticuz/chromium@153.0.0']) !== 0) return false;
  // it unpacks to the temporary folder, with its libraries only where it believes to be on Lambda
  const env = { TMPDIR: unpacked, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
  if (sh(process.execPath, ['--input-type=module', '-e', unpack], env, unpacked) !== 0)
    return false;
  // its own fonts.conf names a fixed temporary folder, and Chromium without a font crashes
  writeFileSync(
    join(unpacked, 'fonts/fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(unpacked, 'fonts')}</dir>
  <cachedir>${join(unpacked, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  );
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  setup({
    browser: process.argv.includes('--browser'),
    redis: process.argv.includes('--redis'),
  });

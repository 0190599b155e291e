// `npm test`: set up, then every check, all of them even if one fails. The last line counts over all:
// a tool that only says yes or no counts as one.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { findRedis } from './redis.mjs';
import { setup } from './setup.mjs';

setup({ browser: true, redis: true });

const report = 'node_modules/.cache/report.json';

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {(report: any) => Count} Read */

/** @type {Read} */
const vitest = ({ numPassedTests, numFailedTests, numTotalTests }) => ({
  passed: numPassedTests,
  // Whatever is neither passed nor failed was skipped: a test nobody ran is not a passed one.
  failed: numFailedTests + (numTotalTests - numPassedTests - numFailedTests),
});
/** @type {Read} */
const playwright = ({ stats }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + stats.skipped,
});

/** @type {Read} */
const newman = ({ passed, failed }) => ({ passed, failed });

/** @type {{ command: [string, ...string[]], read?: Read }[]} */
const checks = [
  { command: ['tsc', '-p', '.'] },
  { command: ['oxlint'] },
  { command: ['oxfmt', '--check'] },
  { command: ['knip'] },
  { command: ['node', 'scripts/examples.mjs'] },
  { command: ['node', 'scripts/packages.mjs'] },
  { command: ['node', 'scripts/performance.mjs', '--packed'] },
  {
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile=${report}`],
    read: vitest,
  },
  { command: ['node', 'scripts/load.mjs', '--logins=400'] },
  { command: ['node', 'scripts/postman.mjs', `--report=${report}`], read: newman },
  { command: ['playwright', 'test'], read: playwright },
  { command: ['node', 'scripts/storybookSite.mjs'], read: playwright },
];

/** @type {Count[]} */
const counts = checks.map(({ command: [name, ...args], read }) => {
  const startedAt = performance.now();
  console.log(`\n$ ${name} ${args.join(' ')}`);
  rmSync(report, { force: true });
  const { status } = spawnSync(name, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  const isGood = status === 0;
  const count = read && existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : null;
  const { passed, failed } = count ?? { passed: isGood ? 1 : 0, failed: 0 };
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${name}: ${isGood ? 'passed' : 'FAILED'} after ${seconds} s`);
  // A run can fail with no failed test in it, such as a file that does not load.
  return { passed, failed: isGood ? failed : Math.max(failed, 1) };
});

let failed = counts.reduce((sum, count) => sum + count.failed, 0);
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
if (!findRedis()) {
  console.error(`
!!! NOT RUN: the tests with a real Redis (*.redis.test.ts), because there is no redis-server.
!!! Install one, or set REDIS_SERVER_PATH to it. With CI set, this is a failure.`);
  failed += process.env['CI'] ? 1 : 0;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

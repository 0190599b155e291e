// `npm test`: set up, then every check, all of them even if one fails. The last line counts over all:
// a tool that only says yes or no counts as one.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findRedis } from './redis.mjs';
import { setup } from './setup.mjs';

setup({ browser: true, redis: true });

// Absolute: each tool resolves it from a folder of its own.
const report = fileURLToPath(new URL('../node_modules/.cache/report.json', import.meta.url));

/** @typedef {{ passed: number, failed: string[] }} Count - What failed, by name. */
/** @typedef {(report: any) => Count} Read */

// Whatever is neither passed nor failed was skipped: a test nobody ran is not a passed one.
/** @type {(tests: { name: string, isPassed: boolean }[]) => Count} */
const countOf = (tests) => ({
  passed: tests.filter(({ isPassed }) => isPassed).length,
  failed: tests.filter(({ isPassed }) => !isPassed).map(({ name }) => name),
});

/** @type {Read} */
const vitest = ({ testResults }) =>
  countOf(
    testResults.flatMap((/** @type {any} */ { name: file, status, assertionResults: tests }) =>
      tests.length > 0
        ? tests.map((/** @type {any} */ test) => ({
            name: `${relative('.', file)}: ${test.fullName}`,
            isPassed: test.status === 'passed',
          }))
        : [{ name: relative('.', file), isPassed: status === 'passed' }],
    ),
  );

/** @type {Read} */
const playwright = (json) => {
  /** @type {(suite: any) => { name: string, isPassed: boolean }[]} */
  const testsOf = ({ suites = [], specs = [] }) => [
    ...suites.flatMap(testsOf),
    ...specs.flatMap((/** @type {any} */ { title, file, line, tests }) =>
      tests.map((/** @type {any} */ { status, projectName }) => ({
        name: `${projectName} ${file}:${line}: ${title}`.trim(),
        isPassed: status === 'expected',
      })),
    ),
  ];
  return countOf(testsOf(json));
};

/** @type {Read} */
const newman = (json) => json;

/** @type {[string, ...string[]]} */
const runVitest = [
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile=${report}`,
];

/** @type {{ command: [string, ...string[]], read?: Read }[]} */
const checks = [
  { command: ['tsc', '-p', '.'] },
  { command: ['oxlint'] },
  { command: ['oxfmt', '--check'] },
  { command: ['knip'] },
  { command: ['node', 'scripts/examples.mjs'] },
  { command: ['node', 'scripts/packages.mjs'] },
  { command: ['node', 'scripts/performance.mjs', '--packed'] },
  // One after the other: beside the tests in Node, a browser on two cores takes several times as long.
  { command: [...runVitest, '--project=!browser', '--project=!storybook'], read: vitest },
  { command: [...runVitest, '--project=browser', '--project=storybook'], read: vitest },
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
  const known = read && existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : null;
  const { passed, failed } = known ?? { passed: isGood ? 1 : 0, failed: [] };
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${name}: ${isGood ? 'passed' : 'FAILED'} after ${seconds} s`);
  // A run can fail with no failed test in it, such as a file that does not load.
  if (!isGood && failed.length === 0) failed.push(`${name} ${args.join(' ')}`);
  return { passed, failed };
});

const failed = counts.flatMap((count) => count.failed);
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
if (!findRedis()) {
  console.error(`
!!! NOT RUN: the tests with a real Redis (*.redis.test.ts), because there is no redis-server.
!!! Install one, or set REDIS_SERVER_PATH to it. With CI set, this is a failure.`);
  if (process.env['CI']) failed.push('The tests with a real Redis were not run.');
}
for (const name of failed) console.error(`FAILED: ${name}`);
console.log(`\n${passed} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;

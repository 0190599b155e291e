// Runs the Postman collection with Newman against an emulator on a free port.
// `--report=<file>` also writes how many assertions passed and which failed, as JSON.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

/** @typedef {import('newman').NewmanRunSummary} Summary */
/** @typedef {import('newman').NewmanRunExecutionAssertion} Assertion */
/** @typedef {{ folder: string, name: string, assertions: Assertion[] }} TestedRequest */

const { values } = parseArgs({ options: { report: { type: 'string' } } });
const folder = new URL('../packages/emulator/postman/', import.meta.url);
/** @type {(name: string) => any} */
const read = (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

// Newman is written for older versions of Node: what these warn about is not ours to change.
process.noDeprecation = true;
const { default: newman } = await import('newman');

const startedAt = performance.now();
const vite = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, ws: false, watch: null },
  ssr: { resolve: { conditions: ['@auth0-passwordless/source', 'module', 'node', 'import'] } },
});
const { listen } = await vite.ssrLoadModule('@auth0-passwordless/emulator/node');
const emulator = await listen({ port: 0 });
try {
  const collection = read('auth0-passwordless.postman_collection.json');
  const summary = await run(collection, emulator.url.replace(/\/$/, ''));
  const requests = requestsOf(summary);
  print(collection, requests);

  const assertions = requests.flatMap((request) => request.assertions);
  const passed = assertions.filter(({ error, skipped }) => !error && !skipped).length;
  const problems = problemsOf(summary, requests);
  for (const problem of problems) console.error(`\n${problem}`);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const outcome = `${passed} assertions passed, ${problems.length} failed`;
  console.log(`\n${requests.length} requests, ${outcome}, ${seconds} s`);
  if (values.report !== undefined) {
    writeFileSync(values.report, JSON.stringify({ passed, failed: problems }));
  }
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  await Promise.all([emulator.close(), vite.close()]);
}

/** @type {(collection: any, baseUrl: string) => Promise<Summary>} */
function run(collection, baseUrl) {
  const environment = read('emulator.postman_environment.json');
  for (const variable of environment.values) {
    if (variable.key === 'baseUrl') variable.value = baseUrl;
  }
  return new Promise((resolve, reject) => {
    newman.run(
      { collection, environment, reporters: [], timeoutRequest: 10_000 },
      (failure, summary) => (failure ? reject(failure) : resolve(summary)),
    );
  });
}

/**
 * What came of each request of the collection. Newman lists what the scripts of a request send as well, and leaves out what
 * was skipped.
 *
 * @type {(summary: Summary) => TestedRequest[]}
 */
function requestsOf({ collection, run: { executions } }) {
  const assertions = new Map(executions.map(({ item, assertions: own }) => [item.id, own ?? []]));
  /** @type {TestedRequest[]} */
  const requests = [];
  collection.forEachItem((item) => {
    const parent = item.parent();
    const folderName = parent && 'name' in parent ? String(parent.name) : '';
    requests.push({
      folder: folderName,
      name: item.name,
      assertions: assertions.get(item.id) ?? [],
    });
  });
  return requests;
}

/** @type {(summary: Summary, requests: TestedRequest[]) => string[]} */
function problemsOf({ run: { failures } }, requests) {
  const failed = failures.map(({ source, parent, error }) => {
    const place = [parent?.name, source?.name].filter(Boolean).join(' > ');
    return `${place}\n  ${error.test ?? error.name}: ${error.message}`;
  });
  const untested = requests
    .filter(({ assertions }) => assertions.length === 0)
    .map((request) => `${request.folder} > ${request.name}\n  It was not sent, or has no test.`);
  return [...failed, ...untested];
}

/** @type {(collection: any, requests: TestedRequest[]) => void} */
function print({ item: folders }, requests) {
  for (const { name } of folders) {
    const own = requests.filter((request) => request.folder === name);
    const assertions = own.flatMap((request) => request.assertions);
    const failed = assertions.filter(({ error }) => error).length;
    const count = `${own.length} requests, ${assertions.length} assertions`;
    console.log(`${name.padEnd(44)} ${count}${failed === 0 ? '' : `, ${failed} FAILED`}`);
  }
}

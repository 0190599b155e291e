import { chromium } from 'playwright';
import { launchOptions } from '../chromium.mjs';
import { bundle } from './bundle.mjs';

// The client answers at once and keeps nothing, so only the component and React are counted.
const page = `
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { PasswordlessLogin, PasswordlessProvider } from '@auth0-passwordless/react';

const client = { start: () => Promise.resolve(), exchangeCode: () => new Promise(() => {}) };
const queryClient = new QueryClient();
const login = (
  <QueryClientProvider client={queryClient}>
    <PasswordlessProvider client={client}>
      <PasswordlessLogin />
    </PasswordlessProvider>
  </QueryClientProvider>
);
let root;
globalThis.mount = (isEmpty) => {
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(isEmpty ? null : login);
  globalThis.unmount = () => { root.unmount(); element.remove(); };
};
`;

/** Runs before the page's own code: counts commits as React's developer tools do. */
const countCommits = `
globalThis.commits = 0;
globalThis.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
  isDisabled: false, supportsFiber: true, renderers: new Map(),
  inject: () => 1, onCommitFiberRoot: () => { globalThis.commits += 1; },
  onCommitFiberUnmount: () => {}, onPostCommitFiberRoot: () => {}, checkDCE: () => {},
};
`;

/** Resolves when React has nothing left to do: it works in macrotasks of a message channel. */
const idle = `new Promise((resolve) => {
  let turns = 0;
  const next = () => (++turns > 20 ? resolve() : requestAnimationFrame(() => requestIdleCallback(next)));
  next();
})`;

/**
 * Calls and commits of each step, and what stays after many mounts. An empty root's own figures are told beside them: they
 * change with the versions of React and Chromium.
 * @returns {Promise<import('../performance.mjs').Figure[]>}
 */
export async function measurePage() {
  const script = `${await bundle(page, 'browser')}\n//# sourceURL=login.js`;
  const browser = await chromium.launch({
    ...launchOptions(),
  });
  try {
    const tab = await browser.newPage();
    await tab.route('**/*', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<!doctype html><title>Login</title><body>',
      }),
    );
    await tab.addInitScript({ content: countCommits });
    const cdp = await tab.context().newCDPSession(tab);
    await cdp.send('Profiler.enable');
    const load = async () => {
      await tab.goto('http://login.example.com/');
      await tab.addScriptTag({ content: script });
      await tab.evaluate(idle);
    };

    /**
     * Function calls and commits while something happens, from one idle moment to the next.
     * @param {() => Promise<unknown>} act
     */
    const count = async (act) => {
      await tab.evaluate('commits = 0');
      await cdp.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
      await act();
      await tab.evaluate(idle);
      const { result } = await cdp.send('Profiler.takePreciseCoverage');
      await cdp.send('Profiler.stopPreciseCoverage');
      // The page's own script only. Its functions named `get` are how esbuild imports from CommonJS; a bundler that
      // inlines React's exports has none.
      const calls = result
        .filter(({ url }) => url.endsWith('login.js'))
        .flatMap(({ functions }) => functions)
        .filter(({ functionName }) => functionName !== 'get')
        .reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
      return { calls, commits: Number(await tab.evaluate('commits')) };
    };

    await load();
    const empty = await count(() => tab.evaluate('mount(true)'));
    await load();
    const mount = await count(() => tab.evaluate('mount(false)'));
    await tab.locator('input').focus();
    await tab.keyboard.press('a');
    const key = await count(() => tab.keyboard.press('n'));
    await tab.keyboard.type('a@example.com');
    const codeField = tab.locator('input[autocomplete="one-time-code"]');
    const step = await count(() => tab.keyboard.press('Enter'));
    await codeField.press('1');
    const digit = await count(() => tab.keyboard.press('2'));

    const state = async () => {
      await cdp.send('HeapProfiler.collectGarbage');
      await cdp.send('HeapProfiler.collectGarbage');
      const { usedSize } = await cdp.send('Runtime.getHeapUsage');
      const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
      return { bytes: usedSize, nodes, listeners: jsEventListeners };
    };
    const keptOf = async (/** @type {boolean} */ isEmpty) => {
      await load();
      const mounts = (/** @type {number} */ times) =>
        tab.evaluate(`(async () => {
          for (let i = 0; i < ${times}; i += 1) {
            mount(${isEmpty});
            await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
            unmount();
          }
          await ${idle};
        })()`);
      // The first mounts fill caches that stay.
      await mounts(50);
      const before = await state();
      await mounts(200);
      const after = await state();
      return {
        bytes: (after.bytes - before.bytes) / 200,
        nodes: after.nodes - before.nodes,
        listeners: after.listeners - before.listeners,
      };
    };
    const keptEmpty = await keptOf(true);
    const kept = await keptOf(false);

    return [
      { what: 'an empty root: calls', value: empty.calls, unit: '' },
      { what: 'mount: calls', value: mount.calls, limit: 5000, unit: '' },
      { what: 'mount: commits', value: mount.commits, limit: 2, unit: '' },
      { what: 'a key in the identifier: calls', value: key.calls, limit: 400, unit: '' },
      { what: 'a key in the identifier: commits', value: key.commits, limit: 0, unit: '' },
      { what: 'to the code step: calls', value: step.calls, limit: 5000, unit: '' },
      { what: 'to the code step: commits', value: step.commits, limit: 3, unit: '' },
      { what: 'a digit of the code: calls', value: digit.calls, limit: 400, unit: '' },
      { what: 'a digit of the code: commits', value: digit.commits, limit: 0, unit: '' },
      { what: 'kept after a mount of an empty root', value: keptEmpty.bytes, unit: 'B' },
      { what: 'kept after a mount', value: kept.bytes, limit: 700, unit: 'B' },
      { what: 'nodes kept after 200 mounts', value: kept.nodes, limit: 0, unit: '' },
      { what: 'listeners kept after 200 mounts', value: kept.listeners, limit: 0, unit: '' },
    ];
  } finally {
    await browser.close();
  }
}

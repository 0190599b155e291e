import { createServer } from 'node:http';
import { chromium } from 'playwright';
import { launchOptions } from '../chromium.mjs';
import { packedRoot } from '../pack.mjs';
import { bundle } from './bundle.mjs';

const page = (/** @type {string} */ domain) => `
import { createRoot } from 'react-dom/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createAuth0Client } from '@auth0-passwordless/core';
import { PasswordlessLogin, PasswordlessProvider } from '@auth0-passwordless/react';

const client = createAuth0Client({ domain: '${domain}', clientId: 'native' });
createRoot(document.querySelector('main')).render(
  <QueryClientProvider client={new QueryClient()}>
    <PasswordlessProvider client={client}>
      <PasswordlessLogin />
    </PasswordlessProvider>
  </QueryClientProvider>,
);
`;

/**
 * What a whole login puts on the wire, counted by Chromium and by the emulator. Preflights are those the emulator answers.
 * @returns {Promise<import('../performance.mjs').Figure[]>}
 */
export async function measureWire() {
  const emulatorEntry = `${packedRoot}/../../../packages/emulator/dist/startAuth0.js`;
  /** @type {typeof import('../../packages/emulator/src/startAuth0.ts')} */
  const { startAuth0 } = await import(emulatorEntry);
  const app = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(
      isScript ? script : '<!doctype html><main></main><script src="/page.js"></script>',
    );
  });
  await new Promise((resolve) => app.listen(0, 'localhost', () => resolve(undefined)));
  const address = app.address();
  const origin = `http://localhost:${typeof address === 'object' ? address?.port : ''}`;
  const auth0 = await startAuth0({ origins: [origin] });
  const script = await bundle(page(auth0.domain), 'browser');
  const browser = await chromium.launch(launchOptions());
  try {
    const tab = await browser.newPage();
    // No tool tells from outside whether a request outlives its page, so the call itself is looked at.
    await tab.addInitScript(() => {
      const { fetch } = globalThis;
      globalThis.fetch = (input, init) => {
        const url = input instanceof Request ? input.url : input.toString();
        const isMortal = url.endsWith('/passwordless/start') && !init?.keepalive;
        if (isMortal) document.documentElement.dataset['mortal'] = 'start';
        return fetch(input, init);
      };
    });
    await tab.goto(origin);
    await tab.getByLabel('Email address').fill('ana@example.com');
    const links = await tab.locator('link[rel=preconnect][crossorigin]').count();
    await tab.keyboard.press('Enter');
    const code = await auth0.codeFor('ana@example.com');
    await tab.getByLabel('Verification code').fill(code);
    await tab.getByRole('heading', { name: 'You’re signed in' }).waitFor();

    const mortal = await tab.locator('html[data-mortal]').count();
    const requests = auth0.emulator.requests();
    const countOf = (/** @type {string} */ method, /** @type {string} */ path) =>
      requests.filter((request) => request.method === method && request.path === path).length;
    return [
      { what: 'a start without keepalive', value: mortal, limit: 0, unit: '' },
      {
        what: 'a first focus without one connection ahead',
        value: Number(links !== 1),
        limit: 0,
        unit: '',
      },
      {
        what: 'a login: requests without preflights',
        value: requests.filter(({ method }) => method !== 'OPTIONS').length,
        limit: 2,
        unit: '',
      },
      {
        what: 'a login: preflights of the start',
        value: countOf('OPTIONS', '/passwordless/start'),
        limit: 1,
        unit: '',
      },
      {
        what: 'a login: preflights of the exchange',
        value: countOf('OPTIONS', '/oauth/token'),
        limit: 0,
        unit: '',
      },
    ];
  } finally {
    await browser.close();
    await auth0.stop();
    app.close();
  }
}

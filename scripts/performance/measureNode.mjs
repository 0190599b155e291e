import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packedRoot } from '../pack.mjs';
import { bundle } from './bundle.mjs';

const code = `
import { renderToString } from 'react-dom/server';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { parseCode } from '@auth0-passwordless/core';
import { PasswordlessLogin, PasswordlessProvider } from '@auth0-passwordless/react';

const client = { start: () => Promise.resolve(), exchangeCode: () => Promise.reject(new Error()) };
const queryClient = new QueryClient();
export const render = () => renderToString(
  <QueryClientProvider client={queryClient}>
    <PasswordlessProvider client={client}>
      <PasswordlessLogin />
    </PasswordlessProvider>
  </QueryClientProvider>,
);
export { parseCode };
`;

/** @param {string} text */
const to500 = (text) => text.repeat(Math.ceil(500 / text.length)).slice(0, 500);

/** Texts of 500 characters: what people paste, and what takes long. */
const texts = {
  'an e-mail': to500(
    'Use the following code to sign in to your Acme account. It works for 10 minutes.\n\n482913\n\nOrder #1234567, € 1.234,56, 23.11.2026 14:30. Acme Inc., 1 Market Street, San Francisco, CA 94105, https://acme.com/help?id=7 +1 415 555 0100. ',
  ),
  Chinese: to500('您的验证码是482913，5分钟内有效。请勿泄露。'),
  'Arabic digits': to500('رمز ١٢٣٤٥٦٫٧٨ ﷼ بتاريخ ٢٠٢٦/١١/٢٣ '),
  'mathematical digits': to500('𝟡'),
  'groups without an end': to500('1 - '),
};

/**
 * The middle of many batches, in microseconds for each call.
 * @param {() => unknown} act
 */
function medianMicroseconds(act) {
  const batches = Array.from({ length: 60 }, () => {
    const start = performance.now();
    for (let call = 0; call < 50; call += 1) act();
    return ((performance.now() - start) * 1000) / 50;
  });
  // The first ones warm up.
  const [median = Infinity] = batches
    .slice(20)
    .toSorted((a, b) => a - b)
    .slice(20);
  return median;
}

/**
 * Server rendering and reading of pasted texts. The limits of time are five times the goals of 200 and 20 µs: a busy machine
 * is no failure, a search that goes back and forth is.
 * @returns {Promise<import('../performance.mjs').Figure[]>}
 */
export async function measureNode() {
  const file = join(packedRoot, 'performance.mjs');
  mkdirSync(packedRoot, { recursive: true });
  writeFileSync(file, await bundle(code, 'node'));
  /** @type {{ render: () => string, parseCode: (text: string) => unknown }} */
  const { render, parseCode } = await import(pathToFileURL(file).href);
  const html = render();
  const isUsable =
    /<form[^>]*>.*<label[^>]*>.*<input[^>]*type="email".*<button[^>]*type="submit"/s.test(html);
  return [
    { what: 'server rendering without a usable form', value: isUsable ? 0 : 1, limit: 0, unit: '' },
    { what: 'server rendering', value: medianMicroseconds(render), limit: 1000, unit: 'µs' },
    ...Object.entries(texts).map(([name, text]) => ({
      what: `parseCode of 500 characters, ${name}`,
      value: medianMicroseconds(() => parseCode(text)),
      limit: 100,
      unit: 'µs',
    })),
  ];
}

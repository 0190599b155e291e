import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build, defaultClientConditions } from 'vite';
import { serveStatic } from '../../scripts/staticServer.mjs';
import { emulatorAt } from './emulator.ts';

const emulator = emulatorAt('http://localhost:4500');
const email = 'ana@example.com';
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const built = at('../../node_modules/.cache/strict-page');

const policy = [
  `default-src 'self'`,
  `style-src 'self'`,
  `require-trusted-types-for 'script'`,
  `connect-src 'self' http://localhost:4500`,
].join('; ');

/** What the browser held against the page, from its first line on. */
async function watch(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.exposeFunction('complain', (text: string) => complaints.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      Reflect.get(globalThis, 'complain')(`${event.violatedDirective}: ${event.blockedURI}`);
    });
  });
  return complaints;
}

let site: Awaited<ReturnType<typeof serveStatic>>;

test.beforeAll(async () => {
  await build({
    configFile: false,
    root: at('strictPage'),
    logLevel: 'error',
    plugins: [react()],
    resolve: { conditions: ['@auth0-passwordless/source', ...defaultClientConditions] },
    build: { outDir: built, emptyOutDir: true, target: 'es2022' },
  });
  site = await serveStatic(built, '/', { 'content-security-policy': policy });
  await emulator.reset();
  await emulator.allowOrigin(new URL(site.address).origin);
});

test.afterAll(() => site.close());

test('a production page logs in under a strict policy without a violation', async ({ page }) => {
  const complaints = await watch(page);
  await page.goto(site.address);
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Email address').press('Enter');

  const field = page.getByLabel('Verification code');
  await expect(field).toBeFocused();
  const code = await emulator.code(email);
  await field.fill(code.replace(/^\d/, (digit) => String((Number(digit) + 1) % 10)));
  await expect(page.getByRole('alert')).toHaveText('That code isn’t right. 2 tries left.');
  await field.fill(code);
  await expect(page.getByRole('heading', { name: 'You’re signed in' })).toBeFocused();
  // Auth0 refused one code, and the browser writes down every refusal.
  expect(
    complaints.filter((text) => !/the server responded with a status of 403/.test(text)),
  ).toEqual([]);
});

test('the style sheet counts under it', async ({ page }) => {
  await page.goto(site.address);
  const login = page.locator('.auth0-passwordless');
  await expect(login).toHaveCSS('max-width', '384px');
  await expect(page.locator('[style]')).toHaveCount(0);
});

test('a violation would be noticed', async ({ page }) => {
  const complaints = await watch(page);
  await page.goto(site.address);
  await page.evaluate(() => {
    const element = document.createElement('p');
    element.setAttribute('style', 'color: red');
    document.body.append(element);
  });
  await expect.poll(() => complaints.join('\n')).toContain('style-src');
});

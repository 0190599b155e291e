import { expect, type Page, test } from '@playwright/test';
import { emulatorAt } from '../e2e/emulator.ts';

const emulator = emulatorAt('http://localhost:4501');

test.beforeEach(() => emulator.reset());

const codeField = (page: Page) => page.getByLabel('Verification code');
const hello = (page: Page, email: string) =>
  page.getByRole('heading', { name: `Hello ${email}`, exact: true });

async function askForCode(page: Page, email: string) {
  await page.goto('/');
  await page.getByLabel('Email address').fill(email);
  await page.keyboard.press('Enter');
  await expect(codeField(page)).toBeFocused();
}

test('a person logs in after a wrong code, stays so after a reload, and signs out', async ({
  page,
}) => {
  const email = 'ana@example.com';
  await askForCode(page, email);
  const code = await emulator.code(email);
  await page.keyboard.type(code === '000000' ? '000001' : '000000');
  await expect(page.getByText('That code isn’t right. 2 tries left.').first()).toBeVisible();
  await page.keyboard.type(code);
  await expect(hello(page, email)).toBeVisible();

  await page.reload();
  await expect(hello(page, email)).toBeVisible();
  expect(await emulator.calls()).toEqual([
    'POST /passwordless/start',
    'POST /oauth/token',
    'POST /oauth/token',
  ]);

  await page.getByText('Sign out').click();
  await expect(page.getByLabel('Email address')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Email address')).toBeVisible();
  await page.goto('/account');
  await expect(page).toHaveURL('/');
});

test('the protected page is rendered by the server, and for nobody else', async ({
  browser,
  page,
}) => {
  const email = 'bea@example.com';
  await page.goto('/account');
  await expect(page).toHaveURL('/');
  await askForCode(page, email);
  await page.keyboard.type(await emulator.code(email));
  await page.getByRole('link', { name: 'Your account' }).click();
  await expect(page.getByText(/^email\|[\da-f]+$/)).toBeVisible();

  // As the browser asks for it, without any script.
  const answer = await page.request.get('/account');
  expect(await answer.text()).toContain(email);
  const stranger = await browser.newContext();
  const refused = await stranger.request.get(new URL('/account', page.url()).href);
  expect(new URL(refused.url()).pathname).toBe('/');
  expect(await refused.text()).not.toContain(email);
});

test('no script can reach a token: it is in a cookie that only the server reads', async ({
  context,
  page,
}) => {
  const email = 'cyd@example.com';
  await askForCode(page, email);
  await page.keyboard.type(await emulator.code(email));
  await expect(hello(page, email)).toBeVisible();

  const cookies = await context.cookies();
  const names = cookies.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(0);
  expect(cookies.filter(({ httpOnly, sameSite }) => !httpOnly || sameSite !== 'Lax')).toEqual([]);
  const reachable = await page.evaluate(() => [
    document.cookie,
    JSON.stringify(localStorage),
    JSON.stringify(sessionStorage),
    document.documentElement.outerHTML,
  ]);
  expect(reachable.slice(0, 3)).toEqual(['', '{}', '{}']);
  expect(reachable[3]).not.toMatch(/eyJ[\w-]+\./);
});

test('a message that cannot be sent keeps the address', async ({ page }) => {
  await page.goto('/');
  await emulator.failNext({ path: '/passwordless/start', status: 503, body: '<h1>Down</h1>' });
  await page.getByLabel('Email address').fill('dan@example.com');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/isn’t answering right now/).first()).toBeVisible();
  await expect(page.getByLabel('Email address')).toHaveValue('dan@example.com');
});

test('the page fits a window 320 pixels wide', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await askForCode(page, 'eve@example.com');
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});

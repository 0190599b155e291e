import { expect, type Page, test } from '@playwright/test';
import { emulatorAt } from './emulator.ts';

const emulator = emulatorAt('http://localhost:4500');
const email = 'ana@example.com';

test.beforeEach(async ({ page }) => {
  await emulator.reset();
  await page.goto('/');
});

const identifierField = (page: Page) => page.getByLabel('Email address');
const codeField = (page: Page) => page.getByLabel('Verification code');

/** From the first step to the code step. */
async function askForCode(page: Page) {
  await identifierField(page).fill(email);
  await identifierField(page).press('Enter');
  await expect(codeField(page)).toBeFocused();
}

test('a person logs in with an e-mail code by keyboard alone', async ({ page }) => {
  // Past the two switches.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(identifierField(page)).toBeFocused();
  await page.keyboard.type(email);
  await page.keyboard.press('Enter');
  await expect(codeField(page)).toBeFocused();

  const mail = page.getByTestId('message').first();
  await expect(mail).toContainText(email);
  await expect(mail).toContainText(await emulator.code(email));
  await page.keyboard.type(await emulator.code(email));

  await expect(page.getByRole('heading', { name: 'You’re signed in' })).toBeFocused();
  await expect(page.getByText(/^email\|[\da-f]+$/)).toBeVisible();
  await expect(page.getByText('openid profile email offline_access')).toBeVisible();
  await expect(page.getByText(/^verified with key .+ \(RS256\)$/)).toBeVisible();
  await expect(page.getByText('Access token works until')).toBeVisible();
  expect(await emulator.calls()).toEqual(['POST /passwordless/start', 'POST /oauth/token']);
});

test('a person logs in with a code by text message', async ({ page }) => {
  await page.getByLabel('Text message').check();
  await page.getByLabel('Mobile number').fill('+44 7700 900123');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('We sent a 6-digit code to +447700900123.')).toBeVisible();
  await codeField(page).fill(await emulator.code('+447700900123'));
  await expect(page.getByText(/^sms\|[\da-f]+$/)).toBeVisible();
});

test('a person logs in with a link that opens in another tab, once', async ({ context, page }) => {
  await page.getByLabel('E-mail link').check();
  await identifierField(page).fill(email);
  await identifierField(page).press('Enter');
  await expect(page.getByRole('heading', { name: 'Check your email' })).toBeFocused();
  const link = await page.getByRole('link', { name: 'Sign in' }).getAttribute('href');

  const tab = await context.newPage();
  await tab.goto(link ?? '');
  await expect(tab.getByRole('heading', { name: 'You’re signed in' })).toBeVisible();
  expect(tab.url()).toBe('http://localhost:5273/callback');
  // The tab that asked follows.
  await expect(page.getByRole('heading', { name: 'You’re signed in' })).toBeVisible();

  await tab.getByRole('button', { name: 'Sign out' }).click();
  await tab.goto(link ?? '');
  await expect(tab.getByRole('alert').first()).toHaveText(/That link has expired or was used/);
});

test('a wrong code says so, is selected, and the right one replaces it', async ({ page }) => {
  await askForCode(page);
  const code = await emulator.code(email);
  await page.keyboard.type(code === '000000' ? '000001' : '000000');
  await expect(page.getByText('That code isn’t right. 2 tries left.').first()).toBeVisible();
  await expect(codeField(page)).toBeFocused();
  await page.keyboard.type(code);
  await expect(page.getByRole('heading', { name: 'You’re signed in' })).toBeVisible();
});

test('a second code can be asked for after thirty seconds, and only it works', async ({ page }) => {
  await page.clock.install();
  await askForCode(page);
  const first = await emulator.code(email);
  const resend = page.getByRole('button', { name: 'Send a new code' });
  await expect(resend).toHaveAccessibleDescription('You can ask for a new one in 0:30');
  // Forced: Playwright takes `aria-disabled` for a reason to wait; a person does not.
  await resend.click({ force: true });
  expect(await emulator.messages(email)).toHaveLength(1);

  await page.clock.runFor(30_000);
  await expect(resend).toHaveAccessibleDescription('');
  await resend.click();
  await expect(page.getByText(/We sent a new code at/)).toBeVisible();
  await expect(codeField(page)).toBeFocused();
  const second = await emulator.code(email);
  expect(second).not.toBe(first);
  await page.keyboard.type(second);
  await expect(page.getByRole('heading', { name: 'You’re signed in' })).toBeVisible();
});

test('a double click on Continue sends one message', async ({ page }) => {
  await emulator.failNext({ path: '/passwordless/start', delayMs: 200 });
  await identifierField(page).fill(email);
  await page.getByRole('button', { name: 'Continue' }).dblclick();
  await expect(codeField(page)).toBeFocused();
  expect(await emulator.messages(email)).toHaveLength(1);
});

test('pasting a whole message, Enter and a click in one go is one exchange', async ({ page }) => {
  await askForCode(page);
  // What reads messages comes with what connects ahead.
  await expect(page.locator('link[rel=preconnect]')).toHaveCount(1);
  await page.getByRole('button', { name: 'Verify' }).evaluate(
    (button: HTMLButtonElement, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', `2026-11-23 Acme: ${text} is your code.`);
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(paste);
      button.closest('form')?.requestSubmit();
      button.click();
    },
    await emulator.code(email),
  );
  await expect(page.getByRole('heading', { name: 'You’re signed in' })).toBeVisible();
  expect(await emulator.calls()).toEqual(['POST /passwordless/start', 'POST /oauth/token']);
});

test('a signed-in person stays so after a reload, and in another tab until they sign out', async ({
  context,
  page,
}) => {
  await askForCode(page);
  await page.keyboard.type(await emulator.code(email));
  const signedIn = { name: 'You’re signed in' };
  await expect(page.getByRole('heading', signedIn)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', signedIn)).toBeVisible();
  const other = await context.newPage();
  await other.goto('/');
  await expect(other.getByRole('heading', signedIn)).toBeVisible();
  await other.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Email address')).toBeVisible();
  await expect.poll(emulator.calls).toContain('POST /oauth/revoke');
});

test('through a server, a person stays signed in by a cookie that no script can read', async ({
  context,
  page,
}) => {
  await page.getByLabel('Your server').check();
  await askForCode(page);
  const code = await emulator.code(email);
  await page.keyboard.type(code === '000000' ? '000001' : '000000');
  await expect(page.getByText('That code isn’t right. 2 tries left.').first()).toBeVisible();
  await page.keyboard.type(code);
  await expect(page.getByRole('heading', { name: 'You’re signed in' })).toBeFocused();
  await expect(page.getByText(/^email\|[\da-f]+$/)).toBeVisible();

  const [cookie, ...others] = await context.cookies();
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ name: 'passwordless', httpOnly: true, sameSite: 'Lax' });
  const reachable = await page.evaluate(() => [
    document.cookie,
    JSON.stringify(localStorage),
    JSON.stringify(sessionStorage),
  ]);
  expect(reachable).toEqual(['', '{}', '{}']);

  await page.reload();
  await expect(page.getByRole('heading', { name: 'You’re signed in' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(identifierField(page)).toBeVisible();
  await page.reload();
  await expect(identifierField(page)).toBeVisible();
  expect(await context.cookies()).toEqual([]);
});

test('without a network the form says so, keeps what was typed, and sends nothing later', async ({
  context,
  page,
}) => {
  await identifierField(page).fill(email);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText(/You’re offline/).first()).toBeVisible();
  await expect(identifierField(page)).toHaveValue(email);
  await context.setOffline(false);
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
  expect(await emulator.calls()).toEqual([]);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(codeField(page)).toBeFocused();
});

test('going back keeps the address and sends nothing', async ({ page }) => {
  await askForCode(page);
  await page.getByRole('button', { name: 'Use a different email' }).click();
  await expect(identifierField(page)).toBeFocused();
  await expect(identifierField(page)).toHaveValue(email);
  expect(await emulator.calls()).toEqual(['POST /passwordless/start']);
});

test('a login in one tab is followed by the other', async ({ context, page }) => {
  const other = await context.newPage();
  await other.goto('/');
  await askForCode(page);
  await codeField(page).fill(await emulator.code(email));
  await expect(page.getByRole('heading', { name: 'You’re signed in' })).toBeVisible();
  await expect(other.getByRole('heading', { name: 'You’re signed in' })).toBeVisible();
});

test('the page fits a window 320 pixels wide', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await askForCode(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});

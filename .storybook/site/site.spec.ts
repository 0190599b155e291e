import { fileURLToPath } from 'node:url';
import { expect, type Page, test as base } from '@playwright/test';
import { serveStatic } from '../../scripts/staticServer.mjs';

const built = fileURLToPath(new URL('../../storybook-static', import.meta.url));

const test = base.extend<object, { site: string }>({
  site: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from its parameter
    async ({}, use) => {
      // Not at the root: nothing may ask for a path that begins with a slash.
      const { address, close } = await serveStatic(built, '/docs/passwordless/');
      await use(address);
      close();
    },
    { scope: 'worker' },
  ],
});

/** What went wrong on a page: requests that were not answered, errors that nobody caught. */
function watch(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
  });
  return problems;
}

const story = (id: string) => `iframe.html?id=${id}&viewMode=story`;
const inStory = (page: Page) => page.frameLocator('#storybook-preview-iframe');
const login = (page: Page) => inStory(page).locator('.auth0-passwordless');

test('the site works under a path of a file server', async ({ page, site }) => {
  const problems = watch(page);
  await page.goto(site);
  await expect(page.getByRole('link', { name: 'Getting started' })).toBeVisible();
  await page.goto(`${site}?path=/story/passwordlesslogin-statuses--entering-code`);
  await expect(inStory(page).getByLabel('Verification code')).toBeVisible();
  await page.goto(`${site}?path=/docs/guide-getting-started--docs`);
  await expect(inStory(page).getByRole('heading', { name: 'Getting started' })).toBeVisible();
  expect(problems).toEqual([]);
});

test('a story signs in without any server', async ({ page, site }) => {
  const problems = watch(page);
  await page.goto(site + story('passwordlesslogin-statuses--authenticated'));
  await expect(page.getByRole('heading', { name: 'You’re signed in' })).toBeFocused();
  expect(problems).toEqual([]);
});

test.describe('time machine', () => {
  test.beforeEach(async ({ page, site }) => {
    await page.goto(`${site}?path=/story/passwordlesslogin-statuses--entering-identifier`);
    await page.getByRole('tab', { name: 'Time machine' }).click();
    await expect(page.getByText('enteringIdentifier', { exact: true })).toBeVisible();
  });

  const jump = (page: Page, to: string) => page.getByLabel('Jump to a state').selectOption(to);

  test('jumps to states, from one to the next', async ({ page }) => {
    await jump(page, 'Code: wrong');
    await expect(inStory(page).getByText('2 tries left').first()).toBeVisible();
    await jump(page, 'Second factor asked for');
    await expect(login(page)).toHaveAttribute('data-status', 'mfaRequired');
    await jump(page, 'Code: after a reload');
    await expect(inStory(page).getByText(/We sent a code to ana@example.com at/)).toBeVisible();
  });

  test('moves the clock', async ({ page }) => {
    await jump(page, 'Code: sent');
    const wait = inStory(page).getByText(/You can ask for a new one in/);
    await expect(wait).toBeVisible();
    await page.getByRole('button', { name: '+30 s' }).click();
    await expect(wait).toBeHidden();
    await expect(page.getByText('30 s ahead')).toBeVisible();
    await page.getByRole('button', { name: 'To the code’s end' }).click();
    await expect(
      inStory(page)
        .getByText(/That code has expired/)
        .first(),
    ).toBeVisible();
  });

  test('takes the network away and gives it back', async ({ page }) => {
    await jump(page, 'Code: sent');
    await page.getByRole('button', { name: 'Drop it' }).click();
    await expect(
      inStory(page)
        .getByText(/You’re offline/)
        .first(),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Fill it in' }).click();
    await expect(login(page)).toHaveAttribute('data-status', 'waitingForNetwork');
    await page.getByRole('button', { name: 'Restore it' }).click();
    await expect(login(page)).toHaveAttribute('data-status', 'authenticated');
  });

  test('lets the next call fail, and only that', async ({ page }) => {
    await jump(page, 'Code: sent');
    await page.getByLabel('Fail the next call').selectOption('Check: Auth0 is down');
    await page.getByRole('button', { name: 'Fill it in' }).click();
    await expect(
      inStory(page)
        .getByText(/isn’t answering right now/)
        .first(),
    ).toBeVisible();
    await inStory(page).getByRole('button', { name: 'Verify' }).click();
    await expect(login(page)).toHaveAttribute('data-status', 'authenticated');
  });

  test('shows the newest code and fills it in', async ({ page }) => {
    await expect(page.getByText('none sent')).toBeVisible();
    await jump(page, 'Code: sent');
    await expect(page.getByText(/^\d{6}$/)).toBeVisible();
    await page.getByRole('button', { name: 'Fill it in' }).click();
    await expect(login(page)).toHaveAttribute('data-status', 'authenticated');
  });

  for (const id of ['input-otp', 'base-ui', 'material-ui']) {
    test(`fills in the code of ${id}`, async ({ page, site }) => {
      await page.goto(`${site}?path=/story/passwordlesslogin-own-markup--${id}`);
      await expect(login(page)).toHaveAttribute('data-status', 'authenticated');
      await jump(page, 'Code: sent');
      await page.getByRole('button', { name: 'Fill it in' }).click();
      await expect(login(page)).toHaveAttribute('data-status', 'authenticated');
    });
  }
});

test.describe('forced colours', () => {
  test.use({ forcedColors: 'active' });

  test('fields and buttons keep their edges', async ({ page, site }) => {
    await page.goto(site + story('passwordlesslogin-when-something-fails--wrong-code'));
    await expect(page.getByLabel('Verification code')).toBeFocused();
    const button = page.getByRole('button', { name: 'Verify' });
    await expect(button).toHaveCSS('border-top-style', 'solid');
    await expect(button).not.toHaveCSS('border-top-color', 'rgba(0, 0, 0, 0)');
    await expect(page.locator('.apl-slots')).toHaveCSS('outline-style', 'solid');
  });
});

test.describe('reduced motion', () => {
  test.use({ reducedMotion: 'reduce' });

  test('nothing moves', async ({ page, site }) => {
    await page.goto(site + story('passwordlesslogin-statuses--exchanging-code'));
    const button = page.getByRole('button', { name: 'Checking…' });
    await expect(button).toBeVisible();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await expect(button).toHaveCSS('transition-duration', '0s');
  });
});

test('a spinner turns where motion is welcome', async ({ page, site }) => {
  await page.goto(site + story('passwordlesslogin-statuses--exchanging-code'));
  await expect(page.getByRole('button', { name: 'Checking…' })).toBeVisible();
  expect(await page.evaluate(() => document.getAnimations().length)).toBeGreaterThan(0);
});

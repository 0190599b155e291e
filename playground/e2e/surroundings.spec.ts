import { expect, type Page, test } from '@playwright/test';
import { emulatorAt } from './emulator.ts';

// What a reload, Back, another tab, a lost network and sleep do to a login. None of them sends anything.

const emulator = emulatorAt('http://localhost:4500');
const email = 'ana@example.com';
const key = 'auth0-passwordless:login';
const sentOnce = ['POST /passwordless/start'];
const signedInOnce = [...sentOnce, 'POST /oauth/token'];

test.beforeEach(async ({ page }) => {
  await emulator.reset();
  await page.goto('/');
});

const identifierField = (page: Page) => page.getByLabel('Email address');
const codeField = (page: Page) => page.getByLabel('Verification code');
const continueButton = (page: Page) => page.getByRole('button', { name: 'Continue' });
const expectSignedIn = (page: Page) =>
  expect(page.getByRole('heading', { name: 'You’re signed in' })).toBeVisible();

/** Typed into, and joined to the world around it: it has connected to Auth0 ahead. */
async function fillIn(page: Page) {
  await identifierField(page).fill(email);
  await expect(page.locator('link[rel=preconnect]')).toHaveCount(1);
}

async function askForCode(page: Page) {
  await fillIn(page);
  await identifierField(page).press('Enter');
  await expect(codeField(page)).toBeFocused();
}

const record = (page: Page) => page.evaluate((name) => sessionStorage.getItem(name), key);
/** Puts something in the place of the record, once the login has looked there. */
async function writeRecord(page: Page, text: string) {
  await fillIn(page);
  await page.evaluate(([name, value]) => sessionStorage.setItem(name, value), [key, text] as const);
}

test.describe('a reload', () => {
  test('on the code step goes on with it, and the code that was sent works', async ({ page }) => {
    await askForCode(page);
    await page.keyboard.type('12');
    await page.reload();
    await expect(codeField(page)).toBeFocused();
    await expect(codeField(page)).toHaveValue('');
    await expect(page.getByText(/^We sent a code to ana@example.com at \d/)).toBeVisible();
    await expect(page.getByRole('status').first()).toHaveText(
      `Welcome back. Enter the code we sent to ${email}.`,
    );
    expect(await emulator.calls()).toEqual(sentOnce);
    await page.keyboard.type(await emulator.code(email));
    await expectSignedIn(page);
    expect(await emulator.calls()).toEqual(signedInOnce);
    expect(await record(page)).toBeNull();
  });

  test('keeps the tries that are left and the wait for a new code', async ({ page }) => {
    await askForCode(page);
    const code = await emulator.code(email);
    await page.keyboard.type(code === '000000' ? '000001' : '000000');
    await expect(page.getByText('That code isn’t right. 2 tries left.').first()).toBeVisible();
    expect(await record(page)).not.toMatch(/00000[01]/);
    await page.reload();
    await expect(codeField(page)).toBeFocused();
    await expect(page.getByText(/^You can ask for a new one in 0:[12]\d/)).toBeVisible();
    await page.keyboard.type(code === '000000' ? '000002' : '000003');
    await expect(page.getByText('That code isn’t right. 1 try left.').first()).toBeVisible();
  });

  test('after the code has expired leads to the first step, filled in', async ({ page }) => {
    await askForCode(page);
    const minutesAgo = (text: string) =>
      text.replace(/"(sentAt|expiresAt|resendAvailableAt)":(\d+)/g, (_, name, at) => {
        return `"${name}":${Number(at) - 600_000}`;
      });
    const expired = minutesAgo((await record(page)) ?? '');
    await page.goBack();
    await writeRecord(page, expired);
    await page.reload();
    await expect(page.getByText(/^That code has expired/).first()).toBeVisible();
    await expect(identifierField(page)).toHaveValue(email);
    await expect(page.getByRole('status').first()).toHaveText(/^That code has expired/);
    await continueButton(page).click();
    await expect(codeField(page)).toBeFocused();
  });

  for (const garbage of ['{', '42', '{"version":9}', `{"identifier":"<img src=x>"}`]) {
    test(`that finds ${garbage} begins with a clean first step`, async ({ page }) => {
      await writeRecord(page, garbage);
      await page.reload();
      await fillIn(page);
      expect(await record(page)).toBeNull();
    });
  }

  test('that finds a broken record keeps the address', async ({ page }) => {
    await writeRecord(page, JSON.stringify({ version: 0, identifier: email, sentAt: 'yesterday' }));
    await page.reload();
    await expect(identifierField(page)).toHaveValue(email);
    expect(await record(page)).toBeNull();
  });

  test('from another page, to which the person went with the code step open, goes on too', async ({
    page,
  }) => {
    await askForCode(page);
    await page.goto('about:blank');
    await page.goto('/');
    await expect(codeField(page)).toBeFocused();
    expect(await emulator.calls()).toEqual(sentOnce);
  });
});

test.describe('Back', () => {
  test('on the code step returns to the address, selected, and sends nothing', async ({ page }) => {
    await askForCode(page);
    const address = page.url();
    await page.goBack();
    await expect(identifierField(page)).toBeFocused();
    await expect(identifierField(page)).toHaveValue(email);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(email);
    expect(page.url()).toBe(address);
    await page.goForward();
    await expect(identifierField(page)).toBeVisible();
    expect(await emulator.calls()).toEqual(sentOnce);
  });

  test('on a second factor returns to the address, too', async ({ page }) => {
    await askForCode(page);
    const body = { error: 'mfa_required', mfa_token: 'Fe26.2*example' };
    await emulator.failNext({ path: '/oauth/token', status: 403, body });
    await page.keyboard.type(await emulator.code(email));
    await expect(page.getByRole('heading', { name: 'One more step' })).toBeFocused();
    await page.goBack();
    await expect(identifierField(page)).toBeFocused();
    await expect(identifierField(page)).toHaveValue(email);
    expect(await emulator.calls()).toEqual(signedInOnce);
  });

  test('and Continue go on with the message that is out', async ({ page }) => {
    await askForCode(page);
    await page.goBack();
    await identifierField(page).press('Enter');
    await expect(codeField(page)).toBeFocused();
    expect(await emulator.calls()).toEqual(sentOnce);
    await page.keyboard.type(await emulator.code(email));
    await expectSignedIn(page);
  });

  test('and another address send a message to that one', async ({ page }) => {
    await askForCode(page);
    await page.goBack();
    await page.keyboard.type('ben@example.com');
    await page.keyboard.press('Enter');
    await expect(page.getByText('We sent a 6-digit code to ben@example.com.')).toBeVisible();
    expect(await emulator.calls()).toEqual([...sentOnce, ...sentOnce]);
  });

  test('after "Use a different email" leaves the page', async ({ page }) => {
    await askForCode(page);
    await page.getByRole('button', { name: 'Use a different email' }).click();
    await expect(identifierField(page)).toBeFocused();
    await page.goBack();
    expect(page.url()).toBe('about:blank');
  });

  test('after the sign-in does not return to the code', async ({ page }) => {
    await askForCode(page);
    await page.keyboard.type(await emulator.code(email));
    await expectSignedIn(page);
    await page.goBack();
    await expect(codeField(page)).toHaveCount(0);
    expect(await emulator.calls()).toEqual(signedInOnce);
  });

  test('after a reload on the code step returns to the address', async ({ page }) => {
    await askForCode(page);
    await page.reload();
    await expect(codeField(page)).toBeFocused();
    await page.goBack();
    await expect(identifierField(page)).toBeFocused();
    expect(await emulator.calls()).toEqual(sentOnce);
  });
});

test.describe('two tabs', () => {
  test('that submit the same address at once send one message, and both go on with it', async ({
    context,
    page,
  }) => {
    const other = await context.newPage();
    await other.goto('/');
    await fillIn(page);
    await fillIn(other);
    await emulator.failNext({ path: '/passwordless/start', delayMs: 300 });
    await Promise.all([continueButton(page).click(), continueButton(other).click()]);
    await expect(codeField(page)).toBeVisible();
    await expect(codeField(other)).toBeVisible();
    expect(await emulator.calls()).toEqual(sentOnce);
    await codeField(other).fill(await emulator.code(email));
    await expectSignedIn(other);
    await expectSignedIn(page);
  });

  test('that submit different addresses send two', async ({ context, page }) => {
    const other = await context.newPage();
    await other.goto('/');
    await fillIn(page);
    await identifierField(other).fill('ben@example.com');
    await Promise.all([continueButton(page).click(), continueButton(other).click()]);
    await expect(codeField(page)).toBeVisible();
    await expect(codeField(other)).toBeVisible();
    expect(await emulator.calls()).toEqual([...sentOnce, ...sentOnce]);
  });

  test('whose message failed in one send it by the other', async ({ context, page }) => {
    const other = await context.newPage();
    await other.goto('/');
    await fillIn(page);
    await fillIn(other);
    await emulator.failNext({ path: '/passwordless/start', delayMs: 200, status: 503, body: '' });
    await Promise.all([continueButton(page).click(), continueButton(other).click()]);
    await expect
      .poll(async () => (await codeField(page).count()) + (await codeField(other).count()))
      .toBe(1);
    expect(await emulator.calls()).toEqual([...sentOnce, ...sentOnce]);
  });
});

test.describe('without a network', () => {
  test('a code is kept, and checked once when the network is back', async ({ context, page }) => {
    await askForCode(page);
    const code = await emulator.code(email);
    await context.setOffline(true);
    const notice = page.getByText('You’re offline. We’ll check your code when you’re back online.');
    await expect(notice.first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Send a new code' })).toHaveAccessibleDescription(
      'You can ask for a new one when you’re back online.',
    );
    await page.keyboard.type(code);
    await expect(page.locator('[data-status=waitingForNetwork]')).toBeVisible();
    await expect(codeField(page)).toBeFocused();
    await expect(codeField(page)).toHaveValue(code);
    await page.keyboard.press('Enter');
    expect(await emulator.calls()).toEqual(sentOnce);
    await context.setOffline(false);
    await expectSignedIn(page);
    expect(await emulator.calls()).toEqual(signedInOnce);
  });

  test('a code that is corrected is not checked by itself', async ({ context, page }) => {
    await askForCode(page);
    await context.setOffline(true);
    await page.keyboard.type(await emulator.code(email));
    await expect(page.locator('[data-status=waitingForNetwork]')).toBeVisible();
    await page.keyboard.press('Backspace');
    await expect(page.locator('[data-status=enteringCode]')).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByRole('status').first()).toHaveText('You’re back online.');
    expect(await emulator.calls()).toEqual(sentOnce);
  });
});

test.describe('a clock', () => {
  test('is right after sleep: the code has expired and a new one may be asked for', async ({
    page,
  }) => {
    await page.clock.install();
    await askForCode(page);
    await page.clock.fastForward(200_000);
    await expect(
      page.getByText('That code has expired. Send a new code to continue.').first(),
    ).toBeVisible();
    await expect(codeField(page)).toBeFocused();
    const resend = page.getByRole('button', { name: 'Send a new code' });
    await expect(resend).toHaveAttribute('aria-disabled', 'false');
    await expect(page.getByRole('status').first()).toHaveText(/^That code has expired/);
    await expect(page.getByRole('alert').first()).toBeEmpty();
  });

  test('counts the last minute down for the eye, and says 60, 30 and 10 seconds', async ({
    page,
  }) => {
    await page.clock.install();
    await askForCode(page);
    const said = page.getByRole('status').first();
    await page.clock.runFor(100_000);
    await expect(page.getByRole('timer')).toHaveCount(0);
    for (const [seconds, words] of [
      [60, '60 seconds'],
      [30, '30 seconds'],
      [10, '10 seconds'],
    ] as const) {
      await page.clock.runFor(
        await page.evaluate((left) => {
          const { expiresAt } = JSON.parse(
            sessionStorage.getItem('auth0-passwordless:login') ?? '',
          );
          return expiresAt - Date.now() - left * 1000 + 200;
        }, seconds),
      );
      await expect(said).toHaveText(`This code works for another ${words}.`);
      await expect(page.getByRole('timer')).toHaveText(/^This code works for another [01]:\d\d\.$/);
    }
  });
});

test.describe('the wire', () => {
  test('is opened when the person turns to the form, without cookies, and not before', async ({
    page,
  }) => {
    await expect(identifierField(page)).toBeVisible();
    await expect(page.locator('link[rel=preconnect]')).toHaveCount(0);
    await fillIn(page);
    const link = page.locator('link[rel=preconnect]');
    await expect(link).toHaveAttribute('href', 'http://localhost:4500');
    await expect(link).toHaveAttribute('crossorigin', 'anonymous');
  });

  test('carries no preflight for a code', async ({ page }) => {
    await askForCode(page);
    await page.keyboard.type(await emulator.code(email));
    await expectSignedIn(page);
    expect(await emulator.preflights()).not.toContain('/oauth/token');
  });
});

test.describe('WebOTP', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const asked: AbortSignal[] = [];
      const answers: ((credential: object) => void)[] = [];
      Object.assign(window, { OTPCredential: Object, asked, answers });
      navigator.credentials.get = (options) =>
        new Promise((resolve, reject) => {
          const { signal } = options ?? {};
          if (!signal || !('otp' in (options ?? {}))) return reject(new Error('no WebOTP request'));
          asked.push(signal);
          answers.push((credential) => resolve(credential as Credential));
          signal.addEventListener('abort', () => reject(signal.reason));
        });
    });
    await page.goto('/');
    await page.getByLabel('Text message').check();
    await page.getByLabel('Mobile number').fill('+44 7700 900123');
    await continueButton(page).click();
    await expect(codeField(page)).toBeFocused();
    await expect.poll(() => requests(page)).toEqual([false]);
  });

  /** Whether each request for a message has been ended. */
  const requests = (page: Page) =>
    page.evaluate(() => {
      const asked: AbortSignal[] = Reflect.get(window, 'asked');
      return asked.map((it) => it.aborted);
    });

  test('fills the code in and checks it', async ({ page }) => {
    const code = await emulator.code('+447700900123');
    await page.evaluate((text) => {
      const answers: ((credential: object) => void)[] = Reflect.get(window, 'answers');
      answers[0]?.({ code: text });
    }, code);
    await expectSignedIn(page);
  });

  test('is not waited for once the code is on its way', async ({ page }) => {
    await page.keyboard.type(await emulator.code('+447700900123'));
    await expectSignedIn(page);
    expect(await requests(page)).toEqual([true]);
  });

  test('is not waited for on another step', async ({ page }) => {
    await page.getByRole('button', { name: 'Use a different number' }).click();
    await expect(page.getByLabel('Mobile number')).toBeFocused();
    expect(await requests(page)).toEqual([true]);
  });

  test('is not waited for on another way to sign in', async ({ page }) => {
    await page.getByLabel('E-mail', { exact: true }).check();
    await expect(identifierField(page)).toBeVisible();
    expect(await requests(page)).toEqual([true]);
  });
});

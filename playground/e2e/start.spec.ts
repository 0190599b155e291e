import { expect, test } from '@playwright/test';
import { emulatorAt } from './emulator.ts';

const emulator = emulatorAt('http://localhost:4502');

test('a newcomer logs in after `npm start`', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Email address').fill('ana@example.com');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Verification code')).toBeFocused();
  await page.keyboard.type(await emulator.code('ana@example.com'));
  await expect(page.getByRole('heading', { name: 'You’re signed in' })).toBeVisible();
});

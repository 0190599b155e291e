import { expect, test } from '@playwright/test';
// In your app: from '@auth0-passwordless/emulator/testing/node'.
import { mailProviderDown, startAuth0, wrongCode } from '../src/startAuth0.ts';

// The example of the emulator's README: an app in a real browser. The playground's domain is fixed, so what it asks
// of it is led to an Auth0 that belongs to this test alone.
const domain = 'http://localhost:4500';

test('a person gets past a mail server that is down and a wrong code', async ({
  page,
  baseURL,
}) => {
  const auth0 = await startAuth0({ origins: [String(baseURL)], issuer: domain });
  const { port } = auth0;
  await page.route(`${domain}/**`, (route) =>
    route.continue({ url: route.request().url().replace(domain, `http://localhost:${port}`) }),
  );
  auth0.script([mailProviderDown(), wrongCode()]);

  await page.goto('/');
  await page.getByLabel('Email address').fill('ana@example.com');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).not.toBeEmpty();
  await page.keyboard.press('Enter');
  const field = page.getByLabel('Verification code');
  await expect(field).toBeFocused();

  const code = await auth0.codeFor('ana@example.com');
  await field.fill(auth0.wrongCodeFor('ana@example.com'));
  await expect(page.getByRole('alert')).toContainText('2 tries left');
  await field.fill(code);
  await expect(page.getByRole('heading', { name: 'You’re signed in' })).toBeVisible();

  await auth0.stop();
});

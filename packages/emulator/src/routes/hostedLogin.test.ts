import { describe, expect, it } from 'vitest';
import { createEmulator } from '../createEmulator.ts';
import { browserOf, callback } from '../testing/browser.ts';
import { callerOf } from '../testing/caller.ts';

/** Sits in front of the login page. */
async function setUp() {
  const emulator = createEmulator();
  const browser = browserOf(emulator);
  const page = await browser.authorize({ scope: 'offline_access' });
  const path = emulator.requests().at(-1);
  const state = String(path?.query.state);
  const submit = (fields: Record<string, string>) =>
    browser.open(`/u/login?state=${state}`, { method: 'POST', body: new URLSearchParams(fields) });
  return { emulator, ...browser, ...callerOf(emulator), page, submit };
}

describe('the hosted login page', () => {
  it('logs a person in with a code', async () => {
    const { page, submit, codeFor, post } = await setUp();
    expect(page.html).toContain('Log in to Native');
    expect((await submit({ email: 'ada@example.com' })).html).toContain('one-time-code');
    const back = await submit({ code: codeFor('ada@example.com') });
    expect([back.status, back.at]).toEqual([302, callback]);
    const { body } = await post('/oauth/token', {
      grant_type: 'authorization_code',
      client_id: 'native',
      redirect_uri: callback,
      code: back.parameters.code,
    });
    expect(body.refresh_token).toMatch(/^v1\./);
  });

  it('logs a person in by SMS', async () => {
    const { submit, codeFor } = await setUp();
    await submit({ email: '+14155550100' });
    expect((await submit({ code: codeFor('+14155550100') })).status).toBe(302);
  });

  it('says what is wrong, and goes on', async () => {
    const { submit, codeFor } = await setUp();
    expect((await submit({ email: 'food' })).html).toContain('email format validation failed');
    await submit({ email: 'ada@example.com' });
    expect((await submit({ code: 'wrong' })).html).toContain('Wrong email or verification code.');
    expect((await submit({ code: codeFor('ada@example.com') })).status).toBe(302);
  });

  it('asks for the second factor', async () => {
    const { emulator, submit, codeFor } = await setUp();
    const { mfaCode = '' } = emulator.setUser('ada@example.com', { mfa: true });
    await submit({ email: 'ada@example.com' });
    expect((await submit({ code: codeFor('ada@example.com') })).html).toContain(
      'authenticator app',
    );
    const state = String(emulator.requests().at(-1)?.query.state);
    const answer = (code: string) =>
      emulator.navigate(`/u/login?state=${state}`, {
        method: 'POST',
        body: new URLSearchParams({ code }),
      });
    expect((await answer('wrong')).status).toBe(200);
    expect((await answer(mfaCode)).headers.get('location')).toContain('?code=');
  });

  it('stops a silent login at the second factor', async () => {
    const { emulator, authorize, ticketFor } = await setUp();
    emulator.setUser('ada@example.com', { mfa: true });
    const login_ticket = await ticketFor();
    const { parameters } = await authorize({ login_ticket, prompt: 'none' });
    expect(parameters.error).toBe('mfa_required');
  });

  it('is there once', async () => {
    const { submit, codeFor, open } = await setUp();
    await submit({ email: 'ada@example.com' });
    await submit({ code: codeFor('ada@example.com') });
    expect((await submit({ email: 'ada@example.com' })).status).toBe(400);
    expect((await open('/u/login?state=unknown')).status).toBe(400);
  });
});

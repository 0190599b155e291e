import { describe, expect, it, vi } from 'vitest';
import { failureBody, failureStatuses } from '../handlerFailure.ts';
import { PasswordlessError, type PasswordlessErrorCode } from '../passwordlessError.ts';
import { createServerClient } from './serverClient.ts';

const email = { connection: 'email', email: 'ana@example.com' } as const;

/** A client whose server always gives this answer. */
function answering(status: number, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const fetch = vi.fn<typeof globalThis.fetch>(
    async () => new Response(text || null, { status, headers }),
  );
  const client = createServerClient({ baseUrl: '/passwordless', fetch, now: () => 1_000_000 });
  return { client, fetch };
}

const errorOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => new Error('The call did not fail.'),
    (error: unknown) => error,
  );

// The login against the real handler is in the contract tests of the package server.
describe('createServerClient', () => {
  it('posts JSON to the handler, with the cookies of the page', async () => {
    const { client, fetch } = answering(204, '');
    await client.start({ ...email, language: 'fr' });
    expect(fetch).toHaveBeenCalledExactlyOnceWith(
      '/passwordless/start',
      expect.objectContaining({
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...email, language: 'fr', send: 'code' }),
      }),
    );
    // Which is `same-origin` then.
    expect(fetch.mock.lastCall?.[1]).not.toHaveProperty('credentials');
  });

  it('gives null for a code, whatever the handler returns', async () => {
    const { client } = answering(200, { access_token: 'x' });
    await expect(client.exchangeCode({ ...email, code: '123456' })).resolves.toBeNull();
  });

  it('reads every error that the handler writes', async () => {
    for (const name of Object.keys(failureStatuses)) {
      // The keys of the table are the codes.
      const code = name as PasswordlessErrorCode;
      const body = failureBody(new PasswordlessError(code));
      const { client } = answering(failureStatuses[code], body);
      expect(await errorOf(client.start(email))).toMatchObject({
        code,
        status: failureStatuses[code],
      });
    }
  });

  it('keeps what is needed to go on: hint, factors and when to try again', async () => {
    const setupHint = { cause: 'c', setting: 's', fix: 'f' };
    const mfa = { token: 'sealed', factors: ['otp'] };
    const body = failureBody(
      new PasswordlessError('mfa_required', { setupHint, mfa }),
      'In short.',
    );
    const { client } = answering(429, body, { 'retry-after': '90' });
    const error = await errorOf(client.start(email));
    expect(error).toMatchObject({ setupHint, mfa, retryAt: 1_090_000 });
    expect(String(error)).toContain('In short.');
  });

  it.each<[string, number, unknown, PasswordlessErrorCode]>([
    ['a page that is not there', 404, '<h1>Not found</h1>', 'misconfigured'],
    ['a static host', 405, '', 'misconfigured'],
    ['a proxy whose server is down', 502, '<h1>Bad gateway</h1>', 'provider_down'],
    ['a proxy that limits', 429, 'Slow down', 'rate_limited'],
    ['a firewall', 403, '<h1>Forbidden</h1>', 'unexpected_response'],
    ['an error of somebody else', 400, { error: { code: 'E_OTHER' } }, 'unexpected_response'],
    ['a name that every object has', 400, { error: { code: 'toString' } }, 'unexpected_response'],
    ['an error that is text', 400, { error: 'wrong_code' }, 'unexpected_response'],
    ['an error that is null', 400, { error: null }, 'unexpected_response'],
  ])('takes %s for what it is', async (_, status, body, code) => {
    const { client } = answering(status, body);
    expect(await errorOf(client.start(email))).toMatchObject({ code, status });
  });
});

import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { PasswordlessError, type PasswordlessErrorCode } from './passwordlessError.ts';

describe('message', () => {
  it('names the library and the code', () => {
    expect(new PasswordlessError('offline').message).toBe('Auth0 Passwordless: offline.');
  });

  it('goes on with what is known', () => {
    expect(new PasswordlessError('network', { detail: 'No answer.' }).message).toBe(
      'Auth0 Passwordless: network. No answer.',
    );
  });

  it('says cause, setting and fix before it', () => {
    const setupHint = { cause: 'Why.', setting: 'Where.', fix: 'What.' };
    const error = new PasswordlessError('misconfigured', { setupHint, detail: 'Auth0 said so.' });
    expect(error.message).toBe(
      'Auth0 Passwordless: misconfigured. Why. Where. What. Auth0 said so.',
    );
    expect(error.setupHint).toBe(setupHint);
  });
});

describe('error', () => {
  it('is an Error with a name of its own', () => {
    const error = new PasswordlessError('timeout');
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('PasswordlessError');
    expect(String(error)).toBe('PasswordlessError: Auth0 Passwordless: timeout.');
  });

  it('keeps code, status, retryAt and cause', () => {
    const cause = new TypeError('Failed to fetch');
    const error = new PasswordlessError('rate_limited', { status: 429, retryAt: 1234, cause });
    expect(error).toMatchObject({ code: 'rate_limited', status: 429, retryAt: 1234 });
    expect(error.cause).toBe(cause);
  });

  it('has every optional member undefined when it was not given', () => {
    const { status, retryAt, setupHint, mfa, cause } = new PasswordlessError('blocked');
    expect([status, retryAt, setupHint, mfa, cause]).toEqual(Array(5).fill(undefined));
  });
});

describe('field', () => {
  it.each<[PasswordlessErrorCode, string | undefined]>([
    ['invalid_identifier', 'identifier'],
    ['incomplete_code', 'code'],
    ['ambiguous_code', 'code'],
    ['repeated_code', 'code'],
    ['wrong_code', 'code'],
    ['expired_code', 'code'],
    ['too_many_attempts', 'code'],
    ['captcha_required', 'captcha'],
    ['rate_limited', undefined],
    ['blocked', undefined],
    ['signup_disabled', undefined],
    ['delivery_failed', undefined],
    ['mfa_required', undefined],
    ['access_denied', undefined],
    ['misconfigured', undefined],
    ['offline', undefined],
    ['network', undefined],
    ['timeout', undefined],
    ['aborted', undefined],
    ['provider_down', undefined],
    ['unexpected_response', undefined],
  ])('of %s is %s', (code, field) => {
    expect(new PasswordlessError(code).field).toBe(field);
  });
});

describe('mfa', () => {
  const mfa = { token: 'Fe26.secret', factors: ['otp'] };
  const error = new PasswordlessError('mfa_required', { mfa, status: 403 });

  it('can be read', () => {
    expect(error.mfa).toBe(mfa);
  });

  it('is not enumerable: no logger, no JSON and no copy holds its token', () => {
    expect(Object.keys(error)).not.toContain('mfa');
    expect(inspect(error, { depth: 9 })).not.toContain('Fe26');
    expect(JSON.stringify(Object.assign({}, error))).not.toContain('Fe26');
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ code: 'mfa_required', status: 403 });
  });
});

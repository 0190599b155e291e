import { afterEach, describe, expect, it, vi } from 'vitest';
import { developerDetail, setupHint, type SetupProblem } from './setupHint.ts';

const problems: SetupProblem[] = [
  'domain',
  'clientId',
  'clientAuthentication',
  'grant',
  'connection',
  'origin',
  'audience',
  'request',
];

afterEach(() => {
  vi.unstubAllEnvs();
});

describe.each(problems)('%s', (problem) => {
  it('has a cause, a setting and a fix, each a whole sentence', () => {
    expect(setupHint(problem)).toEqual({
      cause: expect.stringMatching(/^[A-Z].{15,}\.$/),
      setting: expect.stringMatching(/^(Auth0 Dashboard > |The `?).{10,}\.$/),
      fix: expect.stringMatching(/^[A-Z].{15,}\.$/),
    });
  });

  it('says nothing in production', () => {
    vi.stubEnv('NODE_ENV', 'production');
    expect(setupHint(problem)).toBeUndefined();
  });
});

it('tells each problem in its own words', () => {
  expect(new Set(problems.map((problem) => setupHint(problem)?.fix)).size).toBe(problems.length);
});

it('names the grant and the application types that may have it', () => {
  expect(setupHint('grant')?.cause).toContain('Single Page App');
  expect(setupHint('grant')?.fix).toMatch(/Passwordless OTP.*Native/);
});

it('keeps the secret out of the browser', () => {
  expect(setupHint('clientAuthentication')?.fix).toMatch(/Never put the secret into the browser/);
});

it('says nothing, and breaks nothing, where there is no process', () => {
  vi.stubGlobal('process', undefined);
  try {
    expect([setupHint('grant'), developerDetail('Check this.')]).toEqual([undefined, undefined]);
  } finally {
    vi.unstubAllGlobals();
  }
});

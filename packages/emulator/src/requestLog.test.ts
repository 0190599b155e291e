import { describe, expect, it } from 'vitest';
import { createRequestLog } from './requestLog.ts';

const request = {
  method: 'POST',
  url: 'http://localhost:4400/x',
  header: () => undefined,
  body: {},
  at: 0,
};

describe('requestLog', () => {
  it('masks secrets at any depth, and keeps the rest', () => {
    const log = createRequestLog();
    log.add({ ...request, body: { otp: 123456, authParams: { state: 's', id_token: 'x' } } });
    expect(log.entries()[0]?.body).toEqual({
      otp: '[masked]',
      authParams: { state: 's', id_token: '[masked]' },
    });
  });

  it('has no status until the answer is there', () => {
    const log = createRequestLog();
    const answered = log.add(request);
    expect(log.entries()[0]?.status).toBeNull();
    answered(200);
    expect(log.entries()[0]?.status).toBe(200);
  });

  it('keeps the last thousand', () => {
    const log = createRequestLog();
    for (let at = 0; at < 1002; at += 1) log.add({ ...request, at });
    expect(log.entries()).toHaveLength(1000);
    expect(log.entries()[0]?.at).toBe(2);
  });
});

import { describe, expect, it } from 'vitest';
import { endUserIp, networkOf, type TrustedProxy } from './endUserIp.ts';

const headers = (forwarded: string) => new Headers({ 'x-forwarded-for': forwarded });

describe('endUserIp', () => {
  it.each<[string, string | undefined, TrustedProxy | undefined, string | undefined]>([
    ['6.6.6.6', '203.0.113.7', undefined, '203.0.113.7'],
    ['6.6.6.6', undefined, undefined, undefined],
    ['198.51.100.9', '10.0.0.1', {}, '198.51.100.9'],
    ['6.6.6.6, 198.51.100.9', '10.0.0.1', {}, '198.51.100.9'],
    ['6.6.6.6, 198.51.100.9, 10.0.0.2', '10.0.0.1', { hops: 2 }, '198.51.100.9'],
    ['198.51.100.9', '10.0.0.1', { hops: 2 }, undefined],
    ['', '10.0.0.1', {}, undefined],
    ['198.51.100.9:4711', '10.0.0.1', {}, '198.51.100.9'],
    ['[2001:DB8::1]:4711', '10.0.0.1', {}, '2001:db8::1'],
    ['6.6.6.6', '203.0.113.7', { isTrusted: (peer) => peer === '10.0.0.1' }, '203.0.113.7'],
  ])('of "%s" over %s by the rule %j is %s', (forwarded, peer, proxy, expected) => {
    expect(endUserIp(headers(forwarded), peer, proxy)).toBe(expected);
  });

  it('reads the header of the rule', () => {
    const own = new Headers({ 'cf-connecting-ip': '198.51.100.9', 'x-forwarded-for': '6.6.6.6' });
    expect(endUserIp(own, undefined, { header: 'cf-connecting-ip' })).toBe('198.51.100.9');
  });

  it.each(['::ffff:198.51.100.9', '::FFFF:198.51.100.9'])('writes %s as IPv4', (peer) => {
    expect(endUserIp(new Headers(), peer, undefined)).toBe('198.51.100.9');
  });

  it.each(['unknown', '1.2.3', '1.2.3.256', '1.2.3.4.5', ':::', 'g::1', '_hidden', '1:2', 'a'])(
    'takes "%s" for no address',
    (text) => {
      expect(endUserIp(new Headers(), text, undefined)).toBeUndefined();
    },
  );
});

describe('networkOf', () => {
  it.each([
    ['198.51.100.9', '198.51.100.9'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['::1', '0:0:0:0'],
    ['2001:db8:1:2::', '2001:db8:1:2'],
  ])('of %s is %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});

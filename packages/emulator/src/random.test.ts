import { afterEach, describe, expect, it, vi } from 'vitest';
import { randomDigits } from './random.ts';

afterEach(() => vi.restoreAllMocks());

describe('randomDigits', () => {
  it('keeps leading zeros, and discards the bytes that would favour 0 to 5', () => {
    const bytes = [250, 255, 0, 10, 249, 253, 7];
    vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
      if (array instanceof Uint8Array) array[0] = bytes.shift() ?? 255;
      return array;
    });
    expect(randomDigits(4)).toBe('0097');
  });

  it('draws every digit', () => {
    expect(new Set(randomDigits(1000)).size).toBe(10);
  });
});

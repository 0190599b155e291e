import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { countdown, useSecondsUntil } from './useSecondsUntil.ts';

const start = 1_800_000_000_000;

beforeEach(() => void vi.useFakeTimers({ now: start }));
afterEach(() => void vi.useRealTimers());

function Seconds({ instant }: { instant: number | null }) {
  return <output>{useSecondsUntil(instant)}</output>;
}

const seconds = () => screen.getByRole('status').textContent;
const pass = (milliseconds: number) => act(() => void vi.advanceTimersByTime(milliseconds));

it('counts whole seconds down to zero and then stops its timer', () => {
  render(<Seconds instant={start + 2500} />);
  expect(seconds()).toBe('3');
  pass(500);
  expect(seconds()).toBe('2');
  pass(1000);
  expect(seconds()).toBe('1');
  pass(1000);
  expect(seconds()).toBe('0');
  expect(vi.getTimerCount()).toBe(0);
});

it('is right at once when a sleeping machine wakes up', () => {
  render(<Seconds instant={start + 60_000} />);
  vi.setSystemTime(start + 50_000);
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  expect(seconds()).toBe('10');
});

it('is zero for an instant that has passed, and for none', () => {
  render(<Seconds instant={start - 1} />);
  expect(seconds()).toBe('0');
});

it('follows a new instant', () => {
  const { rerender } = render(<Seconds instant={null} />);
  rerender(<Seconds instant={start + 30_000} />);
  expect(seconds()).toBe('30');
});

it.each([
  [0, '0:00'],
  [9, '0:09'],
  [60, '1:00'],
  [600, '10:00'],
])('countdown: writes %i seconds as %s', (value, text) => {
  expect(countdown(value)).toBe(text);
});

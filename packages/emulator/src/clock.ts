/** The emulator's time. Codes, tokens and limits read no other clock. */
export interface Clock {
  /** The current time in epoch milliseconds. */
  readonly now: () => number;
  /** Moves the time forward, past a code's lifetime for example. `seconds` may not be negative. */
  readonly advance: (seconds: number) => void;
}

/**
 * @param base - The time to build on, in epoch milliseconds.
 * @returns A clock that runs as `base` does, plus whatever it was advanced by.
 */
export function createClock(base: () => number): Clock & { reset: () => void } {
  let offset = 0;
  return {
    now: () => base() + offset,
    advance(seconds) {
      // A clock that went back would bring dead codes to life again.
      if (!Number.isFinite(seconds) || seconds < 0) {
        throw new RangeError(
          `The clock only moves forward: seconds must be 0 or more, not ${seconds}.`,
        );
      }
      offset += seconds * 1000;
    },
    reset() {
      offset = 0;
    },
  };
}

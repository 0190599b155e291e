/** How long Auth0 takes to send a code: so long must a refusal take that nobody may know of. */
export interface Pace {
  /** Notes that Auth0 has sent a code, asked at `askedAt` (epoch milliseconds), in as many turns as `keep` takes. */
  readonly sent: (askedAt: number) => Promise<void>;
  /** Waits until one of the last sends, asked at `askedAt`, would have been over. */
  readonly keep: (askedAt: number) => Promise<void>;
}

const remembered = 64;
/** About what handing a message to a provider takes, for the first refusals after a start. */
const usualMilliseconds = 300;

/** Auth0 refuses at once, and sends only after a mail server has answered: the clock would tell who is known. */
export function createPace(now: () => number): Pace {
  const durations: number[] = [];
  let next = 0;
  return {
    async sent(askedAt) {
      durations[next % remembered] = now() - askedAt;
      next += 1;
    },
    async keep(askedAt) {
      const [random = 0] = globalThis.crypto.getRandomValues(new Uint32Array(1));
      // Any of them, so that both kinds of answers come as unevenly.
      const left = (durations[random % durations.length] ?? usualMilliseconds) - (now() - askedAt);
      if (left <= 0) return;
      await new Promise((resolve) => {
        setTimeout(resolve, left);
      });
    },
  };
}

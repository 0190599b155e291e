import { createEmulator, type Emulator, type EmulatorOptions } from './createEmulator.ts';
import type { PendingFault } from './faults.ts';
import type { Scenario } from './scenarios.ts';

/** An Auth0 for one test, or for many with `reset` between them. */
export interface TestAuth0 {
  /** For `createAuth0Client`: `http://localhost:4400`. */
  readonly domain: string;
  /** An application that may use the passwordless grant without a secret: `native`. */
  readonly clientId: string;
  /** Reaches it without a network: the `fetch` of `createAuth0Client`. */
  readonly fetch: typeof globalThis.fetch;
  /** Moves its time, past the three minutes of a code for example. Pass `clock.now` wherever `now` is taken. */
  readonly clock: Emulator['clock'];
  /** Everything else: its tenant's settings, users, messages and requests. */
  readonly emulator: Emulator;
  /**
   * The code of the newest message to somebody, as soon as there is one. Each message counts once: asked again, it
   * waits for the next one, such as after "Send a new code".
   *
   * @param identifier - An e-mail address, or a phone number that begins with `+`.
   * @param options.signal - Ends the waiting.
   * @throws The signal's reason, once aborted: after 4 seconds of real time unless `signal` says otherwise.
   */
  readonly codeFor: (identifier: string, options?: { signal?: AbortSignal }) => Promise<string>;
  /** Digits of the same number that are not the newest code of somebody. */
  readonly wrongCodeFor: (identifier: string) => string;
  /** Lets scenarios happen to the next calls, one after the other; starts and exchanges have a queue each. */
  readonly script: (scenarios: readonly Scenario[]) => void;
  /** @throws {Error} That names the scenarios that nothing has met yet. */
  readonly assertAllPlayed: () => void;
  /** As new: no messages, users, limits or scenarios. */
  readonly reset: () => void;
}

/** What a test needs, around an emulator that exists. */
export function testAuth0(emulator: Emulator): TestAuth0 {
  const seen = new Set<string>();
  let script: { name: string; fault: PendingFault }[] = [];
  const newest = (to: string) =>
    emulator.outbox.messages({ to }).find(({ code }) => code !== undefined);

  const takeCode = (to: string) => {
    const message = newest(to);
    if (message?.code === undefined || seen.has(message.id)) return undefined;
    seen.add(message.id);
    return message.code;
  };

  return {
    domain: new URL(emulator.issuer).origin,
    clientId: 'native',
    fetch: emulator.fetch,
    clock: emulator.clock,
    emulator,
    codeFor(identifier, { signal = AbortSignal.timeout(4000) } = {}) {
      return new Promise((resolve, reject) => {
        const settle = () => {
          const code = signal.aborted ? undefined : takeCode(identifier);
          if (code === undefined && !signal.aborted) return;
          stopListening();
          signal.removeEventListener('abort', settle);
          if (code === undefined) {
            reject(new Error(`No new code was sent to ${identifier}.`, { cause: signal.reason }));
          } else resolve(code);
        };
        const stopListening = emulator.outbox.subscribe(settle);
        signal.addEventListener('abort', settle);
        settle();
      });
    },
    wrongCodeFor(identifier) {
      const code = newest(identifier)?.code ?? '000000';
      return code.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
    },
    script(scenarios) {
      const added = scenarios.map(({ name, rule }) => ({ name, fault: emulator.failNext(rule) }));
      script = [...script, ...added];
    },
    assertAllPlayed() {
      const left = script.filter(({ fault }) => fault.hitsLeft() > 0);
      if (left.length === 0) return;
      const list = left.map(({ name, fault }) => `${name}, ${fault.hitsLeft()} left`).join('; ');
      throw new Error(
        `Not every scenario was met: ${list}. A test that scripts what never happens proves nothing: let it happen, or leave the scenario out.`,
      );
    },
    reset() {
      emulator.reset();
      seen.clear();
      script = [];
    },
  };
}

/**
 * Makes an Auth0 in the page or process of a test: no port, no network.
 *
 * @param options - Those of `createEmulator`.
 *
 * @example
 * ```ts
 * import { createTestAuth0, wrongCode } from '@auth0-passwordless/emulator/testing';
 *
 * const auth0 = createTestAuth0();
 * auth0.script([wrongCode(3)]);
 * ```
 */
export const createTestAuth0 = (options: EmulatorOptions = {}): TestAuth0 =>
  testAuth0(createEmulator(options));

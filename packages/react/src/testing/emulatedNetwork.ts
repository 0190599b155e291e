/**
 * Takes the network from the page, as far as a page can tell: `navigator.onLine`, the event `offline`, and
 * every `fetch` that goes through {@link throughNetwork}.
 */
export function dropNetwork(): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
  window.dispatchEvent(new Event('offline'));
}

/** Gives it back. Does nothing when it was there. */
export function restoreNetwork(): void {
  if (!Object.hasOwn(navigator, 'onLine')) return;
  // The browser's own answer is on the prototype.
  Reflect.deleteProperty(navigator, 'onLine');
  window.dispatchEvent(new Event('online'));
}

/** A `fetch` that rejects while the network is away, with what browsers reject with. */
export function throughNetwork(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return (input, init) =>
    navigator.onLine ? fetch(input, init) : Promise.reject(new TypeError('Failed to fetch'));
}

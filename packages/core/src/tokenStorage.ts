/** Where a session is kept between page loads: the part of the Web's `Storage` that it takes. */
export interface TokenStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export type StorageChoice = 'memory' | 'sessionStorage' | 'localStorage' | TokenStorage;

/** The storage of that name; `undefined` for memory, on a server, and where the browser blocks it. */
export function findStorage(choice: StorageChoice = 'memory'): TokenStorage | undefined {
  if (typeof choice === 'object') return choice;
  if (choice === 'memory') return undefined;
  try {
    // Not the bare global: Node has one too, and what it stores is every visitor's.
    return globalThis.window?.[choice];
  } catch {
    return undefined;
  }
}

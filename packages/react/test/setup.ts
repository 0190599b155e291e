import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(() => {
  cleanup();
  // What a login leaves for a reload is not for the next test.
  globalThis.window?.sessionStorage.clear();
});

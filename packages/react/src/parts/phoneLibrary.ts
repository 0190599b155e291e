import type * as Library from 'libphonenumber-js/min';

export type PhoneLibrary = typeof Library;

let loading: Promise<PhoneLibrary> | undefined;

/** Loads libphonenumber once. Rejects when it cannot be had, and tries again at the next call. */
export function loadPhoneLibrary(): Promise<PhoneLibrary> {
  loading ??= import('libphonenumber-js/min').catch((cause: unknown) => {
    loading = undefined;
    throw cause;
  });
  return loading;
}

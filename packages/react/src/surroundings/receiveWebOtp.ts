import type { RefObject } from 'react';
import { writeInputValue } from '../writeInputValue.ts';

/** TypeScript's DOM library has no WebOTP. */
interface OtpCredential {
  readonly code: string;
}
interface OtpRequestOptions extends CredentialRequestOptions {
  readonly otp: { readonly transport: readonly ['sms'] };
}

/**
 * Waits for a message whose last line is `@` and the page's host, a blank, `#` and the code, and puts the code
 * into the field as if it had been typed. Does nothing when the person refuses, the message never comes or the
 * signal ends the wait.
 *
 * @see {@link https://wicg.github.io/web-otp/ WebOTP API}
 */
export async function receiveWebOtp(
  signal: AbortSignal,
  { current: field }: RefObject<HTMLInputElement | null>,
): Promise<void> {
  const options: OtpRequestOptions = { otp: { transport: ['sms'] }, signal };
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the options above ask for this kind only
    const credential = (await navigator.credentials.get(options)) as OtpCredential | null;
    if (credential && field && !signal.aborted) writeInputValue(field, credential.code);
  } catch {
    // Refused, ended or not available: the person types the code.
  }
}

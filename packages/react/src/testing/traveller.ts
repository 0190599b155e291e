import type { UserEvent } from '@testing-library/user-event';
import type { EmulatedAuth0 } from './EmulatedAuth0.tsx';
import { byKeyboard } from './byKeyboard.ts';

/** Who a login is played for, and on which page. */
export interface Traveller {
  readonly canvasElement: HTMLElement;
  readonly auth0: EmulatedAuth0;
  readonly userEvent: Pick<UserEvent, 'tab' | 'keyboard' | 'paste'>;
  readonly waitFor: <T>(check: () => T) => Promise<T>;
}

export const email = 'ana@example.com';
export const phoneNumber = '+447700900123';

export const loginStatus = (canvasElement: HTMLElement) =>
  canvasElement.querySelector('.auth0-passwordless')?.getAttribute('data-status');

/** Finds fields by what browsers and password managers find them by, in any language and markup. */
const selectors = {
  identifier: 'input[name=identifier]',
  code: 'input[autocomplete=one-time-code]:not([aria-hidden=true])',
  resend: '.apl-resend button',
  error: '.apl-error',
} as const;

export function find(
  { canvasElement, waitFor }: Traveller,
  name: keyof typeof selectors,
): Promise<HTMLElement> {
  return waitFor(() => {
    const element = canvasElement.querySelector<HTMLElement>(selectors[name]);
    if (!element) throw new Error(`No ${name} here: ${selectors[name]}`);
    return element;
  });
}

export function reach({ canvasElement, waitFor }: Traveller, ...statuses: readonly string[]) {
  return waitFor(() => {
    const status = loginStatus(canvasElement) ?? 'no login';
    if (!statuses.includes(status)) throw new Error(`Not ${statuses.join(' or ')}, but ${status}.`);
  });
}

export async function submitIdentifier(traveller: Traveller, text?: string): Promise<void> {
  const field = await find(traveller, 'identifier');
  const kind = field.getAttribute('type') === 'tel' ? phoneNumber : email;
  await byKeyboard(traveller.userEvent, field, `${text ?? kind}{Enter}`);
}

/** Asks for a message, and waits for what Auth0 says about it. */
export async function isRefusedAtStart(traveller: Traveller): Promise<void> {
  await submitIdentifier(traveller);
  await find(traveller, 'error');
}

export async function typeCode(traveller: Traveller, code: string): Promise<void> {
  const field = await find(traveller, 'code');
  await byKeyboard(traveller.userEvent, field, `{Control>}a{/Control}${code}`);
}

/** Types a code, and waits for what Auth0 says about it. */
export const isRefused = async (traveller: Traveller, code = traveller.auth0.code()) => {
  await typeCode(traveller, code);
  await reach(traveller, 'enteringCode');
  await find(traveller, 'error');
};

export async function toCodeStep(traveller: Traveller): Promise<void> {
  await submitIdentifier(traveller);
  await reach(traveller, 'enteringCode');
}

export async function resend(traveller: Traveller): Promise<void> {
  await byKeyboard(traveller.userEvent, await find(traveller, 'resend'), '{Enter}');
}

/** The clock went on while nobody looked, as after sleep. */
export function wake({ emulator }: EmulatedAuth0, seconds: number): void {
  emulator.clock.advance(seconds);
  document.dispatchEvent(new Event('visibilitychange'));
}

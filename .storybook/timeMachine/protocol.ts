/** What goes through Storybook's channel: orders to the story, and back what it looks like there. */
export const orderEvent = 'auth0-passwordless/time-machine/order';
export const reportEvent = 'auth0-passwordless/time-machine/report';

export type Order =
  /** Asks for a report: the panel was opened. */
  | { readonly type: 'look' }
  | { readonly type: 'jump'; readonly to: string }
  | { readonly type: 'advance'; readonly seconds: number }
  | { readonly type: 'expire' }
  | { readonly type: 'network'; readonly isOnline: boolean }
  | { readonly type: 'fail'; readonly failure: string }
  | { readonly type: 'fillIn' }
  | { readonly type: 'reload' }
  | { readonly type: 'restart' };

export interface Report {
  /** `null` where the story has no login in it. */
  readonly status: string | null;
  /** Where to jump to. */
  readonly journeys: readonly string[];
  /** While a journey types and clicks: whoever takes the focus from it now ends it. */
  readonly isTravelling: boolean;
  /** What the last jump came to, when it did not arrive. */
  readonly problem: string | null;
  /** How far the story's clock is ahead. */
  readonly secondsAhead: number;
  readonly secondsToExpiry: number | null;
  readonly isOnline: boolean;
  readonly code: string | null;
}

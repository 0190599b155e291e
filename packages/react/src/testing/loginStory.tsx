import type { StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { PasswordlessLogin, type StepRenderProps } from '../PasswordlessLogin.tsx';
import type { UsePasswordlessLoginOptions } from '../usePasswordlessLogin.ts';
import type { EmulatedAuth0 } from './EmulatedAuth0.tsx';
import { type JourneyName, journeys, linkJourneys } from './journeys.ts';
import { loginStatus, type Traveller } from './traveller.ts';

/** The props without `children`, which replace what most stories are about. */
export type LoginArgs = UsePasswordlessLoginOptions & StepRenderProps;

export type LoginStory = StoryObj<LoginArgs>;
export type PlayContext = Parameters<NonNullable<LoginStory['play']>>[0];

/** Loaded by `.storybook/preview.tsx`; Storybook types what loaders give as `any`. */
export const auth0Of = (loaded: Record<string, unknown>) => loaded['auth0'] as EmulatedAuth0;

/**
 * Renders a login that shares nothing with the story before: an entry in the storage and a channel of its own.
 * The browser's history is Storybook's, so only stories about it use it.
 */
export const renderLogin: NonNullable<LoginStory['render']> = (args, { loaded }) => (
  // `revealsUnknown`: else a login without an account looks like any other, and there would be nothing to show.
  <PasswordlessLogin
    storageKey={auth0Of(loaded).storageKey}
    history={false}
    revealsUnknown
    {...args}
  />
);

/** Plays a login to a state that has a name. */
export async function travel(context: PlayContext, to: JourneyName): Promise<void> {
  await { ...journeys, ...linkJourneys }[to](travellerOf(context));
}

const travellerOf = ({ canvasElement, loaded, userEvent }: PlayContext): Traveller => ({
  canvasElement,
  auth0: auth0Of(loaded),
  userEvent,
  waitFor,
});

export const reaches = ({ canvasElement }: PlayContext, expected: string) =>
  waitFor(() => expect(loginStatus(canvasElement)).toBe(expected));

/** Requests to a path, without preflights. */
export const callsTo = ({ loaded }: PlayContext, path: string) =>
  auth0Of(loaded)
    .emulator.requests()
    .filter((request) => request.method !== 'OPTIONS' && request.path === path).length;

import type { Decorator } from '@storybook/react-vite';
import { auth0Of } from '../packages/react/src/testing/loginStory.tsx';
import { TimeTraveller } from './timeMachine/TimeTraveller.tsx';

/** Gives each story its own Auth0, and the time machine a hand on it. */
export const withEmulatedAuth0: Decorator = (Story, { args, canvasElement, loaded, viewMode }) => {
  const auth0 = auth0Of(loaded);
  return (
    <>
      <auth0.Provider>
        <Story />
      </auth0.Provider>
      {viewMode === 'story' && (
        <TimeTraveller
          auth0={auth0}
          canvasElement={canvasElement}
          sendsLinks={args['send'] === 'link'}
        />
      )}
    </>
  );
};

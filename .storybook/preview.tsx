import addonA11y from '@storybook/addon-a11y';
import addonDocs from '@storybook/addon-docs';
import { definePreview } from '@storybook/react-vite';
import { configure } from 'storybook/test';
import { createEmulatedAuth0 } from '../packages/react/src/testing/EmulatedAuth0.tsx';
import { restoreNetwork } from '../packages/react/src/testing/emulatedNetwork.ts';
import './preview.css';
import { reachByKeyboard } from './reachByKeyboard.ts';
import { withEmulatedAuth0 } from './withEmulatedAuth0.tsx';
import { withLook } from './withLook.ts';

// A machine with much else to do is slow, not wrong.
configure({ asyncUtilTimeout: 20_000 });

export default definePreview({
  addons: [addonA11y(), addonDocs()],
  globalTypes: {
    theme: {
      description: 'Light or dark',
      toolbar: {
        title: 'Theme',
        icon: 'contrast',
        items: [
          { value: 'system', title: 'As the system' },
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { theme: 'system' },
  loaders: [
    ({ parameters }) => {
      // What another story took away.
      restoreNetwork();
      return { auth0: createEmulatedAuth0(parameters['auth0']) };
    },
  ],
  decorators: [withEmulatedAuth0, withLook],
  afterEach: reachByKeyboard,
  parameters: {
    a11y: { test: 'error' },
    layout: 'padded',
    viewport: {
      options: {
        narrow: { name: '320 px', styles: { width: '320px', height: '640px' } },
      },
    },
    options: {
      storySort: {
        order: [
          'Guide',
          [
            'Getting started',
            'Clients',
            'Styling and anatomy',
            'Own markup',
            'Away and back',
            'Events',
            'Accessibility',
            'Security',
            'Testing your app',
          ],
          'PasswordlessLogin',
          [
            'Controls',
            'Statuses',
            'When something fails',
            'Time, network and tabs',
            'Variations',
            'Own markup',
          ],
        ],
      },
    },
  },
  tags: ['autodocs'],
});

import { defineMain } from '@storybook/react-vite/node';

export default defineMain({
  framework: '@storybook/react-vite',
  stories: ['../packages/*/docs/**/*.mdx', '../packages/*/src/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  typescript: { reactDocgen: 'react-docgen' },
  viteFinal: async (config) => {
    const { mergeConfig, defaultClientConditions } = await import('vite');
    return mergeConfig(config, {
      // Relative, so that the built site works under any path of a file server.
      base: './',
      resolve: { conditions: ['@auth0-passwordless/source', ...defaultClientConditions] },
    });
  },
});

import type { Decorator } from '@storybook/react-vite';

/** Theme and zoom of the page, by the toolbar or by a story's `globals` and `parameters`. */
export const withLook: Decorator = (Story, { globals, parameters }) => {
  const { dataset } = document.documentElement;
  dataset['theme'] = String(globals['theme']);
  dataset['zoom'] = String(parameters['zoom'] ?? 'none');
  return Story();
};

/** @jsxRuntime classic -- Storybook’s manager has a React of its own, and that one by name alone. */
import React from 'react';
import { addons, types } from 'storybook/manager-api';
import { TimeMachinePanel } from './TimeMachinePanel.tsx';

const id = 'auth0-passwordless/time-machine';

addons.register(id, () => {
  addons.add(`${id}/panel`, {
    type: types.PANEL,
    title: 'Time machine',
    render: ({ active }) => <TimeMachinePanel isActive={active ?? false} />,
  });
});

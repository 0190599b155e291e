/** @jsxRuntime classic -- Storybook’s manager has a React of its own, and that one by name alone. */
import React, { type ReactNode, useEffect, useState } from 'react';
import { STORY_RENDERED } from 'storybook/internal/core-events';
import { AddonPanel, Badge, Button, Form } from 'storybook/internal/components';
import { useChannel } from 'storybook/manager-api';
import { styled } from 'storybook/theming';
import { failures } from './failures.ts';
import { type Order, orderEvent, type Report, reportEvent } from './protocol.ts';

const Layout = styled.fieldset(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(19rem, 1fr))',
  gap: 20,
  margin: 0,
  padding: 16,
  border: 0,
  color: theme.color.defaultText,
  fontSize: theme.typography.size.s2,
}));

const Group = styled.fieldset({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  margin: 0,
  padding: 0,
  border: 0,
});

const Legend = styled.legend(({ theme }) => ({
  padding: '0 0 6px',
  color: theme.textMutedColor,
  fontSize: theme.typography.size.s1,
  fontWeight: theme.typography.weight.bold,
}));

/** Moves the story's login through its states, its time and its troubles. */
export function TimeMachinePanel({ isActive }: { isActive: boolean }): ReactNode {
  const [report, setReport] = useState<Report | null>(null);
  const [failure, setFailure] = useState('');
  const emit = useChannel({
    [reportEvent]: (newest: Report) => setReport(newest),
    [STORY_RENDERED]: () => emit(orderEvent, { type: 'look' } satisfies Order),
  });
  const order = (newest: Order) => emit(orderEvent, newest);
  useEffect(() => {
    if (isActive) emit(orderEvent, { type: 'look' } satisfies Order);
  }, [isActive, emit]);

  return (
    <AddonPanel active={isActive}>
      {report?.status ? (
        <Controls report={report} order={order} failure={failure} chooseFailure={setFailure} />
      ) : (
        <Layout>This page has no login. Open a story of PasswordlessLogin.</Layout>
      )}
    </AddonPanel>
  );
}

interface ControlsProps {
  report: Report;
  order: (order: Order) => void;
  failure: string;
  chooseFailure: (failure: string) => void;
}

function Controls({ report, order, failure, chooseFailure }: ControlsProps): ReactNode {
  const { isTravelling, status, secondsAhead, secondsToExpiry, isOnline, code, problem } = report;
  return (
    <Layout disabled={isTravelling}>
      <Group>
        <Legend>State</Legend>
        <Badge>{status}</Badge>
        <Form.Select
          aria-label="Jump to a state"
          value=""
          size="auto"
          onChange={({ currentTarget }) => {
            const to = currentTarget.value;
            if (to) order({ type: 'jump', to });
          }}
        >
          <option value="">Jump to…</option>
          {report.journeys.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </Form.Select>
        <Button ariaLabel={false} onClick={() => order({ type: 'reload' })}>
          Reload the page
        </Button>
        <Button ariaLabel={false} onClick={() => order({ type: 'restart' })}>
          Begin again
        </Button>
        {problem && <span role="alert">{problem}</span>}
      </Group>
      <Group>
        <Legend>Clock</Legend>
        <Badge>{secondsAhead} s ahead</Badge>
        {[10, 30].map((seconds) => (
          <Button
            key={seconds}
            ariaLabel={false}
            onClick={() => order({ type: 'advance', seconds })}
          >
            +{seconds} s
          </Button>
        ))}
        <Button
          ariaLabel={false}
          disabled={!secondsToExpiry}
          onClick={() => order({ type: 'expire' })}
        >
          To the code’s end
        </Button>
      </Group>
      <Group>
        <Legend>Network</Legend>
        <Badge>{isOnline ? 'online' : 'offline'}</Badge>
        <Button ariaLabel={false} onClick={() => order({ type: 'network', isOnline: !isOnline })}>
          {isOnline ? 'Drop it' : 'Restore it'}
        </Button>
      </Group>
      <Group>
        <Legend>Next call</Legend>
        <Form.Select
          aria-label="Fail the next call"
          value={failure}
          size="auto"
          onChange={({ currentTarget }) => {
            const { value } = currentTarget;
            chooseFailure(value);
            if (value) order({ type: 'fail', failure: value });
          }}
        >
          <option value="">Let it fail…</option>
          {Object.keys(failures).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </Form.Select>
      </Group>
      <Group>
        <Legend>Newest code</Legend>
        <Badge>{code ?? 'none sent'}</Badge>
        <Button ariaLabel={false} disabled={!code} onClick={() => order({ type: 'fillIn' })}>
          Fill it in
        </Button>
      </Group>
    </Layout>
  );
}

import { type ReactNode, useEffect } from 'react';
import { addons } from 'storybook/preview-api';
import { userEvent, waitFor } from 'storybook/test';
import type { EmulatedAuth0 } from '../../packages/react/src/testing/EmulatedAuth0.tsx';
import { dropNetwork, restoreNetwork } from '../../packages/react/src/testing/emulatedNetwork.ts';
import { type Journey, journeys, linkJourneys } from '../../packages/react/src/testing/journeys.ts';
import { loginStatus, wake } from '../../packages/react/src/testing/traveller.ts';
import { failures } from './failures.ts';
import { type Order, orderEvent, type Report, reportEvent } from './protocol.ts';

interface TimeTravellerProps {
  auth0: EmulatedAuth0;
  canvasElement: HTMLElement;
  sendsLinks: boolean;
}

/** The time machine's end in the story: carries orders out and reports what is to be seen. Renders nothing. */
export function TimeTraveller({ auth0, canvasElement, sendsLinks }: TimeTravellerProps): ReactNode {
  useEffect(() => {
    const { emulator } = auth0;
    const channel = addons.getChannel();
    const known: Readonly<Record<string, Journey>> = sendsLinks ? linkJourneys : journeys;
    // The emulator's clock runs as the system's until it is moved.
    const startedAt = emulator.clock.now() - Date.now();
    let problem: string | null = null;
    let isTravelling = false;

    const report = () => {
      const now = emulator.clock.now();
      const expiresAt = auth0.expiresAt();
      channel.emit(reportEvent, {
        status: loginStatus(canvasElement) ?? null,
        journeys: Object.keys(known),
        isTravelling,
        problem,
        secondsAhead: Math.round((now - Date.now() - startedAt) / 1000),
        secondsToExpiry: expiresAt && Math.max(0, Math.ceil((expiresAt - now) / 1000)),
        isOnline: navigator.onLine,
        code: auth0.code() || null,
      } satisfies Report);
    };

    const jump = async (to: string) => {
      restoreNetwork();
      const old = canvasElement.querySelector('.auth0-passwordless');
      auth0.restart();
      const traveller = { canvasElement, auth0, userEvent: userEvent.setup(), waitFor };
      await waitFor(() => {
        const isNew = !old?.isConnected && loginStatus(canvasElement) === 'enteringIdentifier';
        if (!isNew) throw new Error('The login before is still there.');
      });
      await known[to]?.(traveller);
    };

    const fail = (name: string) => {
      const rule = failures[name];
      if (rule) emulator.failNext(rule);
    };

    const carryOut = async (order: Order) => {
      problem = null;
      switch (order.type) {
        case 'look':
          break;
        case 'jump':
          isTravelling = true;
          report();
          await jump(order.to);
          break;
        case 'advance':
          wake(auth0, order.seconds);
          break;
        case 'expire':
          wake(auth0, Math.max(0, ((auth0.expiresAt() ?? 0) - emulator.clock.now()) / 1000));
          break;
        case 'network':
          if (order.isOnline) restoreNetwork();
          else dropNetwork();
          break;
        case 'fail':
          fail(order.failure);
          break;
        case 'fillIn':
          await fillIn(canvasElement, auth0.code());
          break;
        case 'reload':
          auth0.reload();
          break;
        case 'restart':
          restoreNetwork();
          auth0.restart();
      }
    };

    // One after the other: a journey takes its time.
    let before = Promise.resolve();
    const obey = (order: Order) => {
      before = before
        .then(() => carryOut(order))
        .catch((error: unknown) => {
          problem = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
        })
        .finally(() => {
          isTravelling = false;
          report();
        });
    };

    const observer = new MutationObserver(report);
    observer.observe(canvasElement, { subtree: true, attributeFilter: ['data-status'] });
    const unsubscribe = emulator.outbox.subscribe(report);
    channel.on(orderEvent, obey);
    report();
    return () => {
      observer.disconnect();
      unsubscribe();
      channel.off(orderEvent, obey);
    };
  }, [auth0, canvasElement, sendsLinks]);
  return null;
}

/** Pastes the code as a person would: whatever input the markup has. */
async function fillIn(canvasElement: HTMLElement, code: string): Promise<void> {
  const field = canvasElement.querySelector<HTMLInputElement>(
    'input[autocomplete=one-time-code]:not([aria-hidden=true])',
  );
  if (!field) throw new Error('There is no field for a code on this screen.');
  field.focus();
  await userEvent.setup().paste(code);
}

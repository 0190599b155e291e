import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { type LoginReport, PasswordlessLogin } from '../src/index.ts';
import { createEmulatedAuth0 } from '../src/testing/EmulatedAuth0.tsx';
import { restoreNetwork } from '../src/testing/emulatedNetwork.ts';
import { journeys, linkJourneys } from '../src/testing/journeys.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = (name: string) => read(`packages/react/docs/${name}.mdx`);

/** The first column of the tables of a page, without its backticks. */
const firstCells = (text: string) =>
  Array.from(text.matchAll(/^\| `([^`]+)`/gm), ([, name = '']) => name);

const sorted = (names: Iterable<string>) => Array.from(new Set(names)).sort();

afterEach(restoreNetwork);

it('Styling and anatomy: every class and attribute of the markup is there, and no other', async () => {
  const found = new Set<string>();
  for (const [send, ways] of [
    ['code', journeys],
    ['link', linkJourneys],
  ] as const) {
    for (const journey of Object.values(ways)) {
      const auth0 = createEmulatedAuth0();
      const { container, unmount } = render(
        <auth0.Provider>
          <PasswordlessLogin
            revealsUnknown
            send={send}
            storageKey={auth0.storageKey}
            history={false}
          />
        </auth0.Provider>,
      );
      const traveller = { canvasElement: container, auth0, userEvent: userEvent.setup(), waitFor };
      await journey(traveller);
      // What the last event of the journey has changed is rendered by the next one.
      await traveller.userEvent.keyboard('{Shift}');
      for (const element of container.querySelectorAll('*')) {
        for (const name of element.classList) found.add(name);
        for (const name of element.getAttributeNames())
          if (name.startsWith('data-')) found.add(name);
      }
      unmount();
      restoreNetwork();
    }
  }
  const documented = firstCells(page('stylingAndAnatomy')).filter((name) => !name.startsWith('--'));
  expect(sorted(documented)).toEqual(sorted(found));
}, 60_000);

it('Styling and anatomy: every custom property of the style sheet is there, and no other', () => {
  const inSheet = read('packages/react/src/styles.css').matchAll(/(--apl-[a-z-]+):/g);
  const documented = firstCells(page('stylingAndAnatomy')).filter((name) => name.startsWith('--'));
  expect(sorted(documented)).toEqual(sorted(Array.from(inSheet, ([, name = '']) => name)));
});

it('Events: every type of a report is there, and no other', () => {
  const types: Record<LoginReport['type'], true> = {
    codeSent: true,
    linkSent: true,
    sendFailed: true,
    codeFilled: true,
    exchanged: true,
    exchangeFailed: true,
    inputRefused: true,
    waitingForNetwork: true,
    identifierEdited: true,
    restored: true,
    mfaRequired: true,
    signedInElsewhere: true,
    authenticated: true,
  };
  expect(sorted(firstCells(page('events')).filter((name) => name !== 'type'))).toEqual(
    sorted(Object.keys(types)),
  );
});

const files = ['packages/react/src', '.storybook/site', 'playground/e2e'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
    join(folder, path),
  ),
);
const proofs = Array.from(
  page('accessibility').matchAll(/`(\S+\.(?:stories|test|spec)\.tsx?) › ([^`]+)`/g),
  ([, file = '', title = '']) => ({ file, title }),
);

it('Accessibility: each of the criteria has a proof', () => {
  const rows = page('accessibility').match(/^\| (\d\.\d+\.\d+ |Forced)/gm);
  expect(rows).not.toBeNull();
  expect(proofs).toHaveLength(rows?.length ?? 0);
});

it.each(proofs)('Accessibility: there is a test $file › $title', ({ file, title }) => {
  const path = files.find((known) => known.endsWith(file));
  expect(path).toBeDefined();
  const text = read(path ?? '');
  expect([text.includes(`'${title}'`), text.includes(`export const ${title}:`)]).toContain(true);
});

it('Guide: what one page links to in the sidebar is there', () => {
  const pages = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.mdx'));
  const known = pages.map(
    (name) => /<Meta title="([^"]+)"/.exec(read(`packages/react/docs/${name}`))?.[1],
  );
  const ids = known.map((title = '') => `${title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}--docs`);
  const links = pages.flatMap((name) =>
    Array.from(
      read(`packages/react/docs/${name}`).matchAll(/path=\/docs\/(guide-[a-z-]+)/g),
      ([, id = '']) => id,
    ),
  );
  expect(links.length).toBeGreaterThan(0);
  expect(ids).toEqual(expect.arrayContaining(links));
});

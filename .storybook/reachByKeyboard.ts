import { expect, waitFor } from 'storybook/test';

const controls = 'input:not([hidden]), button, select, a[href]';

interface Stage {
  canvasElement: HTMLElement;
  userEvent: { tab: () => Promise<void> };
}

/** The controls that Tab comes to, and those it should come to, in the order of the page. */
async function walk({ canvasElement, userEvent }: Stage) {
  const expected = [...canvasElement.querySelectorAll<HTMLElement>(controls)].filter(
    (control) => control.tabIndex >= 0 && control.checkVisibility({ visibilityProperty: true }),
  );
  expected[0]?.focus();
  const reached = [document.activeElement];
  while (reached.length < expected.length) {
    // oxlint-disable-next-line no-await-in-loop -- one press after the other
    await userEvent.tab();
    reached.push(document.activeElement);
  }
  return { expected, reached };
}

/**
 * After each story that runs as a test: every control of the login is reached by the Tab key alone, in the order of the page, and none
 * holds the focus back. Then the focus returns to where the story left it.
 */
export async function reachByKeyboard(stage: Stage): Promise<void> {
  // Only where stories are tests: whoever looks at one keeps the focus.
  if (!Reflect.has(globalThis, '__vitest_browser__')) return;
  const left = document.activeElement;
  if (!stage.canvasElement.querySelector(controls)) return;
  // A login that is still rendering what the story did has other controls in a moment.
  await waitFor(async () => {
    const { expected, reached } = await walk(stage);
    await expect(reached).toEqual(expected);
  });
  if (left instanceof HTMLElement) left.focus();
}

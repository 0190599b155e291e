import type { UserEvent } from '@testing-library/user-event';

/** More than any login has controls. */
const mostPresses = 40;

/**
 * What a person does who has no pointer: goes to an element by the Tab key, then presses keys.
 *
 * @throws When Tab does not come there.
 */
export async function byKeyboard(
  user: Pick<UserEvent, 'tab' | 'keyboard'>,
  element: HTMLElement,
  keys: string,
): Promise<void> {
  for (let presses = 0; document.activeElement !== element; presses += 1) {
    if (presses === mostPresses) throw new Error(`Tab does not come to <${element.localName}>.`);
    await user.tab();
  }
  await user.keyboard(keys);
}

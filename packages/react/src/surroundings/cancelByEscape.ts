import type { Surrounding } from './surroundLogin.ts';

/** Escape in the form ends the request in flight; the person stays where they are. */
export const cancelByEscape: Surrounding = ({ elements, actions }) => {
  const cancel = ({ key, target }: KeyboardEvent) => {
    if (key !== 'Escape') return;
    const isOurs = [elements.identifier, elements.code].some(({ current }) =>
      current?.form?.contains(target instanceof Node ? target : null),
    );
    if (isOurs) actions.cancel();
  };
  document.addEventListener('keydown', cancel);
  return () => document.removeEventListener('keydown', cancel);
};

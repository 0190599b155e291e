/** The identifier field of the form around an element, in the default markup or your own. */
export function identifierField(element: Element | null): HTMLInputElement | null {
  const field = element?.closest('form')?.elements.namedItem('identifier');
  return field instanceof HTMLInputElement ? field : null;
}

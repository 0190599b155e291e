import type { UseFormRegisterReturn } from 'react-hook-form';
import type { InputProps } from './propGetters.ts';

/**
 * Joins the props of our getter to those of React Hook Form: both hear the change, both get the element.
 *
 * @param setText - Tells the form of a text that came without an event.
 */
export function registered(
  props: InputProps,
  field: UseFormRegisterReturn,
  setText: (text: string) => void,
): InputProps {
  const { ref } = props;
  return {
    ...props,
    ...field,
    onChange(change) {
      if (typeof change === 'string') setText(change);
      else void field.onChange(change);
      props.onChange(change);
    },
    ref(element: HTMLInputElement | null) {
      // One of several inputs holds a part of the text.
      if (!element || element.name === field.name) field.ref(element);
      if (typeof ref === 'function') ref(element);
      else if (ref) ref.current = element;
    },
  };
}

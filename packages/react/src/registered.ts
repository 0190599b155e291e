import type { ChangeEvent, ComponentPropsWithRef } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';

type InputProps = ComponentPropsWithRef<'input'>;

/** Joins the props of our getter to those of React Hook Form: both hear the change, both get the element. */
export function registered(props: InputProps, field: UseFormRegisterReturn): InputProps {
  const { ref } = props;
  return {
    ...props,
    ...field,
    onChange(event: ChangeEvent<HTMLInputElement>) {
      void field.onChange(event);
      props.onChange?.(event);
    },
    ref(element: HTMLInputElement | null) {
      field.ref(element);
      if (typeof ref === 'function') ref(element);
      else if (ref) ref.current = element;
    },
  };
}

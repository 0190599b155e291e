import type { ArgTypes } from '@storybook/react-vite';
import type { LoginArgs } from './loginStory.tsx';

const sources = Object.values(
  import.meta.glob<string>(['../PasswordlessLogin.tsx', '../usePasswordlessLogin.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).join('\n');

/** Adds what the docstrings say of each prop and of its type; Storybook's own reader cannot follow the union. */
export function propDocs(
  argTypes: Required<{ [Prop in keyof LoginArgs]: object }>,
): Partial<ArgTypes<LoginArgs>> {
  return Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => [name, { name, ...argType, ...docOf(name) }]),
  );
}

function docOf(prop: string) {
  const member = new RegExp(
    String.raw`/\*\*((?:(?!\*/)[\s\S])*)\*/\s+${prop}\?: ((?:(?!;\n)[\s\S])*);`,
  );
  const [, comment = '', type = ''] = member.exec(sources) ?? [];
  const description = comment
    .replaceAll(/\n? *\* ?/g, ' ')
    .replaceAll(/\{@link (\w+)\}/g, '`$1`')
    .trim();
  const [, initial] = /Defaults to (`[^`]+`)/.exec(description) ?? [];
  return {
    description,
    table: {
      type: { summary: type.replace(/ \| undefined$/, '') },
      ...(initial && { defaultValue: { summary: initial.replaceAll('`', '') } }),
    },
  };
}

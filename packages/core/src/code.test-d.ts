import { expectTypeOf, it } from 'vitest';
import { parseCode } from './code.ts';
import type { ParsedCode } from './typedCode.ts';

it('ParsedCode is a closed union and is not any', () => {
  expectTypeOf<ParsedCode>().not.toBeAny();
  expectTypeOf<ParsedCode['kind']>().toEqualTypeOf<
    'code' | 'incomplete' | 'ambiguous' | 'notFound'
  >();
});

it('a code exists only when it is complete', () => {
  const parsed = parseCode('123456', { length: undefined });
  // @ts-expect-error a text may hold no code
  expectTypeOf(parsed.code).toBeString();
});

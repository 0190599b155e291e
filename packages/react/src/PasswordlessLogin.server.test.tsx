// @vitest-environment node
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { createWorld } from '../test/renderLogin.tsx';
import { PasswordlessLogin } from './PasswordlessLogin.tsx';

it('server rendering: gives the usable identifier form without a window, and sends nothing', () => {
  expect(globalThis.window).toBeUndefined();
  const { calls, wrapper: Wrapper } = createWorld();
  const html = renderToString(
    <Wrapper>
      <PasswordlessLogin />
    </Wrapper>,
  );
  expect(html).toContain('<form');
  expect(html).toContain('name="identifier"');
  expect(html).toContain('type="email"');
  expect(html).toMatch(/<div[^>]*role="status"[^>]*><\/div>/);
  expect(html).not.toContain('style=');
  expect(calls()).toEqual([]);
});

// Every example in the docstrings, the READMEs and the guide compiles: written out as a file each, checked by tsc.
// Also: what the README calls the playground's login is the playground's login.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'node_modules/.cache/examples');
/** @type {(path: string) => string} */
const read = (path) => readFileSync(join(root, path), 'utf8');

const sources = readdirSync(join(root, 'packages'), { recursive: true, encoding: 'utf8' })
  .map((path) => join('packages', path))
  .filter((path) => /^packages.[a-z]+.(src.*\.tsx?|docs.*\.mdx|README\.md)$/.test(path))
  .filter((path) => !/\.(test|test-d|stories)\./.test(path));

const examples = ['README.md', ...sources].flatMap((path) =>
  // A docstring has a star before each line.
  Array.from(
    read(path).matchAll(/^( \* |)```tsx?\n(.*?)^\1```/gms),
    ([, star = '', code = '']) => ({
      path,
      code: code.replaceAll(/^ \* ?/gm, (start) => (star ? '' : start)),
    }),
  ),
);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [index, { path, code }] of examples.entries()) {
  const name = path.replaceAll(/[^a-zA-Z\d]+/g, '-');
  writeFileSync(join(folder, `${index}-${name}.tsx`), `// ${path}\n${code}\nexport {};\n`);
}
writeFileSync(
  join(folder, 'tsconfig.json'),
  JSON.stringify({
    extends: '../../../tsconfig.base.json',
    compilerOptions: {
      types: ['node', 'vite/client'],
      // Code fields of others, which only the stories and their guide have.
      paths: Object.fromEntries(
        ['input-otp', '@base-ui/react/*'].map((name) => [
          name,
          [`../../../packages/react/node_modules/${name}`],
        ]),
      ),
    },
    include: ['.', '../../../playground/src/env.d.ts'],
  }),
);

const { status } = spawnSync('tsc', ['-p', folder], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
const isLogin = examples.some(
  ({ code }) => code.trim() === read('playground/src/Login.tsx').trim(),
);
if (!isLogin) console.error('README.md does not show playground/src/Login.tsx as it is.');
console.log(`${examples.length} examples`);
process.exitCode = status === 0 && isLogin ? 0 : 1;

import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

it('the main entry bundles for a browser, without Node and without the mail parts', async () => {
  // esbuild fails for a browser when an import reaches `node:`.
  const { metafile } = await build({
    entryPoints: [fileURLToPath(new URL('./index.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    metafile: true,
  });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs.some((path) => path.endsWith('src/createEmulator.ts'))).toBe(true);
  expect(inputs.filter((path) => /nodemailer|smtp|postal-mime|node-server/.test(path))).toEqual([]);
});

// What a login costs a page: V8 function calls and React commits for what a person does, memory kept after each mount,
// calls and round trips on the wire, time of a server render and of reading a pasted text. Taken from the packed
// packages, in a production build, in Chromium. Calls and commits repeat exactly; times have a wide margin.
import { fileURLToPath } from 'node:url';
import { pack } from './pack.mjs';
import { measurePage } from './performance/measurePage.mjs';
import { measureNode } from './performance/measureNode.mjs';
import { measureWire } from './performance/measureWire.mjs';

/** @typedef {{ what: string, value: number, limit?: number | undefined, unit: string }} Figure */

/**
 * Measures, prints a table and says whether all figures are within their limits. Needs packed packages.
 * @returns {Promise<boolean>}
 */
export async function measurePerformance() {
  const figures = [...(await measurePage()), ...(await measureWire()), ...(await measureNode())];
  console.log('| | measured | limit |\n| --- | --- | --- |');
  for (const { what, value, limit, unit } of figures) {
    const verdict = limit !== undefined && value > limit ? ' **OVER**' : '';
    const shown = unit === 'µs' ? value.toFixed(1) : String(Math.round(value));
    console.log(
      `| ${what} | ${shown} ${unit}${verdict} | ${limit === undefined ? '' : `${limit} ${unit}`} |`,
    );
  }
  return figures.every(({ value, limit }) => limit === undefined || value <= limit);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv.includes('--packed')) pack();
  process.exitCode = (await measurePerformance()) ? 0 : 1;
}

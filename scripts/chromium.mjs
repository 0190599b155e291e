// Which Chromium the browser tests drive, and how it is started. Used by Vitest, Playwright and setup.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const env = process.env;
/** Where setup unpacks the Chromium of last resort (the npm package @sparticuz/chromium). */
export const unpacked = join(
  dirname(dirname(fileURLToPath(import.meta.url))),
  'node_modules/.cache/chromium',
);

/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const system = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    `${env['PROGRAMFILES']}\\Google\\Chrome\\Application\\chrome.exe`,
    `${env['PROGRAMFILES(X86)']}\\Microsoft\\Edge\\Application\\msedge.exe`,
  ],
};

/** Playwright's own download, if Playwright is installed. */
function bundled() {
  try {
    return createRequire(import.meta.url)('playwright').chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** Path of the Chromium to drive: CHROMIUM_PATH, Playwright's own download, or the system's. */
export function findChromium() {
  const candidates = env['CHROMIUM_PATH']
    ? [env['CHROMIUM_PATH']]
    : [bundled(), ...(system[process.platform] ?? []), join(unpacked, 'chromium')];
  return candidates.find((p) => p && existsSync(p));
}

/** Playwright's launch options for that browser. */
export function launchOptions() {
  const executablePath = findChromium();
  return {
    ...(executablePath ? { executablePath } : {}),
    // the unpacked one brings its own libraries and font
    ...(executablePath?.startsWith(unpacked)
      ? {
          env: {
            ...env,
            LD_LIBRARY_PATH: join(unpacked, 'al2023/lib'),
            FONTCONFIG_PATH: join(unpacked, 'fonts'),
          },
        }
      : {}),
    // Keep Chromium from calling home: noise everywhere, refused connections on a closed network.
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}

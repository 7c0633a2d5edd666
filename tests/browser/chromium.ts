/** Chromium for tests of pages: found where systems put it, or skipped with the reason. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const chosen = process.env.CHROMIUM_PATH;
const executablePath = (chosen ? [chosen] : usualPlaces).find((path) => existsSync(path));

/** Why there is no browser here; undefined when there is one. */
export const missingBrowser =
  executablePath === undefined
    ? 'skipped, because there is no Chromium here; apt-get install chromium, or name one in CHROMIUM_PATH'
    : undefined;

/** Nothing that asks the network, nothing that needs a desktop. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launch(): Promise<Browser> {
  if (executablePath === undefined) throw new Error(missingBrowser);
  return chromium.launch({ executablePath, args: quiet });
}

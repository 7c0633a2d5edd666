/** The program with its real terminal and disk, and a clock that the test sets by a file. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createContext } from '../../src/context.ts';
import { main } from '../../src/main.ts';
import { installationAt } from '../../src/reference.ts';

const { MLSD_TEST_CLOCK = '', MLSD_TEST_ROOT = '' } = process.env;
/** Milliseconds since the test's beginning. */
const elapsed = (): number => Number(readFileSync(MLSD_TEST_CLOCK, 'utf8'));
const begin = Date.UTC(2026, 0, 5, 9);

const context = await createContext(
  installationAt(pathToFileURL(`${MLSD_TEST_ROOT}/`)),
  {},
  { now: () => begin + elapsed(), monotonic: elapsed },
);
process.exitCode = await main(process.argv.slice(2), context);

/** Builds tests/e2e/doorway.ts and sets its clock. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { repository } from './knowledge.ts';

/** Where libsql is found from. */
const outfile = join(repository, 'node_modules', '.cache', 'mlsd-test-doorway.mjs');

export async function buildDoorway(): Promise<string> {
  await build({
    entryPoints: [join(repository, 'tests/e2e/doorway.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['libsql'],
    banner: {
      js: "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);",
    },
  });
  return outfile;
}

export interface SetClock {
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds since the test's beginning. */
  set(ms: number): void;
}

export function setClock(directory: string): SetClock {
  const file = join(directory, 'clock');
  const set = (ms: number): void => writeFileSync(file, String(ms));
  set(0);
  return { env: { MLSD_TEST_CLOCK: file, MLSD_TEST_ROOT: repository }, set };
}

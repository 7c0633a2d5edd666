/** No sentence of the reference guide stands in the project: no run of eight of its words does. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../helpers/knowledge.ts';

const { words: length, hashes } = JSON.parse(
  readFileSync(join(repository, 'tests/fixtures/guide-shingles.json'), 'utf8'),
) as { words: number; hashes: string[] };
const known = new Set(hashes);

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words
    .slice(0, Math.max(0, words.length - length + 1))
    .map((_, start) => words.slice(start, start + length).join(' '));
}

function isOfGuide(run: string): boolean {
  return known.has(createHash('sha256').update(run).digest('hex').slice(0, 12));
}

/** Runs that any text on the subject would hold: formulas and lists of standard terms. */
const commonplaces: readonly string[] = [];

test('no run of eight words of the guide stands in the knowledge base', () => {
  const directory = join(repository, 'knowledge');
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  );
  const copied = files.flatMap((file) =>
    runsOf(readFileSync(join(directory, file), 'utf8'))
      .filter((run) => isOfGuide(run) && !commonplaces.includes(run))
      .map((run) => `${file}: ${run}`),
  );
  expect(files.length).toBeGreaterThan(150);
  expect(copied).toEqual([]);
});

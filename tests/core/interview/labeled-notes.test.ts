/**
 * How well notes are heard: sets of notes in which a reader decided, from the meaning and before
 * the program did, which points of the rubric they make. The signals of a case may be mended when
 * a set shows that they lack what people say; those held out were never looked at for that.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { coverPoints } from '../../../src/core/interview/coverage.ts';
import { repository, shippedCatalog } from '../../helpers/knowledge.ts';

interface LabeledNotes {
  readonly case: string;
  readonly level: 'strong' | 'middling' | 'weak';
  readonly style: 'terse' | 'wordy';
  readonly isHeldOut: boolean;
  /** Lines by step, in the order in which they were noted. */
  readonly notes: Readonly<Record<string, readonly string[]>>;
  /** Ids of the points that the notes make; all others they do not. */
  readonly covered: readonly string[];
}

const directory = join(repository, 'tests', 'fixtures', 'coverage-notes');
const sets = readdirSync(directory).map((file) => ({
  file,
  ...(parse(readFileSync(join(directory, file), 'utf8')) as LabeledNotes),
}));

interface Counts {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

function rubricOf({ case: id }: LabeledNotes) {
  const design = shippedCatalog().get('case', id);
  if (!design) throw new Error(`there is no case ${id}`);
  return design.rubric;
}

function countsOf(set: LabeledNotes): Counts {
  const lines = Object.entries(set.notes).flatMap(([step, texts]) =>
    texts.map((text) => ({ step, text })),
  );
  const heard = coverPoints(rubricOf(set), lines).filter(({ isCovered }) => isCovered);
  const right = heard.filter(({ point }) => set.covered.includes(point.id)).length;
  return { right, wrong: heard.length - right, missed: set.covered.length - right };
}

function figuresOf(of: readonly LabeledNotes[]) {
  const all = of.map(countsOf);
  const sum = (key: keyof Counts) => all.reduce((total, counts) => total + counts[key], 0);
  const precision = sum('right') / (sum('right') + sum('wrong'));
  const recall = sum('right') / (sum('right') + sum('missed'));
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

describe('the labeled sets', () => {
  test.each(sets)('$file names only points and steps that there are', (set) => {
    const known = rubricOf(set).map(({ id }) => id);
    expect(set.covered.filter((id) => !known.includes(id))).toEqual([]);
    expect(new Set(set.covered).size).toBe(set.covered.length);
    const steps = shippedCatalog()
      .all('step')
      .map(({ id }) => id);
    expect(Object.keys(set.notes).filter((step) => !steps.includes(step))).toEqual([]);
  });

  test('are held out from any tuning by a third at least', () => {
    expect(sets.filter(({ isHeldOut }) => isHeldOut).length).toBeGreaterThanOrEqual(
      sets.length / 3,
    );
  });
});

test('all sets together are heard nearly as a reader hears them', () => {
  const { precision, recall, f1 } = figuresOf(sets);
  expect(f1).toBeGreaterThan(0.92);
  expect(precision).toBeGreaterThan(0.9);
  expect(recall).toBeGreaterThan(0.92);
});

test('sets that nothing was tuned to are heard well', () => {
  expect(figuresOf(sets.filter(({ isHeldOut }) => isHeldOut)).f1).toBeGreaterThan(0.84);
});

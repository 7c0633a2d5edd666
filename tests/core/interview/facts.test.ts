/** Free questions find their facts: fixtures/interview/questions.yaml, with floors a little under what was measured. */
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { factsFor } from '../../../src/core/interview/facts.ts';
import { repository, shippedCatalog } from '../../helpers/knowledge.ts';

const labelled = load(
  readFileSync(`${repository}tests/fixtures/interview/questions.yaml`, 'utf8'),
) as Record<string, readonly string[]>;
const facts = shippedCatalog().get('case', 'feed-ranking')?.facts ?? [];
const { none = [], ...onSheet } = labelled;
const rows = Object.entries(onSheet).flatMap(([id, questions]) =>
  questions.map((question) => ({ id, question })),
);

/** Shares in percent. */
const floors = { right: 87, refused: 85 };

const told = (question: string) => factsFor(facts, question).map(({ id }) => id);

describe('free questions to the interviewer', () => {
  test('are enough to measure with', () => {
    expect(rows.length).toBeGreaterThanOrEqual(60);
    expect(none.length).toBeGreaterThanOrEqual(20);
    expect(Object.keys(onSheet).filter((id) => !facts.some((fact) => fact.id === id))).toEqual([]);
  });

  test('asked in other words find their fact', () => {
    const missed = rows.filter(({ id, question }) => !told(question).includes(id));
    const share = (100 * (rows.length - missed.length)) / rows.length;
    const report = missed.map(({ id, question }) => `${id}: ${question} → ${told(question)}`);
    expect(share, report.join('\n')).toBeGreaterThanOrEqual(floors.right);
  });

  test('on what is not on the sheet are refused', () => {
    const wrong = none.filter((question) => told(question).length > 0);
    const share = (100 * (none.length - wrong.length)) / none.length;
    const report = wrong.map((question) => `${question} → ${told(question)}`);
    expect(share, report.join('\n')).toBeGreaterThanOrEqual(floors.refused);
  });

  test('of two parts are answered twice, in their order', () => {
    expect(told('How many daily users do we have, and what latency is acceptable?')).toEqual([
      'users',
      'latency',
    ]);
  });

  test.each(facts.flatMap(({ id, asked }) => asked.map((question) => [id, question] as const)))(
    '%s is told for its own way of asking: %s',
    (id, question) => {
      expect(told(question)).toContain(id);
    },
  );

  test('of no words that say anything are refused', () => {
    expect(['', '???', 'what about it', 'hm'].flatMap(told)).toEqual([]);
  });
});

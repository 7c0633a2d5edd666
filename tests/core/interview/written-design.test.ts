import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDesign } from '../../../src/core/interview/written-design.ts';
import { shippedCatalog } from '../../helpers/knowledge.ts';

const steps = shippedCatalog().all('step');

function linesOf(text: string) {
  return readDesign(text, steps).lines.map((line) => [line.step, line.text, line.number]);
}

describe('a heading names a step', () => {
  test.each([
    ['# Evaluation', 'evaluation'],
    ['## 5. Evaluation', 'evaluation'],
    ['### Step 5: Evaluation', 'evaluation'],
    ['Step 5', 'evaluation'],
    ['5) Evaluation', 'evaluation'],
    ['Evaluation:', 'evaluation'],
    ['**Evaluation**', 'evaluation'],
    ['EVALUATION', 'evaluation'],
    ['Evaluation\n==========', 'evaluation'],
    ['## Data strategy & labeling', 'data'],
    ['## Data and labels', 'data'],
    ['# Feature engineering', 'features'],
    ['## Features (2 min)', 'features'],
    ['## Problem definition', 'problem'],
    ['## Modeling / training', 'modeling'],
    ['# Deployment & monitoring', 'deployment'],
    ['# Wrap-up', 'wrap-up'],
  ])('%s is %s', (heading, step) => {
    expect(linesOf(`${heading}\n- recall`)[0]?.slice(0, 2)).toEqual([step, 'recall']);
  });

  test.each(['# Appendix', '- evaluation', 'We begin with evaluation.'])(
    '%s names none',
    (line) => {
      expect(readDesign(`${line}\nrecall`, steps).hasSteps).toBe(false);
    },
  );

  test('a heading under it stays in the step, one beside it leaves it', () => {
    expect(linesOf('# Evaluation\n## Offline\nrecall\n# Appendix\nmore')).toEqual([
      ['evaluation', 'Offline', 2],
      ['evaluation', 'recall', 3],
      [undefined, 'Appendix', 4],
      [undefined, 'more', 5],
    ]);
  });
});

describe('lines', () => {
  test('are sentences of a paragraph, items of a list and rows of a table, without their marks', () => {
    const text =
      'First **this**. Then `that`.\n\n- [x] a [link](http://x) item\n| a | b |\n|---|---|';
    expect(linesOf(text).map(([, said]) => said)).toEqual([
      'First this.',
      'Then that.',
      'a link item',
      'a, b',
    ]);
  });

  test('hold no control characters, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const line of readDesign(text, steps).lines) {
          expect(line.text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        }
        expect(text.length).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

/** Markdown that a linter has nothing to say about, so that it shows well wherever it is put. */
import { lint } from 'markdownlint/sync';
import { expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { testContext } from '../helpers/context.ts';

/** Lines are as long as their paragraph; the same heading may stand under different entries. */
const config = { default: true, MD013: false, MD024: { siblings_only: true } };

test.each([
  ['--all'],
  ['retrieval'],
  ['step 5'],
  ['feed-ranking'],
  ['ndcg'],
  ['choosers'],
  ['night-before'],
  ['two-pages'],
])(
  'the sheet %s passes markdownlint',
  async (topic) => {
    const context = await testContext();
    await main(['sheet', topic, '--format', 'markdown'], context);
    const { sheet = [] } = lint({ strings: { sheet: context.stdout }, config });
    expect(context.stdout.length).toBeGreaterThan(1000);
    expect(
      sheet.map(
        ({ lineNumber, ruleNames, errorDetail }) => `${lineNumber} ${ruleNames[1]} ${errorDetail}`,
      ),
    ).toEqual([]);
  },
  60_000,
);

/** Differences between groups in who is chosen. */
import { field, positiveLabel, predicted, truth } from './fields.ts';
import { type Computation, type MetricFormula, metric, undefinedValue } from './formula.ts';
import type { MetricInput } from './input.ts';
import { type Label, labelIn, labelsIn, sortedLabels } from './labels.ts';
import { show, table } from './working.ts';

const group = field('group', 'the group of each person', 'groups', 'sensitive');

interface GroupRate {
  readonly group: Label;
  readonly chosen: number;
  readonly of: number;
  readonly rate: number;
}

/** Share predicted positive in each group; with `amongTrue` only among the truly positive. */
function ratesIn(input: MetricInput, amongTrue: boolean): GroupRate[] {
  const guesses = labelsIn(input, predicted);
  const groups = labelsIn(input, group);
  input.sameLength(predicted, guesses.length, group, groups.length);
  const positive = labelIn(input, positiveLabel) ?? 1;
  const truths = amongTrue ? labelsIn(input, truth) : undefined;
  if (truths) input.sameLength(predicted, guesses.length, truth, truths.length);
  const names = sortedLabels(input, group, groups);
  if (names.length < 2) throw input.wrong(group, 'has a single group where two are needed');
  const counts = new Map(names.map((name) => [name, { chosen: 0, of: 0 }]));
  for (const [index, name] of groups.entries()) {
    const count = counts.get(name);
    if (!count || (truths && truths[index] !== positive)) continue;
    count.of++;
    if (guesses[index] === positive) count.chosen++;
  }
  return [...counts].map(([name, { chosen, of }]) => ({
    group: name,
    chosen,
    of,
    rate: chosen / of,
  }));
}

type Comparison = (most: number, least: number) => { value: number | null; line: string };

const difference: Comparison = (most, least) => ({
  value: most - least,
  line: `difference = ${show(most)} − ${show(least)} = ${show(most - least)}`,
});

const quotient: Comparison = (most, least) => ({
  value: most === 0 ? null : least / most,
  line: `ratio = ${show(least)} / ${show(most)} = ${most === 0 ? '0/0' : show(least / most)}`,
});

function compare(amongTrue: boolean, comparison: Comparison): (input: MetricInput) => Computation {
  return (input) => {
    const rates = ratesIn(input, amongTrue);
    const rows = table(
      ['group', 'positive', 'of', amongTrue ? 'TPR' : 'share'],
      rates.length,
      (index) => {
        const { group: name = '', chosen = 0, of = 0 } = rates[index] ?? {};
        return [String(name), String(chosen), String(of), of === 0 ? '0/0' : show(chosen / of)];
      },
    );
    const empty = rates.find(({ of }) => of === 0);
    if (empty) return undefinedValue(`group ${empty.group} has no truly positive member`, rows);
    const shares = rates.map(({ rate }) => rate);
    const { value, line } = comparison(Math.max(...shares), Math.min(...shares));
    if (value === null) return undefinedValue('nobody is chosen in any group', rows);
    return { value, steps: [...rows, line] };
  };
}

export const fairness: readonly MetricFormula[] = [
  metric({
    id: 'demographic-parity',
    name: 'Demographic parity difference',
    aliases: ['demographic-parity-difference', 'statistical-parity'],
    formula: 'greatest − least share predicted positive over the groups',
    forms: [[predicted, group]],
    options: [positiveLabel],
    work: compare(false, difference),
  }),
  metric({
    id: 'disparate-impact',
    name: 'Disparate impact',
    aliases: ['disparate-impact-ratio', 'four-fifths-rule'],
    formula: 'least / greatest share predicted positive over the groups',
    forms: [[predicted, group]],
    options: [positiveLabel],
    work: compare(false, quotient),
  }),
  metric({
    id: 'equal-opportunity',
    name: 'Equal opportunity difference',
    aliases: ['equal-opportunity-difference'],
    formula: 'greatest − least true positive rate over the groups',
    forms: [[truth, predicted, group]],
    options: [positiveLabel],
    work: compare(true, difference),
  }),
];

/** What regularization adds to a loss. */
import { field } from './fields.ts';
import { type Computation, type MetricFormula, metric } from './formula.ts';
import type { MetricInput } from './input.ts';
import { sumOf } from './sum.ts';
import { show, showSum, term } from './working.ts';

const weights = field('weights', 'the weights of the model', 'coefficients', 'w');
const strength = field('lambda', 'the strength, 1 unless given', 'alpha');
const ratio = field('l1-ratio', 'the share of L1, ½ unless given');
const nonNegative = { min: 0 } as const;

interface Norms {
  readonly l1: number;
  readonly l2: number;
  readonly steps: { readonly l1: string; readonly l2: string };
}

function normsIn(input: MetricInput): Norms {
  const values = input.numbers(weights);
  const l1 = sumOf(values.length, (index) => Math.abs(values[index] as number));
  const l2 = sumOf(values.length, (index) => (values[index] as number) ** 2);
  const absolute = showSum(values.length, (index) => show(Math.abs(values[index] as number)));
  const squared = showSum(values.length, (index) => `${term(values[index] as number)}²`);
  const steps = { l1: `Σ|w| = ${absolute} = ${show(l1)}`, l2: `Σw² = ${squared} = ${show(l2)}` };
  return { l1, l2, steps };
}

function lasso(input: MetricInput): Computation {
  const { l1, steps } = normsIn(input);
  const lambda = input.numberOr(strength, 1, nonNegative);
  const value = lambda * l1;
  return { value, steps: [steps.l1, `λ·Σ|w| = ${show(lambda)}·${show(l1)} = ${show(value)}`] };
}

function ridge(input: MetricInput): Computation {
  const { l2, steps } = normsIn(input);
  const lambda = input.numberOr(strength, 1, nonNegative);
  const value = lambda * l2;
  return { value, steps: [steps.l2, `λ·Σw² = ${show(lambda)}·${show(l2)} = ${show(value)}`] };
}

function elasticNet(input: MetricInput): Computation {
  const { l1, l2, steps } = normsIn(input);
  const lambda = input.numberOr(strength, 1, nonNegative);
  const share = input.numberOr(ratio, 0.5, { min: 0, max: 1, as: 'a share' });
  const value = lambda * (share * l1 + ((1 - share) / 2) * l2);
  const line = `λ·(ρ·Σ|w| + (1 − ρ)/2·Σw²) = ${show(lambda)}·(${show(share)}·${show(l1)} + ${show((1 - share) / 2)}·${show(l2)}) = ${show(value)}`;
  return { value, steps: [steps.l1, steps.l2, line] };
}

export const regularization: readonly MetricFormula[] = [
  metric({
    id: 'l1-penalty',
    name: 'L1 penalty',
    aliases: ['l1', 'lasso-penalty'],
    formula: 'λ · Σ|w|',
    forms: [[weights]],
    options: [strength],
    work: lasso,
  }),
  metric({
    id: 'l2-penalty',
    name: 'L2 penalty',
    aliases: ['l2', 'ridge-penalty'],
    formula: 'λ · Σw²',
    forms: [[weights]],
    options: [strength],
    work: ridge,
  }),
  metric({
    id: 'elastic-net-penalty',
    name: 'Elastic net penalty',
    aliases: ['elastic-net'],
    formula: 'λ · (ρ·Σ|w| + (1 − ρ)/2 · Σw²)',
    forms: [[weights]],
    options: [strength, ratio],
    work: elasticNet,
  }),
];

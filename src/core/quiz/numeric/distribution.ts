/** How far a distribution has moved. */
import { sum } from '../../metrics/sum.ts';
import type { Random } from '../../random.ts';
import { slip } from '../slip.ts';
import { computed, instead, type NumericDrill } from './drill.ts';
import { clean, figure, listed } from './figures.ts';

interface Shift {
  readonly before: readonly [number, number];
  readonly after: readonly [number, number];
}

function shift(random: Random): Shift | undefined {
  const shares = [0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8];
  const [before, after] = [random.pick(shares), random.pick(shares)];
  if (before === after) return undefined;
  return { before: [before, clean(1 - before)], after: [after, clean(1 - after)] };
}

/** ln of the ratios, as a table would give them. */
function hints({ before, after }: Shift): string {
  const told = after.map((share, index) => {
    const ratio = share / (before[index] ?? 1);
    return `ln(${figure(share)} / ${figure(before[index] ?? 1)}) ≈ ${figure(Number(Math.log(ratio).toFixed(3)))}`;
  });
  return told.join(', ');
}

const psi: NumericDrill = {
  id: 'psi',
  entry: 'metric/psi',
  draw(random) {
    const drawn = shift(random);
    if (!drawn) return undefined;
    const { before, after } = drawn;
    const terms = after.map((share, index) => share - (before[index] ?? 0));
    const logs = after.map((share, index) => Math.log(share / (before[index] ?? 1)));
    return {
      prompt: `A feature has two bins. Shares in training: ${listed(before)}; today: ${listed(after)}. ${hints(drawn)}. What is the PSI?`,
      formula: 'psi',
      input: { expected: before, actual: after },
      isRounded: true,
      slips: [
        slip(
          computed('kl-divergence', { p: after, q: before }),
          'That is KL(today‖training): PSI weighs the logarithm with the difference of the shares.',
        ),
        slip(
          computed('kl-divergence', { p: before, q: after }),
          'That is KL(training‖today): PSI weighs the logarithm with the difference of the shares.',
        ),
        slip((terms[0] ?? 0) * (logs[0] ?? 0), 'That is the first bin alone: add the second.'),
        slip(sum(logs.map(Math.abs)), 'You forgot to weigh with the difference of the shares.'),
        slip(
          terms.reduce(
            (total, term, index) => total + term * Math.log10(Math.exp(logs[index] ?? 0)),
            0,
          ),
          'You used log₁₀: it is the natural logarithm.',
        ),
      ],
    };
  },
};

const kl: NumericDrill = {
  id: 'kl-divergence',
  entry: 'metric/kl-divergence',
  draw(random) {
    const drawn = shift(random);
    if (!drawn) return undefined;
    const { before, after } = drawn;
    return {
      prompt: `p = (${listed(after)}), q = (${listed(before)}). ${hints(drawn)}. What is KL(p‖q) in nats?`,
      formula: 'kl-divergence',
      input: { p: after, q: before },
      isSigned: true,
      isRounded: true,
      slips: [
        slip(
          -after.reduce(
            (total, p, index) => total + (before[index] ?? 0) * Math.log(p / (before[index] ?? 1)),
            0,
          ),
          'That is KL(q‖p): the first distribution weighs the logarithms.',
        ),
        instead(
          'psi',
          { expected: before, actual: after },
          'That is PSI, the sum of both directions.',
        ),
        slip(
          computed('kl-divergence', { p: after, q: before, base: 2 }),
          'That is in bits: nats use the natural logarithm.',
        ),
        slip(
          after.reduce((total, p, index) => total + Math.log(p / (before[index] ?? 1)), 0),
          'You forgot to weigh the logarithms with p.',
        ),
      ],
    };
  },
};

export const distributionDrills: readonly NumericDrill[] = [psi, kl];

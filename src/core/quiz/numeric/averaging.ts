/** Several classes in one number: the mean of the classes, or all samples pooled. */
import { mean, sum } from '../../metrics/sum.ts';
import type { Random } from '../../random.ts';
import { slip } from '../slip.ts';
import { computed, type Input, instead, type NumericDrill } from './drill.ts';
import { between, figure, isNeat, several } from './figures.ts';

interface Classes {
  readonly sizes: readonly number[];
  readonly found: readonly number[];
}

const names = ['A', 'B', 'C'];

function classes(random: Random): Classes | undefined {
  const sizes = several(random, [10, 20, 40, 50, 100, 200], 3);
  const found = sizes.map((size) => (size / 10) * between(random, 1, 10));
  const recalls = found.map((count, index) => count / (sizes[index] ?? 1));
  return new Set(recalls).size === 3 ? { sizes, found } : undefined;
}

/** A wrong prediction goes to the next class. */
function inputOf({ sizes, found }: Classes): Input {
  const cells = sizes.flatMap((size, index) => [
    { true: index, predicted: index, weight: found[index] ?? 0 },
    { true: index, predicted: (index + 1) % 3, weight: size - (found[index] ?? 0) },
  ]);
  const used = cells.filter(({ weight }) => weight > 0);
  return {
    true: used.map((cell) => names[cell.true]),
    predicted: used.map((cell) => names[cell.predicted]),
    'sample-weight': used.map(({ weight }) => weight),
    metric: 'recall',
  };
}

function tell({ sizes, found }: Classes): string {
  const told = sizes.map(
    (size, index) => `${names[index]} ${figure(found[index] ?? 0)} of ${figure(size)}`,
  );
  return `A classifier of three classes finds of class ${told.join(', of ')}.`;
}

const macroSlip = 'That is the macro average: every class counts the same in it.';
const microSlip = 'That is the micro average: all samples pooled, so large classes count more.';

function drill(id: string, question: string, isMacro: boolean): NumericDrill {
  return {
    id,
    entry: `metric/${id}`,
    draw(random) {
      const drawn = classes(random);
      if (!drawn) return undefined;
      const input = inputOf(drawn);
      if (!isNeat(computed(id, input), 3)) return undefined;
      const shares = drawn.found.map((count, index) => count / (drawn.sizes[index] ?? 1));
      return {
        prompt: `${tell(drawn)} ${question}`,
        formula: id,
        input,
        isShare: true,
        slips: [
          isMacro
            ? instead('micro-averaging', input, microSlip)
            : instead('macro-averaging', input, macroSlip),
          slip(sum(shares), 'You forgot to divide by the number of classes.'),
          slip(Math.max(...shares), 'That is the best class alone.'),
          slip(Math.min(...shares), 'That is the worst class alone.'),
          slip(
            1 - (isMacro ? mean(shares) : sum(drawn.found) / sum(drawn.sizes)),
            'That is the share that was missed.',
          ),
        ],
      };
    },
  };
}

export const averagingDrills: readonly NumericDrill[] = [
  drill('macro-averaging', 'What is its macro-averaged recall?', true),
  drill('micro-averaging', 'What is its micro-averaged recall?', false),
  drill('weighted-averaging', 'What is its recall averaged by class size (weighted)?', false),
];

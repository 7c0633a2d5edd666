/** Worked examples: a metric's file holds the inputs, the value and the working are computed. */
import type { Entry, Metric } from '../core/catalog.ts';
import type { Problem } from '../core/issue.ts';
import { metricNamed } from '../core/metrics/index.ts';
import type { Located } from './reader.ts';

/** The entry with its example computed; an example that cannot be is told as a problem. */
export function workExample(located: Located<Entry>, problems: Problem[]): Located<Entry> {
  const { value } = located;
  if (value.kind !== 'metric' || !value.example) return located;
  try {
    const example = { ...value.example, ...compute(value, value.example.input) };
    return { ...located, value: { ...value, example } };
  } catch (error) {
    problems.push(
      located.source.problemAtPath([...located.path, 'example', 'input'], {
        rule: 'example',
        message: `the example cannot be computed: ${error instanceof Error ? error.message : error}`,
        hint: metricNamed(value.id)
          ? `correct its input; what it takes: mlsd compute ${value.id} --fields`
          : 'leave the example out: values are computed, and only by the formulas that mlsd knows',
      }),
    );
    return located;
  }
}

function compute({ id, name }: Metric, input: Readonly<Record<string, unknown>>) {
  const formula = metricNamed(id);
  if (!formula) throw new Error(`${name} has no formula that runs`);
  const { value, steps, undefinedBecause } = formula.compute(input);
  if (value === null) throw new Error(undefinedBecause ?? 'its value is undefined');
  return { value, steps };
}

/** One count divided by another: the metrics of products, systems and judged answers. */
import { field } from './fields.ts';
import { type MetricFormula, metric, undefinedValue } from './formula.ts';
import { show } from './working.ts';

interface Ratio {
  readonly id: string;
  readonly name: string;
  readonly above: string;
  readonly below: string;
  /** The part cannot exceed the whole. */
  readonly isShare: boolean;
  readonly aliases?: readonly string[];
}

const share = (id: string, name: string, above: string, below: string): Ratio => ({
  id,
  name,
  above,
  below,
  isShare: true,
});
const quotient = (id: string, name: string, above: string, below: string): Ratio => ({
  ...share(id, name, above, below),
  isShare: false,
});

const table: readonly Ratio[] = [
  {
    ...share('ctr', 'Click-through rate', 'clicks', 'impressions'),
    aliases: ['click-through-rate'],
  },
  share('conversion-rate', 'Conversion rate', 'conversions', 'visitors'),
  share('churn', 'Churn', 'lost', 'customers'),
  share('retention', 'Retention', 'returned', 'users'),
  share('bounce-rate', 'Bounce rate', 'bounces', 'sessions'),
  share('dau-mau', 'DAU / MAU', 'dau', 'mau'),
  share('error-rate', 'Error rate', 'errors', 'requests'),
  share('availability', 'Availability', 'uptime', 'time'),
  share('task-success-rate', 'Task success rate', 'succeeded', 'tasks'),
  share('zero-result-rate', 'Zero-result rate', 'empty', 'searches'),
  share('hallucination-rate', 'Hallucination rate', 'unsupported', 'answers'),
  share('context-recall', 'Context recall', 'supported', 'claims'),
  share('faithfulness', 'Faithfulness', 'supported', 'claims'),
  quotient('revenue-per-user', 'Revenue per user', 'revenue', 'users'),
  quotient('arppu', 'ARPPU', 'revenue', 'payers'),
  quotient('average-order-value', 'Average order value', 'revenue', 'orders'),
  quotient('cost-per-engagement', 'Cost per engagement', 'spend', 'engagements'),
  quotient('throughput', 'Throughput', 'requests', 'seconds'),
  quotient('tokens-per-second', 'Tokens per second', 'tokens', 'seconds'),
];

export const ratios: readonly MetricFormula[] = table.map((ratio) => {
  const above = field(ratio.above, `the number of: ${ratio.above}`);
  const below = field(ratio.below, `the number of: ${ratio.below}`);
  return metric({
    id: ratio.id,
    name: ratio.name,
    aliases: ratio.aliases ?? [],
    formula: `${ratio.above} / ${ratio.below}`,
    forms: [[above, below]],
    work: (input) => {
      const part = input.number(above, { min: 0 });
      const whole = input.number(below, { min: 0 });
      if (ratio.isShare && part > whole)
        throw input.wrong(above, `is ${part}, more than ${whole} ${ratio.below}`);
      if (whole === 0) return undefinedValue(`there are no ${ratio.below}: the divisor is 0`);
      const value = part / whole;
      const line = `${ratio.above} / ${ratio.below} = ${show(part)} / ${show(whole)} = ${show(value)}`;
      return { value, steps: [line] };
    },
  });
});

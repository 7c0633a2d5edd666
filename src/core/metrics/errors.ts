/** What may be wrong with the numbers that a metric is asked for. */

/** Bad input: says in which field, and where in it, counted from 1. */
export class MetricInputError extends Error {
  readonly field: string;
  readonly position: number | undefined;

  constructor(field: string, message: string, position?: number) {
    super(message);
    this.name = 'MetricInputError';
    this.field = field;
    this.position = position;
  }
}

/** The input is well formed, yet the metric has no value for it: says why. */
export class UndefinedMetricError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UndefinedMetricError';
  }
}

/** Reads and checks what was given to a metric. Every complaint names the field and the place. */
import { MetricInputError } from './errors.ts';
import type { Field } from './formula.ts';

export interface Limits {
  readonly min?: number;
  readonly max?: number;
  /** Why the limits hold: "a probability". */
  readonly as?: string;
  readonly infinite?: boolean;
  readonly whole?: boolean;
}

export const probability: Limits = { min: 0, max: 1, as: 'a probability' };
const anyNumber: Limits = {};
const special: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
};

interface Given {
  readonly name: string;
  readonly value: unknown;
}

export class MetricInput {
  readonly #given = new Map<string, Given>();

  constructor(input: Readonly<Record<string, unknown>>) {
    for (const [name, value] of Object.entries(input)) {
      if (value !== undefined) this.#given.set(keyOf(name), { name, value });
    }
  }

  /** Given, even as null. */
  mentions(field: Field): boolean {
    return this.#find(field) !== undefined;
  }

  has(field: Field): boolean {
    return (this.#find(field)?.value ?? null) !== null;
  }

  /** The name under which it was given, for messages. */
  nameOf(field: Field): string {
    return this.#find(field)?.name ?? field.name;
  }

  /** What was given, null when it was null or nothing. */
  optional(field: Field): unknown {
    return this.#find(field)?.value ?? null;
  }

  required(field: Field): unknown {
    const value = this.optional(field);
    if (value === null) throw this.wrong(field, `is missing: give ${field.what}`);
    return value;
  }

  wrong(field: Field, complaint: string, position?: number): MetricInputError {
    const name = this.nameOf(field);
    return new MetricInputError(name, `${name} ${complaint}`, position);
  }

  numbers(field: Field, limits = anyNumber): Float64Array {
    return numbersIn(this.required(field), this.nameOf(field), limits);
  }

  /** A list of numbers in which there is at least one. */
  someNumbers(field: Field, limits = anyNumber): Float64Array {
    const values = this.numbers(field, limits);
    if (values.length === 0) throw this.wrong(field, 'is empty: give at least one number');
    return values;
  }

  /** Rows of numbers, all of one length. */
  matrix(field: Field, limits = anyNumber): Float64Array[] {
    const name = this.nameOf(field);
    const rows = this.list(field).map((row, index) =>
      numbersIn(row, `${name} row ${index + 1}`, limits, name),
    );
    const uneven = rows.findIndex((row) => row.length !== rows[0]?.length);
    if (uneven < 0) return rows;
    const lengths = `${rows[uneven]?.length} numbers, row 1 has ${rows[0]?.length}`;
    throw this.wrong(field, `row ${uneven + 1} has ${lengths}`, uneven + 1);
  }

  isMatrix(field: Field): boolean {
    const value = this.optional(field);
    return Array.isArray(value) && value.length > 0 && isList(value[0]);
  }

  list(field: Field): unknown[] {
    const value = this.required(field);
    if (!isList(value)) throw this.wrong(field, 'is not a list');
    return Array.isArray(value) ? value : Array.from(value);
  }

  number(field: Field, limits = anyNumber): number {
    const name = this.nameOf(field);
    return checked(numberFrom(this.required(field)), { name, field: name, limits });
  }

  numberOr<T>(field: Field, otherwise: T, limits = anyNumber): number | T {
    return this.has(field) ? this.number(field, limits) : otherwise;
  }

  flag(field: Field, otherwise: boolean): boolean {
    const value = this.optional(field);
    if (value === null) return otherwise;
    if (typeof value !== 'boolean') throw this.wrong(field, 'is neither true nor false');
    return value;
  }

  choice<T extends string>(field: Field, choices: readonly T[], otherwise: T): T {
    const value = this.optional(field);
    if (value === null) return otherwise;
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    throw this.wrong(field, `is ${tell(value)}: choose one of ${choices.join(', ')}`);
  }

  /** Weights of the samples, undefined when all weigh the same. */
  weights(field: Field, count: number): Float64Array | undefined {
    if (!this.has(field)) return undefined;
    const weights = this.numbers(field, { min: 0, as: 'a weight' });
    if (weights.length === count) return weights;
    throw this.wrong(field, `has ${weights.length} weights for ${count} samples`);
  }

  sameLength(first: Field, firstLength: number, second: Field, secondLength: number): void {
    if (firstLength === secondLength) return;
    const other = `${this.nameOf(first)} has ${firstLength}`;
    const position = Math.min(firstLength, secondLength) + 1;
    throw this.wrong(second, `has ${secondLength} values, ${other}`, position);
  }

  namesBesides(fields: readonly Field[]): string[] {
    const known = new Set(fields.flatMap(({ name, aliases }) => [name, ...aliases]).map(keyOf));
    return [...this.#given].filter(([key]) => !known.has(key)).map(([, { name }]) => name);
  }

  #find(field: Field): Given | undefined {
    const found = [field.name, ...field.aliases]
      .map((name) => this.#given.get(keyOf(name)))
      .filter((given) => given !== undefined);
    const [first, second] = found;
    if (second === undefined) return first;
    const names = `${first?.name} and ${second.name}`;
    throw new MetricInputError(second.name, `${names} are the same field: give one of them`);
  }
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, '');
}

export function isList(value: unknown): value is ArrayLike<unknown> & Iterable<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

/** A checked copy; a Float64Array is checked and taken as it is. */
export function numbersIn(
  list: unknown,
  name: string,
  limits = anyNumber,
  field = name,
): Float64Array {
  if (!isList(list)) throw new MetricInputError(field, `${name} is not a list of numbers`);
  const values = list instanceof Float64Array ? list : new Float64Array(list.length);
  for (let index = 0; index < list.length; index++) {
    const value = numberFrom(list[index]);
    values[index] = isPlain(value, limits) ? value : checked(value, { name, field, limits, index });
  }
  return values;
}

function isPlain(value: number | undefined, limits: Limits): value is number {
  return limits === anyNumber && value !== undefined && Number.isFinite(value);
}

function numberFrom(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'string' ? special[value] : undefined;
}

interface Place {
  /** The field, maybe with the row. */
  readonly name: string;
  readonly field: string;
  readonly limits: Limits;
  readonly index?: number;
}

function checked(value: number | undefined, { name, field, limits, index }: Place): number {
  const complaint = complaintAbout(value, limits);
  if (complaint === undefined) return value as number;
  const position = index === undefined ? undefined : index + 1;
  const where = position === undefined ? name : `${name} at position ${position}`;
  throw new MetricInputError(field, `${where} is ${complaint}`, position);
}

function complaintAbout(value: number | undefined, limits: Limits): string | undefined {
  if (value === undefined) return 'not a number';
  if (Number.isNaN(value)) return 'NaN, not a number';
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, as } = limits;
  if (!Number.isFinite(value) && limits.infinite !== true) return 'infinite';
  const reason = as === undefined ? '' : `: ${as} `;
  if (value < min) return `${value}${reason || ': it '}${rangeOf(min, max)}`;
  if (value > max) return `${value}${reason || ': it '}${rangeOf(min, max)}`;
  if (limits.whole && !Number.isInteger(value)) return `${value}, not a whole number`;
  return undefined;
}

function rangeOf(min: number, max: number): string {
  if (max === Number.POSITIVE_INFINITY) return `is at least ${min}`;
  return min === Number.NEGATIVE_INFINITY ? `is at most ${max}` : `lies in [${min}, ${max}]`;
}

export function tell(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, 40)}"`;
  return isList(value) ? 'a list' : typeof value === 'object' ? 'an object' : String(value);
}

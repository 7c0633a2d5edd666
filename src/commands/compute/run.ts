/** Computes a metric from what was given and shows the working. */
import type { Context } from '../../context.ts';
import { MetricInputError, UndefinedMetricError } from '../../core/metrics/errors.ts';
import {
  type Computation,
  jsonValue,
  type MetricFormula,
  unusedFields,
} from '../../core/metrics/formula.ts';
import { metricFormulas, metricNamed } from '../../core/metrics/index.ts';
import { parseValue } from '../../core/metrics/parse.ts';
import { closest } from '../../core/typo.ts';
import { type ExitCode, exitCodes, UsageError, UserError } from '../../errors.ts';
import { renderComputation, renderFields, renderFormulas } from '../../view/compute.ts';
import { printable } from '../../view/width.ts';
import {
  type Fields,
  parseInput,
  parseObject,
  readInputFile,
  readStandardInput,
  splitInputs,
} from './read.ts';

export interface ComputeOptions {
  readonly metric: string | undefined;
  /** Flags of the metric's own fields, and files. */
  readonly inputs: readonly string[];
  /** The value of `--input`. */
  readonly json: string | undefined;
  readonly isJson: boolean;
}

export async function runCompute(options: ComputeOptions, context: Context): Promise<ExitCode> {
  const { io } = context;
  if (options.metric === undefined) return list(options, context);
  const formula = find(options.metric);
  const { files, flags } = splitInputs(options.inputs);
  if (flags.fields === true) {
    io.out(renderFields(formula, io));
    return exitCodes.done;
  }
  const given = await gather(formula, options, { files, flags }, context);
  refuseUnused(formula, given);
  const result = compute(formula, given);
  if (options.isJson) {
    const { value, steps, undefinedBecause } = result;
    io.out(
      `${JSON.stringify({ metric: formula.id, value: jsonValue(value), steps, undefinedBecause }, null, 2)}\n`,
    );
  } else io.out(renderComputation(formula, result, io));
  return exitCodes.done;
}

function list({ isJson }: ComputeOptions, { io }: Context): ExitCode {
  if (isJson) {
    const metrics = metricFormulas.map(({ id, name, aliases, formula }) => ({
      id,
      name,
      aliases,
      formula,
    }));
    io.out(`${JSON.stringify({ metrics }, null, 2)}\n`);
  } else io.out(renderFormulas(metricFormulas, io));
  return exitCodes.done;
}

function find(name: string): MetricFormula {
  const found = metricNamed(name);
  if (found) return found;
  const names = metricFormulas.flatMap(({ id, aliases }) => [id, ...aliases]);
  const near = closest(name.toLowerCase(), names, 3);
  throw new UserError(
    `no metric called "${printable(name)}" can be computed.`,
    near.length > 0 ? `Did you mean: ${near.join(', ')}?` : 'The list of them: mlsd compute',
  );
}

/** Later sources win: file or standard input, then --input, then flags. */
async function gather(
  formula: MetricFormula,
  { json }: ComputeOptions,
  { files, flags }: { readonly files: readonly string[]; readonly flags: Fields },
  context: Context,
): Promise<Fields> {
  const given: Fields = {};
  for (const file of files) Object.assign(given, readInputFile(file, context.workingDirectory));
  if (json !== undefined) Object.assign(given, parseObject(json, 'the value of --input'));
  Object.assign(given, flags);
  if (Object.keys(given).length > 0) return given;
  if (context.io.isInteractive) return await ask(formula, context);
  const text = readStandardInput();
  if (text.trim() === '') {
    throw new UsageError(
      `${formula.name} was given no numbers.`,
      `Its fields: mlsd compute ${formula.id} --fields`,
    );
  }
  return parseInput(text, 'standard input');
}

/** The fields of the handiest form, one by one. */
async function ask({ forms }: MetricFormula, context: Context): Promise<Fields> {
  const prompts = await context.prompts();
  const given: Fields = {};
  for (const { name, what } of forms[0] ?? []) {
    given[name] = parseValue(await prompts.text({ message: `${name}: ${what}` }));
  }
  return given;
}

function refuseUnused(formula: MetricFormula, given: Fields): void {
  const [unused] = unusedFields(formula, given);
  if (unused === undefined) return;
  throw new UsageError(
    `${formula.name} has no field "${printable(unused)}".`,
    `Its fields: mlsd compute ${formula.id} --fields`,
  );
}

function compute(formula: MetricFormula, given: Fields): Computation {
  try {
    return computeForgiving(formula, given);
  } catch (error) {
    if (error instanceof MetricInputError || error instanceof UndefinedMetricError) {
      throw new UsageError(
        `${formula.name}: ${printable(error.message)}.`,
        `Its fields: mlsd compute ${formula.id} --fields`,
      );
    }
    throw error;
  }
}

/** A single number where a list belongs is a list of one: nobody types a comma after it. */
function computeForgiving(formula: MetricFormula, given: Fields): Computation {
  try {
    return formula.compute(given);
  } catch (error) {
    if (!(error instanceof MetricInputError) || !/is not a list/.test(error.message)) throw error;
    const value = given[error.field];
    if (typeof value !== 'number' && typeof value !== 'string') throw error;
    return computeForgiving(formula, { ...given, [error.field]: [value] });
  }
}

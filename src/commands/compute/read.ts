/** Where the numbers come from: flags, JSON, a file, standard input. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parseTable, parseValues } from '../../core/metrics/parse.ts';
import { UsageError, UserError } from '../../errors.ts';
import { printable } from '../../view/width.ts';

export type Fields = Record<string, unknown>;

/** Positional words name files; what follows a flag, up to the next one, is its value. */
export function splitInputs(inputs: readonly string[]): { files: string[]; flags: Fields } {
  const files: string[] = [];
  const flags: Fields = {};
  let name: string | undefined;
  let values: string[] = [];
  function finish(): void {
    if (name === undefined) return;
    flags[name] = values.length === 0 ? true : parseValues(values);
  }
  for (const word of inputs) {
    const flag = /^--([A-Za-z][\w-]*)(?:=(.*))?$/s.exec(word);
    if (flag) {
      finish();
      name = flag[1];
      values = flag[2] === undefined ? [] : [flag[2]];
    } else if (name === undefined) files.push(word);
    else values.push(word);
  }
  finish();
  return { files, flags };
}

const mostBytes = 512 * 1024 * 1024;

export function readInputFile(file: string, workingDirectory: string): Fields {
  return parseInput(readText(file, workingDirectory), file);
}

function readText(file: string, workingDirectory: string): string {
  if (file === '-') return readStandardInput();
  const path = resolve(workingDirectory, file);
  try {
    if (statSync(path).size > mostBytes) throw new Error('it is larger than 512 MB');
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `"${printable(file)}" cannot be read: ${reason}`,
      'Name a CSV or JSON file, or give the fields as flags.',
    );
  }
}

export function readStandardInput(): string {
  return readFileSync(0, 'utf8');
}

/** A JSON object, or a table with commas, semicolons or tabs. */
export function parseInput(text: string, from: string): Fields {
  if (/^\s*[[{]/.test(text)) return parseObject(text, from);
  try {
    const rows = parseCsv(text, {
      delimiter: [',', ';', '\t'],
      relax_column_count: true,
      skip_empty_lines: true,
      bom: true,
    });
    if (rows.length < 2) throw new Error('it has no row under its header');
    return parseTable(rows);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `${printable(from)} is neither a JSON object nor a table: ${reason}`,
      'A table has the names of the fields in its first row: true,predicted',
    );
  }
}

export function parseObject(text: string, from: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${printable(from)} is not JSON: ${reason}`, objectHint);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new UsageError(`${printable(from)} is JSON, but not an object.`, objectHint);
}

const objectHint = 'Write an object of fields: {"true": [1, 0], "predicted": [1, 1]}';

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Context } from '../../context.ts';
import { type ExitCode, exitCodes, UsageError, UserError } from '../../errors.ts';
import { type NewKind, templates } from '../../knowledge/template.ts';
import { printable } from '../../view/width.ts';

export interface NewOptions {
  readonly kind: string;
  readonly name: string;
  readonly into: string;
  readonly isJson: boolean;
}

export async function runNew(options: NewOptions, context: Context): Promise<ExitCode> {
  const { io, workingDirectory } = context;
  const kind = options.kind as NewKind;
  const { folder, text } = templates[kind];
  const id = idFrom(options.name);
  const catalog = await context.shippedKnowledge();
  const steps = catalog.all('step').map((step) => step.id);
  const path = join(resolve(workingDirectory, options.into), folder, `${id}.yaml`);
  const file = relative(workingDirectory, path) || path;
  writeNew(path, text({ id, name: options.name, steps }), file);
  if (options.isJson) io.out(`${JSON.stringify({ kind, id, file })}\n`);
  else {
    io.out(`${file}\n`);
    io.err(`Fill in the marked places, then: mlsd check ${options.into}\n`);
  }
  return exitCodes.done;
}

/** "Recall at precision" → "recall-at-precision". */
function idFrom(name: string): string {
  const id = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/@/g, ' at ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (id !== '') return id;
  throw new UsageError(
    `"${printable(name)}" holds no letter or digit to make an id of.`,
    'Give another name.',
  );
}

function writeNew(path: string, text: string, shown: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') {
      throw new UserError(`${shown} exists already.`, 'Edit it, or give another name.');
    }
    throw new UserError(
      `${shown} cannot be written: ${message}`,
      'Name another directory with --pack.',
    );
  }
}

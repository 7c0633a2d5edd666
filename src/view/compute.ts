/** A computed value with its working; the fields of a metric; what can be computed. */
import type { Computation, Field, MetricFormula } from '../core/metrics/formula.ts';
import { code, document, fields, heading, list, listSection, section } from './document.ts';
import { valueLines } from './number.ts';
import { renderTerminal, type TerminalStyle } from './render/terminal.ts';
import { padEnd, textWidth, wrapRuns } from './width.ts';
import { workingLines } from './working.ts';

/** The value first, then the formula and the working as one would write it on a whiteboard. */
export function renderComputation(
  { name, formula }: MetricFormula,
  { value, steps, undefinedBecause }: Computation,
  style: TerminalStyle,
): string {
  const { paint, width } = style;
  const shown =
    value === null ? `undefined: ${undefinedBecause ?? 'no value'}` : valueLines(value).join('\n');
  const lines = shown.includes('\n')
    ? [paint.title(`${name} =`), ...shown.split('\n').map((line) => `  ${line}`)]
    : wrapRuns([{ text: `${name} = ${shown}`, paint: paint.title }], width);
  return [
    ...lines,
    '',
    ...wrapRuns([{ text: formula, paint: paint.code }], width),
    '',
    ...workingLines(steps, width - 2).map((line) => `  ${line}`),
    '',
  ].join('\n');
}

export function renderFields(formula: MetricFormula, style: TerminalStyle): string {
  const { id, name, forms, options, aliases } = formula;
  return renderTerminal(
    document(
      heading(1, name),
      fields([
        ['Formula', code(formula.formula)],
        ['Also called', aliases.join(', ')],
      ]),
      ...forms.map((form, index) =>
        section(2, index === 0 ? 'Needs' : 'Or', list(form.map(fieldText))),
      ),
      listSection(2, 'Takes', options.map(fieldText)),
      fields([
        [
          'Type',
          [
            code(
              `mlsd compute ${id} ${(forms[0] ?? []).map((field) => `--${field.name} …`).join(' ')}`,
            ),
          ],
        ],
      ]),
    ),
    style,
  );
}

function fieldText({ name, what, aliases }: Field): string {
  const also = aliases.length > 0 ? ` (also ${aliases.join(', ')})` : '';
  return `--${name}: ${what}${also}`;
}

export function renderFormulas(
  formulas: readonly MetricFormula[],
  { width, paint }: TerminalStyle,
): string {
  const column = Math.max(...formulas.map(({ id }) => textWidth(id))) + 2;
  const lines = formulas.flatMap(({ id, name, formula }) => {
    const text = wrapRuns([{ text: `${name}: ${formula}` }], Math.max(20, width - column));
    return text.map(
      (line, row) => `${row === 0 ? paint.term(padEnd(id, column)) : ' '.repeat(column)}${line}`,
    );
  });
  return `${lines.join('\n')}\n`;
}

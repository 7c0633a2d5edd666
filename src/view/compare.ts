/** Entries side by side: a column for each, a row for each field that differs, then when to choose which. */
import type { Comparison } from '../core/compare.ts';
import {
  type Document,
  document,
  emphasis,
  heading,
  list,
  paragraph,
  strong,
  table,
} from './document.ts';

const nothing = '–';

export function comparisonDocument(comparison: Comparison): Document {
  const { kind, entries, differences, same, choices } = comparison;
  return document(
    heading(1, entries.map(({ name }) => name).join(' · ')),
    differences.length > 0
      ? table(
          [kind, ...entries.map(({ name }) => name)],
          differences.map(({ label, values }) => [
            label,
            ...values.map((value) => (value.length > 0 ? value.join('; ') : nothing)),
          ]),
        )
      : undefined,
    same.length > 0 ? paragraph(emphasis(`The same: ${same.join(', ').toLowerCase()}`)) : undefined,
    heading(2, 'When to choose which'),
    list(
      choices.map(({ entry, when }) => ({ line: [strong(entry.name)], under: list([...when]) })),
    ),
  );
}

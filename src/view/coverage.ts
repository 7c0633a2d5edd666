/** What was said of the points of a case and what was missed: for a debrief and for a grade. */
import type { Catalog } from '../core/catalog.ts';
import type { SaidLine } from '../core/interview/scorecard.ts';
import type { CoveredPoint, StepCoverage } from '../core/interview/step-coverage.ts';
import {
  type Bars,
  type Block,
  bars,
  code,
  heading,
  type Inline,
  type Item,
  list,
  paragraph,
  strong,
} from './document.ts';
import { commandFor } from './entries/shared.ts';
import { passedTime } from './interview-text.ts';
import { printable } from './width.ts';

export function coverageBars(steps: readonly StepCoverage[]): Bars | undefined {
  return bars('Points by step', {
    series: ['Said'],
    markName: 'Of',
    rows: steps.map(({ name, points, coveredCount }) => ({
      label: printable(name),
      values: [amount(coveredCount)],
      mark: amount(points.length),
    })),
  });
}

function amount(count: number): { value: number; text: string } {
  return { value: count, text: String(count) };
}

/** Step by step: the points that were said, with the line that proves it, and those that were not. */
export function coverageBlocks(steps: readonly StepCoverage[], catalog: Catalog): Block[] {
  return steps.flatMap(({ name, points, coveredCount }) => [
    heading(3, `${printable(name)}: ${coveredCount} of ${points.length}`),
    ...titled('Said', points.filter(({ isCovered }) => isCovered).map(saidItem)),
    ...titled(
      'Missing',
      points.filter(({ isCovered }) => !isCovered).map((point) => missingItem(point, catalog)),
    ),
  ]);
}

function titled(title: string, items: readonly Item[]): Block[] {
  return items.length > 0 ? [paragraph(strong(`${title}:`)), list(items)] : [];
}

function saidItem({ point, evidence }: CoveredPoint): Item {
  const line = [printable(point.text)];
  return evidence.length > 0 ? { line, under: list(evidence.map(quoted)) } : line;
}

export function missingItem({ point }: Pick<CoveredPoint, 'point'>, catalog: Catalog): Inline[] {
  return [`${printable(point.text)} (${point.level})`, ...toRead(point.see, catalog)];
}

/** " Read: mlsd topic position-bias", for what can be looked up. */
export function toRead(ids: readonly string[], catalog: Catalog): Inline[] {
  return ids
    .filter((id) => catalog.record(id) !== undefined)
    .flatMap((id, index): Inline[] => [
      index === 0 ? ' Read: ' : ', ',
      code(commandFor(catalog, id)),
    ]);
}

/** What was said, with when or where. */
export function quoted({ text, usedMs, number }: SaidLine): Inline[] {
  const place = usedMs === undefined ? number && `line ${number}` : passedTime(usedMs);
  const words = `\u201c${printable(text)}\u201d`;
  return place ? [code(place), ` ${words}`] : [words];
}

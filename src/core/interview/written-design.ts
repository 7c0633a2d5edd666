/** A design written as Markdown or plain text, as lines of notes: headings that name a step begin it. */
import type { Step } from '../catalog.ts';
import { searchKey } from '../search.ts';
import type { SaidLine } from './scorecard.ts';

export interface WrittenDesign {
  readonly lines: readonly SaidLine[];
  /** Does any heading name a step? If not, each line is held against all of them. */
  readonly hasSteps: boolean;
}

const mostLines = 5000;
const longestLine = 2000;

export function readDesign(text: string, steps: readonly Step[]): WrittenDesign {
  const named = stepNames(steps);
  const lines: SaidLine[] = [];
  let place: { step: string; depth: number } | undefined;
  let hasSteps = false;
  const source = text.split(/\r\n|\r|\n/).slice(0, mostLines);
  source.forEach((raw, index) => {
    const heading = headingOf(raw, source[index + 1]);
    if (isUnderline(raw)) return;
    if (!heading) {
      for (const said of sayingsOf(raw)) {
        lines.push({ text: said, step: place?.step, number: index + 1 });
      }
      return;
    }
    const step = stepNamed(heading.text, named);
    if (step !== undefined) {
      place = { step, depth: heading.depth };
      hasSteps = true;
    } else {
      // A heading within a step stays in it; one beside it leaves it. What it says counts too.
      if (place && heading.depth <= place.depth && !heading.isGuess) place = undefined;
      lines.push({ text: plainLine(heading.text), step: place?.step, number: index + 1 });
    }
  });
  return { lines: lines.filter((line) => line.text !== ''), hasSteps };
}

interface Heading {
  readonly text: string;
  readonly depth: number;
  /** Looks like one only when it names a step. */
  readonly isGuess: boolean;
}

function headingOf(line: string, next = ''): Heading | undefined {
  const [, marks, text] = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line) ?? [];
  if (marks && text) return { text, depth: marks.length, isGuess: false };
  if (/\S/.test(line) && isUnderline(next) && !/^\s*([-*+>|]|\d+[.)]\s)/.test(line)) {
    return { text: line.trim(), depth: next.trim().startsWith('=') ? 1 : 2, isGuess: false };
  }
  // "1. Evaluation", "Evaluation:", "**Evaluation**" alone on a line.
  const alone =
    /^\s*(?:\*\*|__)?(?:(?:step\s*)?\d[.):]?\s+)?(step\s*\d|\p{L}[\p{L}&/ ,-]{2,60}?)\s*:?(?:\*\*|__)?:?\s*$/iu;
  const [, guess] = alone.exec(line) ?? [];
  return guess ? { text: guess, depth: 7, isGuess: true } : undefined;
}

function isUnderline(line: string): boolean {
  return /^ {0,3}(={3,}|-{3,})\s*$/.test(line);
}

type StepNames = ReadonlyMap<string, string>;

/** Whole names, and the first words of the names that people shorten. */
function stepNames(steps: readonly Step[]): StepNames {
  const names = new Map<string, string>();
  for (const { id, name, aliases, number } of steps) {
    for (const each of [id, name, ...aliases, `step ${number}`]) names.set(searchKey(each), id);
    for (const part of name.split(/\s*&\s*/)) {
      if (!names.has(searchKey(part))) names.set(searchKey(part), id);
    }
  }
  return names;
}

function stepNamed(heading: string, names: StepNames): string | undefined {
  const plain = plainLine(heading).replace(/\s*\(.*?\)\s*$/, '');
  const key = searchKey(plain);
  const bare = key.replace(/^(?:step )?\d+ /, '');
  const parts = plain.split(/\s*(?:[:\u2013\u2014]|\s-\s|&|\/|,|\band\b)\s*/i).map(searchKey);
  return [key, bare, ...parts].map((each) => names.get(each)).find((step) => step !== undefined);
}

/** A bullet is one line; a paragraph says as much as it has sentences; a row of a table, its cells. */
function sayingsOf(raw: string): string[] {
  const plain = plainLine(raw.slice(0, longestLine));
  if (/^[\s|:,=-]*$/.test(plain)) return [];
  return plain.split(/(?<=[.!?])\s+(?=[\p{Lu}\p{N}])/u);
}

/** Without the marks of Markdown and whatever could drive a terminal. */
function plainLine(text: string): string {
  return text
    .replace(/[\t\u00a0]/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/^\s*(?:>\s*)*(?:[-*+]\s+(?:\[[ xX]\]\s+)?|\d+[.)]\s+)?/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|__|`|~~/g, '')
    .replace(/^\||\|$/g, '')
    .replace(/\s*\|\s*/g, ', ')
    .trim();
}

/** How many columns text takes, and lines that fit. */
import stringWidth from 'fast-string-width';

/**
 * Only characters that take one column: ASCII, Latin, Greek, Cyrillic, punctuation, subscripts,
 * arrows and mathematical signs. The library is asked about everything else.
 */
const narrow =
  /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u1d00-\u1dbf\u2010-\u2027\u2070-\u20cf\u2190-\u22ff]*$/;

export function textWidth(text: string): number {
  return narrow.test(text) ? text.length : stringWidth(text);
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}

/** Text that cannot drive a terminal: control and format characters become visible or vanish. */
export function printable(text: string): string {
  return text.replace(/[\t\n\r]+/g, ' ').replace(/[\p{Cc}\p{Cf}]/gu, '');
}

/** Cut to a width, with an ellipsis when something was cut. */
export function truncate(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = '';
  for (const character of characters(text)) {
    if (textWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** What a reader takes for one character: a letter with its accents, a family of emoji. */
function characters(text: string): Iterable<string> {
  if (narrow.test(text)) return text;
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text);
  return Array.from(segments, ({ segment }) => segment);
}

/** As many whole words as fit into so many lines, with an ellipsis when some do not. */
export function clipLines(text: string, width: number, count: number): string {
  const lines = wrapRuns([{ text }], width);
  if (lines.length <= count) return text;
  const last = (lines[count - 1] ?? '').split(' ');
  const end = () => last.join(' ').replace(/[\s,;:–-]+$/, '');
  while (last.length > 1 && textWidth(end()) >= width) last.pop();
  const kept = truncate(end(), width - 1).replace(/…$/, '');
  return [...lines.slice(0, count - 1), `${kept}…`].join(' ');
}

/** Whole lines as text that fits; what goes on in the next line keeps the indent of the first. */
export function wrapLines(lines: readonly string[], width: number): string {
  return lines
    .map((line) => {
      const indent = /^ */.exec(line)?.[0] ?? '';
      const wrapped = wrapRuns([{ text: line.trimStart() }], Math.max(10, width - indent.length));
      return wrapped.map((each) => `${indent}${each}\n`).join('');
    })
    .join('');
}

/** A run of text with the style it is painted in. */
export interface Run {
  readonly text: string;
  readonly paint?: ((text: string) => string) | undefined;
}

/** Fits runs into lines of at most `width` columns, breaking at spaces, and words only when they must be. */
export function wrapRuns(runs: readonly Run[], width: number): string[] {
  const [only] = runs;
  if (only && runs.length === 1 && !only.paint && isEven(only.text)) {
    return wrapEven(only.text, width);
  }
  const writer = new LineWriter(width);
  for (const { text, paint } of runs) {
    text.split(' ').forEach((part, index) => {
      if (index > 0) writer.space();
      if (part !== '') writer.part({ text: part, paint, width: textWidth(part) });
    });
  }
  return writer.finish();
}

/** Text of one column a character, its words apart by single spaces: most of what there is. */
function isEven(text: string): boolean {
  return narrow.test(text) && !/^ | {2}| $/.test(text);
}

function wrapEven(text: string, width: number): string[] {
  const lines: string[] = [];
  let start = 0;
  while (text.length - start > width) {
    const space = text.lastIndexOf(' ', start + width);
    const isWordCut = space <= start;
    const end = isWordCut ? start + width : space;
    lines.push(text.slice(start, end));
    start = isWordCut ? end : end + 1;
  }
  lines.push(text.slice(start));
  return lines;
}

interface Part extends Run {
  readonly width: number;
}

/** Builds lines part by part; a word may consist of several parts in different styles. */
class LineWriter {
  readonly #width: number;
  readonly #lines: string[] = [];
  #line = '';
  #used = 0;
  #word: Part[] = [];
  #wordWidth = 0;

  constructor(width: number) {
    this.#width = width;
  }

  part(part: Part): void {
    this.#word.push(part);
    this.#wordWidth += part.width;
  }

  space(): void {
    if (this.#word.length === 0) return;
    const gap = this.#used > 0 ? 1 : 0;
    if (gap > 0 && this.#used + gap + this.#wordWidth > this.#width) this.#break();
    else if (gap > 0) this.#append(' ', 1);
    const fits = this.#wordWidth <= this.#width;
    for (const part of fits ? this.#word : this.#word.flatMap((each) => cut(each, this.#width))) {
      if (this.#used + part.width > this.#width) this.#break();
      this.#append(part.paint ? part.paint(part.text) : part.text, part.width);
    }
    this.#word = [];
    this.#wordWidth = 0;
  }

  finish(): string[] {
    this.space();
    if (this.#used > 0 || this.#lines.length === 0) this.#break();
    return this.#lines;
  }

  #append(text: string, width: number): void {
    this.#line += text;
    this.#used += width;
  }

  #break(): void {
    this.#lines.push(this.#line);
    this.#line = '';
    this.#used = 0;
  }
}

/** A word that is wider than a line, cut into pieces that fit. */
function cut({ text, paint }: Part, width: number): Part[] {
  const found: Part[] = [];
  let piece = '';
  for (const character of characters(text)) {
    if (piece !== '' && textWidth(piece + character) > width) {
      found.push({ text: piece, paint, width: textWidth(piece) });
      piece = '';
    }
    piece += character;
  }
  if (piece !== '') found.push({ text: piece, paint, width: textWidth(piece) });
  return found;
}

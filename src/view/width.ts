/** How many columns text takes, and lines that fit. */
import stringWidth from 'fast-string-width';

export function textWidth(text: string): number {
  return isAscii(text) ? text.length : stringWidth(text);
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code > 0x7e) return false;
  }
  return true;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - textWidth(text))) + text;
}

/** Text that cannot drive a terminal: control and format characters become visible or vanish. */
export function printable(text: string): string {
  return text.replace(/[\t\n\r]+/g, ' ').replace(/[\p{Cc}\p{Cf}]/gu, '');
}

/** Cut to a width, with an ellipsis when something was cut. */
export function truncate(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** A run of text with the style it is painted in. */
export interface Run {
  readonly text: string;
  readonly paint?: ((text: string) => string) | undefined;
}

/** Fits runs into lines of at most `width` columns, breaking at spaces, and words only when they must be. */
export function wrapRuns(runs: readonly Run[], width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  let gap = false;
  function finish(): void {
    lines.push(line);
    line = '';
    used = 0;
    gap = false;
  }
  for (const word of wordsOf(runs)) {
    if (word === 'space') {
      gap = used > 0;
      continue;
    }
    const size = word.reduce((sum, run) => sum + textWidth(run.text), 0);
    if (used > 0 && used + (gap ? 1 : 0) + size > width) finish();
    if (gap) {
      line += ' ';
      used += 1;
      gap = false;
    }
    for (const run of word) {
      for (const piece of pieces(run.text, width, width - used)) {
        if (used + textWidth(piece) > width) finish();
        line += run.paint ? run.paint(piece) : piece;
        used += textWidth(piece);
      }
    }
  }
  if (used > 0 || lines.length === 0) lines.push(line);
  return lines;
}

/** Words, each of one or more runs: a style may change inside a word. */
function wordsOf(runs: readonly Run[]): (Run[] | 'space')[] {
  const words: (Run[] | 'space')[] = [];
  for (const { text, paint } of runs) {
    for (const part of text.split(/( +|\n)/)) {
      if (part === '') continue;
      const last = words.at(-1);
      if (part.trim() === '') words.push('space');
      else if (last && last !== 'space') last.push({ text: part, paint });
      else words.push([{ text: part, paint }]);
    }
  }
  return words;
}

/** A word as it is, or in pieces that fit when it is wider than a line. */
function pieces(word: string, width: number, left: number): string[] {
  if (textWidth(word) <= Math.max(left, width)) return [word];
  const found: string[] = [];
  let piece = '';
  for (const character of word) {
    if (textWidth(piece + character) > width) {
      found.push(piece);
      piece = '';
    }
    piece += character;
  }
  return piece ? [...found, piece] : found;
}

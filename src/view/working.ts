/** Lines of a working, laid out already: a line that is too long goes on under itself. */
import { textWidth, wrapRuns } from './width.ts';

const hang = '    ';

export function workingLines(lines: readonly string[], width: number): string[] {
  return lines
    .flatMap((line) => line.split('\n'))
    .flatMap((line) => (textWidth(line) <= width ? [line] : broken(line, width)));
}

function broken(line: string, width: number): string[] {
  const [first = '', ...rest] = wrapRuns([{ text: line }], width);
  if (rest.length === 0) return [first];
  const further = wrapRuns([{ text: rest.join(' ') }], Math.max(10, width - hang.length));
  return [first, ...further.map((each) => `${hang}${each}`)];
}

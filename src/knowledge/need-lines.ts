/** The table of needs as sorted lines, so that a search reads only the words that it was asked for. */
import type { NeedTable, Posting } from '../core/need-table.ts';
import { SortedLines, sortedLines } from './sorted-lines.ts';

export interface NeedLines {
  /** Line n is the id of entry n. */
  readonly ids: Buffer;
  /** Lines "stem, tab, then entry:weight for each", sorted; numbers in base 36, weights in hundredths. */
  readonly stems: Buffer;
  /** Lines "id, tab, JSON of its sentences", sorted. */
  readonly sentences: Buffer;
}

const base = 36;
const fineness = 100;

export function writeNeedLines(table: NeedTable, ids: readonly string[]): NeedLines {
  const numbers = new Map(ids.map((id, index) => [id, index.toString(base)]));
  const stems = [...table.stems].map((stem) => {
    const postings = table
      .postings(stem)
      .map(([id, weight]) => `${numbers.get(id)}:${Math.round(weight * fineness).toString(base)}`);
    return `${stem}\t${postings.join(' ')}`;
  });
  return {
    ids: Buffer.from(ids.map((id) => `${id}\n`).join('')),
    stems: sortedLines(stems),
    sentences: sortedLines(ids.map((id) => `${id}\t${JSON.stringify(table.sentences(id))}`)),
  };
}

export function readNeedLines(lines: NeedLines): NeedTable {
  const ids = lines.ids.toString().trimEnd().split('\n');
  const stems = new SortedLines(lines.stems);
  const sentences = new SortedLines(lines.sentences);
  return {
    size: ids.length,
    get stems() {
      return [...stems.beginning('')].map((line) => line.slice(0, line.indexOf('\t')));
    },
    postings(stem) {
      const [line] = stems.beginning(`${stem}\t`);
      return line === undefined
        ? []
        : line
            .slice(stem.length + 1)
            .split(' ')
            .map(read);
    },
    sentences(id) {
      const [line] = sentences.beginning(`${id}\t`);
      return line === undefined ? { reasons: [], asks: [] } : JSON.parse(line.slice(id.length + 1));
    },
  };

  function read(posting: string): Posting {
    const [entry = '', weight = ''] = posting.split(':');
    const number = Number.parseInt(entry, base);
    return [ids[number] ?? '', Number.parseInt(weight, base) / fineness];
  }
}

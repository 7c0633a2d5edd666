/** Sorted lines of text, searched as bytes where they lie. */

const newline = 10;

/** The text of a table: each line once, sorted by its bytes. */
export function sortedLines(lines: Iterable<string>): Buffer {
  const all = [...new Set(lines)].map((line) => `${line}\n`);
  // Strings sort faster than bytes, and the same way as long as no character is made of two units.
  if (!all.some((line) => /[\ud800-\udfff]/.test(line))) return Buffer.from(all.sort().join(''));
  return Buffer.concat(all.map((line) => Buffer.from(line)).sort(Buffer.compare));
}

export class SortedLines {
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** Every line that begins with the prefix, in order. */
  beginning(prefix: string): string[] {
    const wanted = Buffer.from(prefix);
    const found: string[] = [];
    for (let start = this.#first(wanted); start < this.#bytes.length; ) {
      const end = this.#lineEnd(start);
      if (!this.#bytes.subarray(start, start + wanted.length).equals(wanted)) break;
      found.push(this.#bytes.toString('utf8', start, end));
      start = end + 1;
    }
    return found;
  }

  /** Where the first line stands that is not below the prefix: a binary search. */
  #first(wanted: Buffer): number {
    let low = 0;
    let high = this.#bytes.length;
    while (low < high) {
      const line = this.#lineStart((low + high) >> 1);
      if (this.#bytes.compare(wanted, 0, wanted.length, line, this.#lineEnd(line)) < 0) {
        low = this.#lineEnd(line) + 1;
      } else {
        high = line;
      }
    }
    return low;
  }

  #lineStart(place: number): number {
    return place === 0 ? 0 : this.#bytes.lastIndexOf(newline, place - 1) + 1;
  }

  #lineEnd(start: number): number {
    const end = this.#bytes.indexOf(newline, start);
    return end === -1 ? this.#bytes.length : end;
  }
}

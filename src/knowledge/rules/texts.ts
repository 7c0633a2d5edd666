/** Every text of a value, with its path. */
import type { Path } from '../source.ts';

export interface Text {
  readonly path: Path;
  readonly text: string;
}

export function* textsOf(value: unknown, path: Path = []): Generator<Text> {
  if (typeof value === 'string') yield { path, text: value };
  else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      yield* textsOf(each, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  }
}

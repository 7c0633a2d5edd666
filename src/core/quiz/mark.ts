/** Marking several items, as a state and what may be done to it. */

export interface Marking {
  readonly count: number;
  /** Indexes of what is marked. */
  readonly marked: readonly number[];
  /** Index of the item that is pointed at. */
  readonly at: number;
}

export type MarkAction =
  | { readonly type: 'toggle'; readonly index: number }
  | { readonly type: 'toggle this' }
  | { readonly type: 'move'; readonly by: 1 | -1 };

export function startMarking(count: number): Marking {
  return { count, marked: [], at: 0 };
}

export function mark(state: Marking, action: MarkAction): Marking {
  const { count, at } = state;
  if (action.type === 'move') return { ...state, at: (at + action.by + count) % count };
  return toggle(state, action.type === 'toggle' ? action.index : at);
}

function toggle(state: Marking, index: number): Marking {
  const { count, marked } = state;
  if (index < 0 || index >= count) return state;
  const rest = marked.filter((each) => each !== index);
  const isMarked = rest.length < marked.length;
  return { ...state, at: index, marked: isMarked ? rest : [...rest, index].sort((a, b) => a - b) };
}

/** "1,3", "1 3" or "13" as indexes from 0; undefined unless all are items and none repeats. */
export function parseMarks(typed: string, count: number): number[] | undefined {
  if (!/^[\d\s,;.]+$/.test(typed)) return undefined;
  const words = typed.match(/\d+/g) ?? [];
  const [only = ''] = words;
  const numbers = words.length === 1 && count < 10 ? [...only] : words;
  const indexes = numbers.map((word) => Number(word) - 1);
  const areItems = indexes.every((index) => index >= 0 && index < count);
  const isFair = indexes.length > 0 && areItems && new Set(indexes).size === indexes.length;
  return isFair ? indexes.sort((a, b) => a - b) : undefined;
}

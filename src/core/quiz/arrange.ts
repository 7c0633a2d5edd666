/** Putting items in order, as a state and what may be done to it. */

export interface Arrangement {
  readonly count: number;
  /** Indexes of the items already placed, first to last. */
  readonly placed: readonly number[];
  /** Index of the item that is marked. */
  readonly marked: number;
}

export type ArrangeAction =
  | { readonly type: 'place'; readonly index: number }
  | { readonly type: 'move'; readonly by: 1 | -1 }
  | { readonly type: 'place marked' }
  | { readonly type: 'take back' };

export function startArrangement(count: number): Arrangement {
  return { count, placed: [], marked: 0 };
}

export function isArranged({ count, placed }: Arrangement): boolean {
  return placed.length === count;
}

export function arrange(state: Arrangement, action: ArrangeAction): Arrangement {
  return actions[action.type](state, action as never);
}

const actions = {
  place: (state, { index }) => place(state, index),
  move: (state, { by }) => ({ ...state, marked: nextOpen(state, by) }),
  'place marked': (state) => place(state, state.marked),
  'take back': (state) => {
    const last = state.placed.at(-1);
    return last === undefined
      ? state
      : { ...state, placed: state.placed.slice(0, -1), marked: last };
  },
} as const satisfies {
  [Type in ArrangeAction['type']]: (
    state: Arrangement,
    action: Extract<ArrangeAction, { type: Type }>,
  ) => Arrangement;
};

function place(state: Arrangement, index: number): Arrangement {
  if (index < 0 || index >= state.count || state.placed.includes(index)) return state;
  const next = { ...state, placed: [...state.placed, index], marked: index };
  return { ...next, marked: nextOpen(next, 1) };
}

/** The nearest item not yet placed, going round; the marked one when none is left. */
function nextOpen({ count, placed, marked }: Arrangement, by: 1 | -1): number {
  for (let distance = 1; distance <= count; distance++) {
    const index = (((marked + by * distance) % count) + count) % count;
    if (!placed.includes(index)) return index;
  }
  return marked;
}

/** "3 1 2", "3,1,2" or "312" as indexes from 0; undefined unless each item is named once. */
export function parseArrangement(typed: string, count: number): number[] | undefined {
  const words = typed.match(/\d+/g) ?? [];
  const [only = ''] = words;
  const numbers = words.length === 1 && count < 10 ? [...only] : words;
  const indexes = numbers.map((word) => Number(word) - 1);
  const isComplete =
    indexes.length === count && indexes.every((index) => index >= 0 && index < count);
  return isComplete && new Set(indexes).size === count ? indexes : undefined;
}

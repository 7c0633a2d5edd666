/** All that apply: number keys or Space mark, Enter answers. */
import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isSpaceKey,
  isUpKey,
  type KeypressEvent,
  useKeypress,
  useState,
} from '@inquirer/core';
import { type MarkAction, type Marking, mark, startMarking } from '../../core/quiz/mark.ts';
import { type PromptStyle, renderKeys, renderMarking } from '../../view/prompts.ts';
import { actionFor, hiddenCursor } from './keys.ts';
import type { KeyAction, MarkQuestion } from './prompts.ts';

interface MarkConfig {
  readonly question: MarkQuestion<unknown>;
  readonly style: PromptStyle;
}

export const markPrompt = createPrompt<unknown, MarkConfig>(({ question, style }, done) => {
  const { items, actions = [] } = question;
  const [state, setState] = useState<Marking>(startMarking(items.length));
  const [ending, setEnding] = useState<KeyAction<unknown> | 'answered' | undefined>(undefined);

  useKeypress((key, line) => {
    line.clearLine(0);
    const other = actionFor(key, actions);
    const action = markActionFor(key);
    if (other) {
      setEnding(other);
      done(other.value);
    } else if (isEnterKey(key) && state.marked.length > 0) {
      setEnding('answered');
      done(state.marked);
    } else if (action) setState(mark(state, action));
  });

  if (typeof ending === 'object' && ending.erases) return '';
  const list = `${question.message}\n${renderMarking(items, state, style, ending === undefined)}`;
  if (ending !== undefined) return ending === 'answered' ? list : `${list}\n${ending.name}`;
  const keys = [
    { key: `1-${items.length}`, name: 'mark' },
    ...(state.marked.length > 0 ? [{ key: 'enter', name: 'answer' }] : []),
  ];
  return `${list}\n\n${renderKeys([...keys, ...actions], style)}${hiddenCursor}`;
});

function markActionFor(key: KeypressEvent): MarkAction | undefined {
  if (/^[1-9]$/.test(key.name)) return { type: 'toggle', index: Number(key.name) - 1 };
  if (isUpKey(key)) return { type: 'move', by: -1 };
  if (isDownKey(key)) return { type: 'move', by: 1 };
  return isSpaceKey(key) ? { type: 'toggle this' } : undefined;
}

/** Items put in order: number keys or arrows place them one after the other. */
import {
  createPrompt,
  isBackspaceKey,
  isDownKey,
  isEnterKey,
  isSpaceKey,
  isUpKey,
  type KeypressEvent,
  useKeypress,
  useState,
} from '@inquirer/core';
import {
  type ArrangeAction,
  type Arrangement,
  arrange,
  isArranged,
  startArrangement,
} from '../../core/quiz/arrange.ts';
import { type PromptStyle, renderArrangement, renderKeys } from '../../view/prompts.ts';
import { actionFor, hiddenCursor } from './keys.ts';
import type { ArrangeQuestion, KeyAction } from './prompts.ts';

interface ArrangeConfig {
  readonly question: ArrangeQuestion<unknown>;
  readonly style: PromptStyle;
}

export const arrangePrompt = createPrompt<unknown, ArrangeConfig>(({ question, style }, done) => {
  const { items, actions = [] } = question;
  const [state, setState] = useState<Arrangement>(startArrangement(items.length));
  const [ending, setEnding] = useState<KeyAction<unknown> | 'answered' | undefined>(undefined);

  useKeypress((key, line) => {
    line.clearLine(0);
    const other = actionFor(key, actions);
    if (other) {
      setEnding(other);
      done(other.value);
    } else if (isEnterKey(key) && isArranged(state)) {
      setEnding('answered');
      done(state.placed);
    } else {
      const action = arrangeActionFor(key);
      if (action) setState(arrange(state, action));
    }
  });

  if (typeof ending === 'object' && ending.erases) return '';
  const list = `${question.message}\n${renderArrangement(items, state, style)}`;
  if (ending !== undefined) return ending === 'answered' ? list : `${list}\n${ending.name}`;
  const keys = isArranged(state)
    ? [
        { key: 'enter', name: 'answer' },
        { key: 'backspace', name: 'take back' },
      ]
    : [
        { key: `1-${items.length}`, name: 'what comes next' },
        { key: 'backspace', name: 'take back' },
      ];
  return `${list}\n\n${renderKeys([...keys, ...actions], style)}${hiddenCursor}`;
});

function arrangeActionFor(key: KeypressEvent): ArrangeAction | undefined {
  if (/^[1-9]$/.test(key.name)) return { type: 'place', index: Number(key.name) - 1 };
  if (isUpKey(key)) return { type: 'move', by: -1 };
  if (isDownKey(key)) return { type: 'move', by: 1 };
  if (isSpaceKey(key) || isEnterKey(key)) return { type: 'place marked' };
  if (isBackspaceKey(key)) return { type: 'take back' };
  return undefined;
}

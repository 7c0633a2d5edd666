/** One of several: a number key answers at once, arrows and Enter as well. */
import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isUpKey,
  useKeypress,
  useState,
} from '@inquirer/core';
import {
  hanging,
  marker,
  type PromptStyle,
  renderChoices,
  renderKeys,
} from '../../view/prompts.ts';
import { actionFor, hiddenCursor } from './keys.ts';
import type { ChooseQuestion, KeyAction } from './prompts.ts';

interface ChooseConfig {
  readonly question: ChooseQuestion<unknown>;
  readonly style: PromptStyle;
}

type Finish = Pick<KeyAction<unknown>, 'name' | 'value' | 'erases'>;

export const choosePrompt = createPrompt<unknown, ChooseConfig>(({ question, style }, done) => {
  const { choices, actions = [] } = question;
  const first = choices.findIndex(({ value }) => value === question.initial);
  const [active, setActive] = useState(Math.max(0, first));
  const [answer, setAnswer] = useState<Finish | undefined>(undefined);

  function finish(how: Finish): void {
    setAnswer(how);
    done(how.value);
  }
  useKeypress((key, line) => {
    line.clearLine(0);
    const action = actionFor(key, actions);
    const number = /^[1-9]$/.test(key.name) ? Number(key.name) - 1 : undefined;
    const chosen = choices[isEnterKey(key) ? active : (number ?? -1)];
    if (isUpKey(key)) setActive((active - 1 + choices.length) % choices.length);
    else if (isDownKey(key)) setActive((active + 1) % choices.length);
    else if (chosen) finish(chosen);
    else if (action) finish(action);
  });

  if (answer?.erases) return '';
  if (answer !== undefined) {
    const said = hanging(`${marker(style)} `, answer.name, { ...style, paint: style.paint.accent });
    return `${question.message}\n${said.join('\n')}`;
  }
  const keys = [{ key: choices.length > 9 ? 'Arrows' : `1-${choices.length}`, name: 'choose' }];
  return [
    question.message,
    renderChoices(choices, active, style),
    '',
    renderKeys([...keys, ...actions], style) + hiddenCursor,
  ].join('\n');
});

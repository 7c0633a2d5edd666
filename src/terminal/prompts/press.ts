/** One of a few keys. */
import { createPrompt, isEnterKey, useKeypress, useState } from '@inquirer/core';
import { type PromptStyle, renderKeys } from '../../view/prompts.ts';
import { actionFor, hiddenCursor } from './keys.ts';
import type { PressQuestion } from './prompts.ts';

interface PressConfig {
  readonly question: PressQuestion<unknown>;
  readonly style: PromptStyle;
}

export const pressPrompt = createPrompt<unknown, PressConfig>(({ question, style }, done) => {
  const [isDone, setDone] = useState(false);
  useKeypress((key, line) => {
    line.clearLine(0);
    const pressed = isEnterKey(key) ? question.keys[0] : actionFor(key, question.keys);
    if (!pressed) return;
    setDone(true);
    done(pressed.value);
  });
  const message = question.message ?? '';
  // The keys have served; what was said above them stays.
  return isDone ? message : `${message}\n${renderKeys(question.keys, style)}${hiddenCursor}`;
});

/** A line of text. */
import { createPrompt, isEnterKey, useEffect, useKeypress, useState } from '@inquirer/core';
import { hanging, marker, type PromptStyle } from '../../view/prompts.ts';
import type { TextQuestion } from './prompts.ts';

interface TextConfig {
  readonly question: TextQuestion;
  readonly style: PromptStyle;
}

export const textPrompt = createPrompt<string, TextConfig>(({ question, style }, done) => {
  const [value, setValue] = useState('');
  const [isDone, setDone] = useState(false);
  useEffect((line) => {
    if (!question.initial) return;
    line.write(question.initial);
    setValue(question.initial);
  }, []);
  useKeypress((key, line) => {
    if (isEnterKey(key)) {
      setDone(true);
      done(value.trim());
    } else {
      setValue(line.line);
    }
  });
  const typed = isDone ? style.paint.accent(value.trim()) : value;
  const help =
    question.help && !isDone
      ? hanging('', question.help, { ...style, paint: style.paint.dim })
      : [];
  return [`${question.message}\n${style.paint.accent(marker(style))} ${typed}`, help.join('\n')];
});

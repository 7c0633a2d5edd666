/** What the prompts share about keys. */
import { isEnterKey, type KeypressEvent } from '@inquirer/core';
import type { KeyAction } from './prompts.ts';

/** Shown again by Inquirer when the prompt is over. */
export const hiddenCursor = '\u001B[?25l';

/** The action that a key stands for. */
export function actionFor<T>(
  key: KeypressEvent,
  actions: readonly KeyAction<T>[],
): KeyAction<T> | undefined {
  if (key.ctrl) return undefined;
  return actions.find((action) =>
    action.key === 'enter' ? isEnterKey(key) : action.key === key.name,
  );
}

/** Every question to the person goes through here; a scripted twin stands in for it in tests. */

export interface Choice<T> {
  readonly value: T;
  readonly name: string;
  /** Shown under the list while the choice is marked. */
  readonly description?: string | undefined;
}

export interface ChooseQuestion<T> {
  readonly message: string;
  readonly choices: readonly Choice<T>[];
  readonly initial?: T | undefined;
}

export interface TextQuestion {
  readonly message: string;
  readonly initial?: string | undefined;
}

export interface Prompts {
  /** One of several, by number key or arrows. Throws CancelledError on Ctrl-C. */
  choose<T>(question: ChooseQuestion<T>): Promise<T>;
  /** A line of text. Throws CancelledError on Ctrl-C. */
  text(question: TextQuestion): Promise<string>;
}

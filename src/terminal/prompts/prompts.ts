/** Every question to the person goes through here; a scripted twin stands in for it in tests. */

export interface Choice<T> {
  readonly value: T;
  readonly name: string;
  /** Shown under the list while the choice is marked. */
  readonly description?: string | undefined;
}

/** Something else that may be done instead of answering: one key, or its name typed. */
export interface KeyAction<T> {
  /** A single letter, or "enter". */
  readonly key: string;
  readonly name: string;
  readonly value: T;
}

export interface ChooseQuestion<T> {
  /** What stands above the choices; may have several lines. */
  readonly message: string;
  readonly choices: readonly Choice<T>[];
  readonly initial?: T | undefined;
  readonly actions?: readonly KeyAction<T>[] | undefined;
}

export interface TextQuestion {
  readonly message: string;
  readonly initial?: string | undefined;
  /** One line on what may be typed. */
  readonly help?: string | undefined;
}

export interface ArrangeQuestion<T> {
  readonly message: string;
  /** In the order in which they are shown; none repeats. */
  readonly items: readonly string[];
  readonly actions?: readonly KeyAction<T>[] | undefined;
}

export interface PressQuestion<T> {
  readonly message?: string | undefined;
  /** The first one is also what Enter does. */
  readonly keys: readonly KeyAction<T>[];
}

export interface Prompts {
  /** One of several, by number key or arrows. Throws CancelledError on Ctrl-C. */
  choose<T>(question: ChooseQuestion<T>): Promise<T>;
  /** A line of text. Throws CancelledError on Ctrl-C. */
  text(question: TextQuestion): Promise<string>;
  /** Items put in order: their indexes, first to last; or an action. Throws CancelledError. */
  arrange<T>(question: ArrangeQuestion<T>): Promise<readonly number[] | T>;
  /** One of a few keys. Throws CancelledError on Ctrl-C. */
  press<T>(question: PressQuestion<T>): Promise<T>;
}

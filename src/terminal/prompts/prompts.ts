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
  /** The question is asked anew after it, so the screen of this one goes away. */
  readonly erases?: boolean | undefined;
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

export interface MarkQuestion<T> {
  readonly message: string;
  /** In the order in which they are shown. */
  readonly items: readonly string[];
  readonly actions?: readonly KeyAction<T>[] | undefined;
}

export interface PressQuestion<T> {
  readonly message?: string | undefined;
  /** The first one is also what Enter does. */
  readonly keys: readonly KeyAction<T>[];
}

/** A screen that changes while the clock runs, with a line of input that is always ready. */
export interface LiveScreen<T> {
  /** The lines above the input, for a window of this size; asked for when something may have changed. */
  frame(size: { readonly width: number; readonly height: number }): readonly string[];
  /** A line was entered. */
  enter(line: string): Reaction<T>;
  /** Time has passed. Called at most once a second. */
  tick(): Reaction<T>;
  /** Milliseconds until the next tick is of use. */
  untilTick(): number;
  /** The line with what it begins completed. */
  complete(line: string): string;
  /** A key was pressed. */
  typed(): void;
}

/** What follows from a line or from time. */
export interface Reaction<T> {
  /** What is new, in words, for terminals on which nothing is painted twice. */
  readonly lines: readonly string[];
  readonly ringsBell?: boolean | undefined;
  /** What stays in the input, to be mended. */
  readonly input?: string | undefined;
  /** The screen is over. */
  readonly end?: { readonly value: T } | undefined;
}

export interface Prompts {
  /** One of several, by number key or arrows. Throws CancelledError on Ctrl-C. */
  choose<T>(question: ChooseQuestion<T>): Promise<T>;
  /** A line of text. Throws CancelledError on Ctrl-C. */
  text(question: TextQuestion): Promise<string>;
  /** Items put in order: their indexes, first to last; or an action. Throws CancelledError. */
  arrange<T>(question: ArrangeQuestion<T>): Promise<readonly number[] | T>;
  /** All that apply: their indexes, lowest first, at least one; or an action. Throws CancelledError. */
  mark<T>(question: MarkQuestion<T>): Promise<readonly number[] | T>;
  /** One of a few keys. Throws CancelledError on Ctrl-C. */
  press<T>(question: PressQuestion<T>): Promise<T>;
  /** Runs a live screen until it is over. Throws CancelledError on Ctrl-C. */
  live<T>(screen: LiveScreen<T>): Promise<T>;
}

/** An entry on one screen: what it is, when to use it, what to watch, and how to read on. */
import type { Catalog, Entry, EntryOf } from '../../core/catalog.ts';
import { code, type Document, document, fields, heading, list, paragraph } from '../document.ts';
import { renderText, type TerminalStyle } from '../render/text.ts';
import { clipLines, wrapRuns } from '../width.ts';
import { commandFor } from './shared.ts';
import { type Short, type ShortKind, shorts } from './short-facts.ts';

type ShortEntry = EntryOf<ShortKind>;

export interface ShortOptions extends TerminalStyle {
  readonly catalog: Catalog;
  /** What was typed: a part of the entry that bears this name is shown. */
  readonly query: string;
  /** Lines that something else needs on the same screen. */
  readonly reserved: number;
}

/** Steps, domains and cases are read whole. */
export function isShortKind(entry: Entry): entry is ShortEntry {
  return entry.kind in shorts;
}

/** The screen of 80×24, less the line of the next prompt; a wide one has rarely fewer lines. */
const screen = { columns: 80, lines: 23, wideColumns: 100, wideLines: 22 } as const;
const indent = { list: 4, fields: 12 } as const;
const itemsShown = 2;

/** The most that fits on one screen. */
export function renderShort(entry: ShortEntry, options: ShortOptions): string {
  const make = shorts[entry.kind] as (entry: ShortEntry, query: string) => Short;
  const screenful = new Screenful(entry, make(entry, options.query), options);
  const lines = renderText(screenful.document(), options).split('\n').length - 1;
  screenful.grant(roomFor(options.width) - options.reserved - lines);
  return renderText(screenful.document(), options);
}

function roomFor(width: number): number {
  if (width >= screen.wideColumns) return screen.wideLines;
  return Math.ceil((screen.lines * screen.columns) / Math.min(width, screen.columns));
}

/** A text that may take so many lines; what goes beyond is cut off. */
class Passage {
  readonly #text: string;
  readonly #width: number;
  readonly #wholeLines: number;
  #lines = 1;

  constructor(text: string, width: number) {
    this.#text = text;
    this.#width = width;
    this.#wholeLines = wrapRuns([{ text }], width).length;
  }

  get shown(): string {
    return clipLines(this.#text, this.#width, this.#lines);
  }

  /** Takes one line more if that shows more. */
  grow(): boolean {
    if (this.#lines >= this.#wholeLines) return false;
    this.#lines++;
    return true;
  }
}

/** Every text on the screen has one line at first; the lines left go where they tell most. */
class Screenful {
  readonly #entry: ShortEntry;
  readonly #short: Short;
  readonly #options: ShortOptions;
  readonly #title: Passage;
  readonly #summary: Passage;
  readonly #facts: readonly Passage[];
  readonly #use: readonly Passage[];
  readonly #watch: readonly Passage[];

  constructor(entry: ShortEntry, short: Short, options: ShortOptions) {
    const { width } = options;
    const long = entry.longName ? ` (${entry.longName})` : '';
    const items = (texts: readonly string[]) =>
      texts.slice(0, itemsShown).map((text) => new Passage(text, width - indent.list));
    this.#entry = entry;
    this.#short = short;
    this.#options = options;
    this.#title = new Passage(`${entry.name}${long}`, width);
    this.#summary = new Passage(entry.summary, width);
    this.#facts = short.facts.map(({ value }) => new Passage(value, width - indent.fields));
    this.#use = items(short.use);
    this.#watch = items(short.watch.items);
  }

  grant(lines: number): void {
    const formulas = this.#facts.filter((_, index) => this.#short.facts[index]?.isCode);
    const sentences = pairs(this.#use, this.#watch);
    const order = [this.#title, this.#summary, ...formulas, ...sentences, ...this.#facts];
    let left = lines;
    for (let isGrowing = true; isGrowing && left > 0; ) {
      isGrowing = false;
      for (const passage of order) {
        if (left > 0 && passage.grow()) {
          left--;
          isGrowing = true;
        }
      }
    }
  }

  document(): Document {
    const { kind, id } = this.#entry;
    const { facts, watch } = this.#short;
    return document(
      heading(1, this.#title.shown),
      paragraph(this.#summary.shown),
      fields(
        facts.map(({ label, isCode }, index) => {
          const shown = this.#facts[index]?.shown ?? '';
          return [label, isCode && shown !== '' ? code(shown) : shown];
        }),
      ),
      listOf('Use when', this.#use),
      listOf(watch.title, this.#watch),
      fields([
        ['Compare', this.#compare()],
        ['See also', this.#see()],
        ['All of it', code(`mlsd ${kind} ${id} --full`)],
      ]),
    );
  }

  /** Only as many names as fit: it must stay a command that can be typed. */
  #compare() {
    const { id, lookAlikes } = this.#entry;
    const others = [...new Set(lookAlikes.map((each) => each.id))].filter((other) => other !== id);
    const commands = others.map(
      (_, index) => `mlsd compare ${[id, ...others.slice(0, others.length - index)].join(' ')}`,
    );
    const fitting = commands.find((command) => this.#fits(command)) ?? commands.at(-1);
    return fitting === undefined ? undefined : code(fitting);
  }

  #see() {
    const commands = this.#entry.see.map((id) => commandFor(this.#options.catalog, id));
    let kept = commands.length;
    while (kept > 1 && !this.#fits(commands.slice(0, kept).join(', '))) kept--;
    return commands
      .slice(0, kept)
      .flatMap((command, index) => (index > 0 ? [', ', code(command)] : [code(command)]));
  }

  #fits(text: string): boolean {
    return text.length <= this.#options.width - indent.fields;
  }
}

/** First of the one, first of the other, and so on. */
function pairs<T>(a: readonly T[], b: readonly T[]): T[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, index) =>
    [a[index], b[index]].filter((each) => each !== undefined),
  ).flat();
}

function listOf(title: string, items: readonly Passage[]) {
  return items.length > 0 ? [heading(2, title), list(items.map(({ shown }) => shown))] : undefined;
}

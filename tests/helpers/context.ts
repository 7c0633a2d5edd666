/** A context whose terminal is two strings, whose clock stands still and whose home is nowhere. */
import { type Context, checkedSettings, type GlobalOptions } from '../../src/context.ts';
import type { Catalog } from '../../src/core/catalog.ts';
import { readSettings } from '../../src/core/settings.ts';
import type { History } from '../../src/history/history.ts';
import { createIo, type TerminalFacts } from '../../src/terminal/io.ts';
import type { Prompts } from '../../src/terminal/prompts/prompts.ts';
import { shellCompletion } from '../../src/terminal/shell-completion.ts';
import { shippedCatalog } from './knowledge.ts';

export interface TestContext extends Context {
  readonly stdout: string;
  readonly stderr: string;
  /** Texts that were given to the pager. */
  readonly paged: readonly string[];
}

export interface TestOptions {
  /** A terminal on both ends, or a pipe. */
  readonly tty?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly catalog?: Catalog;
  readonly prompts?: Prompts;
  readonly history?: () => History;
  readonly dataDirectory?: string;
  readonly workingDirectory?: string;
  /** What the file of settings holds. */
  readonly settings?: string;
  readonly settingsFile?: string;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly seed?: number;
  /** May its jumps be taken for a program that stood still? */
  readonly isRealClock?: boolean;
}

const aMonday = Date.UTC(2026, 0, 5, 9);

export async function testContext(options: TestOptions = {}): Promise<TestContext> {
  const written = { out: '', err: '', paged: [] as string[] };
  const now = options.now ?? (() => aMonday);
  return await contextWith({});

  async function contextWith(globals: GlobalOptions): Promise<TestContext> {
    const file = options.settingsFile ?? '/nowhere/config.json';
    const settings = { ...readSettings(options.settings, options.env ?? {}), file };
    const io = await createIo(factsOf(options), streamsTo(written), globals, settings.settings);
    return {
      io,
      clock: { now, monotonic: now, isReal: options.isRealClock ?? false },
      settings,
      config: () => checkedSettings(settings),
      freshSeed: () => options.seed ?? 1,
      knowledge: async () => options.catalog ?? shippedCatalog(),
      shippedKnowledge: async () => shippedCatalog(),
      history: async () => given(options.history, 'history')(),
      prompts: async () => given(options.prompts, 'prompts'),
      completion: async () => shellCompletion,
      dataDirectory: async () => given(globals.dataDir ?? options.dataDirectory, 'data directory'),
      workingDirectory: options.workingDirectory ?? process.cwd(),
      version: () => '0.0.0-test',
      runtime: { node: '24.0.0', platform: 'linux x64' },
      with: (more) => contextWith({ ...globals, ...more }),
      close: async () => {},
      get stdout() {
        return written.out;
      },
      get stderr() {
        return written.err;
      },
      get paged() {
        return written.paged;
      },
    };
  }
}

function factsOf({ tty = false, columns, rows, env = {} }: TestOptions): TerminalFacts {
  return { stdoutIsTty: tty, stderrIsTty: tty, stdinIsTty: tty, columns, rows, env };
}

function streamsTo(written: { out: string; err: string; paged: string[] }) {
  return {
    out: (text: string) => {
      written.out += text;
    },
    err: (text: string) => {
      written.err += text;
    },
    page: async (text: string) => {
      written.paged.push(text);
    },
  };
}

function given<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`this test gave no ${name}, and something asked for it`);
  return value;
}

/** Who may import whom. A room that is not named here may not exist. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from './helpers/knowledge.ts';

const source = join(repository, 'src');

/** Room → rooms it may import from, besides itself. */
const allowed: Record<string, readonly string[]> = {
  core: [],
  'errors.ts': ['core'],
  view: ['core'],
  knowledge: ['core', 'errors.ts'],
  history: ['core', 'errors.ts'],
  terminal: ['core', 'view', 'errors.ts'],
  'reference.ts': ['core', 'knowledge', 'terminal'],
  'context.ts': ['core', 'history', 'knowledge', 'terminal', 'reference.ts', 'errors.ts'],
  commands: ['core', 'view', 'knowledge', 'history', 'context.ts', 'reference.ts', 'errors.ts'],
  'quick.ts': ['core', 'commands', 'reference.ts'],
  'cli.ts': ['commands', 'context.ts', 'errors.ts', 'terminal'],
  'main.ts': ['commands', 'view', 'context.ts', 'errors.ts', 'cli.ts'],
  'program.ts': ['main.ts', 'context.ts', 'reference.ts', 'errors.ts'],
  'start.ts': ['commands', 'quick.ts', 'reference.ts', 'errors.ts', 'program.ts'],
  build: ['core', 'knowledge', 'view', 'cli.ts'],
};

interface Import {
  readonly file: string;
  readonly target: string;
  readonly isTypeOnly: boolean;
  readonly isLazy: boolean;
}

function importsOf(path: string): Import[] {
  const text = readFileSync(path, 'utf8');
  const file = relative(source, path);
  const found = text.matchAll(
    /(?:^(?:import|export)\s+(type\s)?[^;]*?from\s+'([^']+)')|(?:^import '([^']+)')|(import)\('([^']+)'\)/gm,
  );
  return [...found].map((match) => {
    const target = match[2] ?? match[3] ?? match[5] ?? '';
    const isRelative = target.startsWith('.');
    return {
      file,
      target: isRelative ? relative(source, resolve(path, '..', target)) : target,
      isTypeOnly: match[1] !== undefined,
      isLazy: match[4] !== undefined,
    };
  });
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);
const imports = files.flatMap((name) => importsOf(join(source, name)));
const isOutside = ({ target }: Import) => !/\.(ts|js)$/.test(target) || target.startsWith('..');

function roomOf(path: string): string {
  return path.split('/')[0] ?? path;
}

describe('the direction of imports', () => {
  test('every file stands in a room that has a rule', () => {
    const rooms = new Set(files.map(roomOf));
    expect([...rooms].filter((room) => !(room in allowed))).toEqual([]);
  });

  test('a room imports only from the rooms below it', () => {
    const broken = imports
      .filter((each) => !isOutside(each))
      .filter(({ file, target, isTypeOnly }) => {
        const [from, to] = [roomOf(file), roomOf(target)];
        const isShapeOfSeam = isTypeOnly && from === 'commands' && to === 'terminal';
        return from !== to && !allowed[from]?.includes(to) && !isShapeOfSeam;
      })
      .map(({ file, target }) => `${file} → ${target}`);
    expect(broken).toEqual([]);
  });

  test('core imports nothing of Node and no library that does input or output', () => {
    const outside = imports
      .filter((each) => roomOf(each.file) === 'core' && isOutside(each))
      .map(({ target }) => target);
    const pure = ['zod', 'fastest-levenshtein', 'pure-rand', 'stemmer', 'ts-fsrs'];
    expect([...new Set(outside)].filter((name) => !pure.includes(name))).toEqual([]);
  });

  test('the grammar of a command loads nothing heavy: its body is imported when it is called', () => {
    const heavy = imports
      .filter(({ file }) => file.endsWith('/command.ts'))
      .filter(({ isTypeOnly, isLazy }) => !isTypeOnly && !isLazy)
      .filter(
        ({ target }) =>
          !['commander', 'core/catalog.ts', 'commands/host.ts', 'commands/flags.ts'].includes(
            target,
          ),
      )
      .map(({ file, target }) => `${file} → ${target}`);
    expect(heavy).toEqual([]);
  });

  test('only the prompts adapter imports Inquirer, and only the painter imports chalk', () => {
    const strays = imports
      .filter(({ target }) => /^(@?inquirer|chalk)/.test(target))
      .filter(({ file }) => !/^terminal\/(prompts\/|paint\.ts)/.test(file))
      .map(({ file, target }) => `${file} → ${target}`);
    expect(strays).toEqual([]);
  });

  test('only the terminal, the context and the build touch the process', () => {
    const strays = files
      .filter((name) => !/^(terminal|build)\/|^context\.ts$/.test(name))
      .filter((name) => /\bprocess\.(?!ts')\w/.test(readFileSync(join(source, name), 'utf8')));
    expect(strays).toEqual([]);
  });

  test('a look-up loads neither YAML, nor validation, nor the database, nor prompts', () => {
    const seen = new Set<string>();
    const outside = new Set<string>();
    const queue = ['start.ts'];
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      for (const each of imports) {
        if (each.file !== file || each.isTypeOnly || each.isLazy) continue;
        if (isOutside(each)) outside.add(each.target);
        else queue.push(each.target);
      }
    }
    expect(seen.size).toBeGreaterThan(10);
    expect([...outside].filter((name) => !name.startsWith('node:'))).toEqual(['fast-string-width']);
  });
});

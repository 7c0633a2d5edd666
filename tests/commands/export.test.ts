/** What leaves the program, read back by a zip reader and a SQLite that are not those it is written with. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import initSqlJs from 'sql.js';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { fixtureCatalog } from '../fixtures/quiz/catalog.ts';
import { testContext } from '../helpers/context.ts';
import { temporaryDirectory } from '../helpers/pack.ts';

async function run(
  argv: readonly string[],
  { directory = temporaryDirectory(), shipped = false } = {},
) {
  const context = await testContext({
    workingDirectory: directory,
    ...(shipped ? {} : { catalog: fixtureCatalog() }),
  });
  const exitCode = await main(['export', ...argv], context);
  return { exitCode, directory, stdout: context.stdout, stderr: context.stderr };
}

type Row = Readonly<Record<string, string | number>>;

async function readPackage(path: string) {
  const zip = new ZipReader(new Uint8ArrayReader(new Uint8Array(readFileSync(path))));
  const files = new Map<string, Uint8Array>();
  for (const entry of await zip.getEntries()) {
    if (entry.directory) continue;
    files.set(
      entry.filename,
      await entry.getData(new Uint8ArrayWriter(), { checkSignature: true }),
    );
  }
  await zip.close();
  const { Database } = await initSqlJs();
  const database = new Database(files.get('collection.anki2'));
  const all = (sql: string): Row[] => {
    const statement = database.prepare(sql);
    const rows: Row[] = [];
    while (statement.step()) rows.push(statement.getAsObject() as Row);
    statement.free();
    return rows;
  };
  const read = {
    names: [...files.keys()],
    media: new TextDecoder().decode(files.get('media')),
    integrity: all('PRAGMA integrity_check'),
    col: all('SELECT * FROM col')[0] ?? {},
    notes: all('SELECT * FROM notes ORDER BY id'),
    cards: all('SELECT * FROM cards ORDER BY id'),
    reviews: all('SELECT * FROM revlog'),
  };
  database.close();
  return read;
}

describe('an Anki package', () => {
  test('of the shipped base is whole: note type, deck, one card a note, no reviews', {
    timeout: 60_000,
  }, async () => {
    const { exitCode, directory, stdout } = await run(['anki'], { shipped: true });
    expect(exitCode).toBe(0);
    const { names, media, integrity, col, notes, cards, reviews } = await readPackage(
      join(directory, 'mlsd.apkg'),
    );
    expect([names.sort(), media]).toEqual([['collection.anki2', 'media'], '{}']);
    expect(integrity).toEqual([{ integrity_check: 'ok' }]);
    expect(notes.length).toBeGreaterThan(1500);
    expect(stdout).toBe(`${notes.length.toLocaleString('en-US')} notes written to mlsd.apkg\n`);
    const models = JSON.parse(String(col.models));
    const decks = JSON.parse(String(col.decks));
    expect(col.ver).toBe(11);
    expect(cards.map(({ nid }) => nid)).toEqual(notes.map(({ id }) => id));
    expect(cards.every(({ did }) => decks[String(did)]?.name === 'ML system design')).toBe(true);
    for (const { mid, flds, tags, csum, sfld } of notes) {
      const fields = String(flds).split('\u001f');
      expect(fields).toHaveLength(models[String(mid)].flds.length);
      expect(fields.every((field) => field.length > 0)).toBe(true);
      expect(String(tags)).toMatch(/^( \S+)+ $/);
      const sha = createHash('sha1').update(String(sfld)).digest('hex');
      expect(csum).toBe(Number.parseInt(sha.slice(0, 8), 16));
    }
    expect(new Set(notes.map(({ guid }) => guid)).size).toBe(notes.length);
    expect(reviews).toEqual([]);
  });

  test('has the same guids, ids and fields in the next export', async () => {
    const read = async () => {
      const { directory } = await run(['anki', 'x.apkg']);
      const { notes } = await readPackage(join(directory, 'x.apkg'));
      return notes.map(({ guid, id, flds }) => ({ guid, id, flds }));
    };
    expect(await read()).toEqual(await read());
  });

  test('shows the reason of every option on the back, tells kind and topic, and escapes HTML', async () => {
    const { directory } = await run(['anki', 'x.apkg', '--kind', 'scenario'], {});
    const { notes } = await readPackage(join(directory, 'x.apkg'));
    const [question] = fixtureCatalog().questions.filter(({ kind }) => kind === 'scenario');
    const note = notes.find(({ guid }) => String(guid).endsWith(`#question-${question?.id}`));
    const [front = '', back = ''] = String(note?.flds).split('\u001f');
    const text = (html: string) =>
      html
        .replace(/<[^>]*>/g, ' ')
        .replace(/&quot;/g, '"')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&amp;/g, '&');
    for (const { text: option, why } of question?.options ?? []) {
      expect(text(front)).toContain(option);
      expect(text(back)).toContain(why);
    }
    expect(String(note?.tags)).toMatch(
      / mlsd kind::scenario domain::\S+ .*topic::[a-z]+::[a-z0-9-]+ /,
    );
    expect(notes.every(({ tags }) => String(tags).includes('kind::scenario'))).toBe(true);
    for (const { flds } of notes) {
      const rest = String(flds).replace(/<\/?(p|b|ul|ol|li|br)( class="[a-z]+")?>/g, '');
      expect(rest).not.toMatch(/[<>"{}]/);
    }
  });

  test('of one topic holds only that', async () => {
    const { directory } = await run(['anki', 'x.apkg', '--topic', 'metrics']);
    const { notes } = await readPackage(join(directory, 'x.apkg'));
    expect(notes.length).toBeGreaterThan(0);
    expect(notes.every(({ guid }) => String(guid).startsWith('metric/'))).toBe(true);
  });

  test('of numbers is none, since they are drawn afresh', async () => {
    const { exitCode, stderr, directory } = await run(['anki', '--kind', 'numeric']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('there are no such questions to export.');
    expect(readdirSync(directory)).toEqual([]);
  });

  test('into a directory that is not there is told', async () => {
    const { exitCode, stderr } = await run(['anki', 'nowhere/x.apkg']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('nowhere/x.apkg could not be written');
  });
});

describe('JSON', () => {
  test('has every question with its answer, and only those asked for', async () => {
    const { stdout } = await run(['json', '--kind', 'recall', '--topic', 'metrics']);
    const { questions } = JSON.parse(stdout);
    expect(questions.length).toBeGreaterThan(3);
    for (const question of questions) {
      expect(question).toMatchObject({ kind: 'recall', answer: expect.any(String) });
      expect(question.about).toMatch(/^metric\//);
    }
  });

  test('to a file leaves standard output empty', async () => {
    const { stdout, stderr, directory } = await run(['json', 'all.json']);
    expect(stdout).toBe('');
    const { questions } = JSON.parse(readFileSync(join(directory, 'all.json'), 'utf8'));
    expect(stderr).toBe(
      `${questions.length.toLocaleString('en-US')} questions written to all.json\n`,
    );
  });
});

test.each([
  [['anki', '--kind', 'song'], 2, /no kind of question "song"/],
  [['json', '--topic', 'qwertyuiop'], 1, /no questions about "qwertyuiop"/],
  [['csv'], 2, /unknown command/],
])('export %s exits %i', async (argv, code, message) => {
  const { exitCode, stderr } = await run(argv);
  expect([exitCode, stderr]).toEqual([code, expect.stringMatching(message)]);
});

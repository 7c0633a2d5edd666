import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { testContext } from '../helpers/context.ts';
import { temporaryDirectory } from '../helpers/pack.ts';
import { keys, type RunningProgram, runInTerminal } from '../helpers/terminal.ts';

interface Stored {
  readonly card: string;
  readonly answer: string;
  readonly correct: number;
}

/** What is on disk, read by nothing of the program's. */
function storedIn(home: string): Stored[] {
  const path = join(home, '.local/share/mlsd/history.sqlite');
  if (!existsSync(path)) return [];
  const database = new Database(path);
  try {
    return database.prepare('SELECT card, answer, correct FROM reviews').all() as Stored[];
  } finally {
    database.close();
  }
}

/** Answers the questions shown with their first choice, until `count` are answered. */
async function answer(program: RunningProgram, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    await program.shows(new RegExp(`\\n?${number} of \\d+ \\(`));
    program.type('1');
    await program.shows(/Enter next/);
    if (number < count) program.type(keys.enter);
  }
}

/** The text of the right option by the beginning of its question, as the preview of the same seed tells it. */
async function rightAnswers(args: readonly string[]): Promise<[prompt: string, right: string][]> {
  const context = await testContext();
  await main([...args, '--preview', '--json'], context);
  const { questions } = JSON.parse(context.stdout) as {
    questions: { prompt: string; options: { text: string; correct: boolean }[] }[];
  };
  return questions.map(({ prompt, options }) => [
    prompt.slice(0, 40),
    options.find(({ correct }) => correct)?.text.slice(0, 25) ?? '',
  ]);
}

/** The number key of the right option of the question that is on the screen. */
function rightKey(screen: string, answers: readonly [string, string][]): string {
  const question = screen.slice(screen.lastIndexOf(' (choice'));
  const flat = question.replace(/\s+/g, ' ');
  const right = answers.find(([prompt]) => flat.includes(prompt))?.[1] ?? 'nothing';
  const number = /(\d) [^\d]*$/.exec(flat.slice(0, flat.indexOf(right)));
  return number?.[1] ?? '';
}

const fiveChoices = ['quiz', '--count', '5', '--kind', 'choice', '--seed', '7'] as const;

describe('a quiz in a terminal', () => {
  test('of five questions is answered, stored and summed up; the wrong one comes back', async () => {
    const home = temporaryDirectory();
    const answers = await rightAnswers(fiveChoices);
    const program = runInTerminal(fiveChoices, home);
    for (let turn = 1; turn <= 6; turn++) {
      await program.shows(/choose · h hint · s skip(?: · u undo)? · q quit\s*$/);
      const right = rightKey(program.screen(), answers);
      const isWrongOnPurpose = turn === 1;
      program.type(isWrongOnPurpose ? String((Number(right) % 4) + 1) : right);
      await program.shows(
        turn < 6 ? /Enter next · u undo · q quit\s*$/ : /Enter finish · u undo\s*$/,
      );
      program.type(keys.enter);
    }
    const { exitCode } = await program.ended();
    const stored = storedIn(home);
    expect(exitCode).toBe(0);
    expect(stored.map(({ correct }) => correct)).toEqual([0, 1, 1, 1, 1, 1]);
    expect(new Set(stored.map(({ card }) => card)).size).toBe(5);
    expect(program.screen()).toMatch(/4 of 5/);
  });

  test('killed in the middle has lost no answer that was given', async () => {
    const home = temporaryDirectory();
    const program = runInTerminal(fiveChoices, home);
    await answer(program, 2);
    program.kill('SIGKILL');
    await program.ended();
    expect(storedIn(home)).toHaveLength(2);
  });

  test('two at once on one history lose nothing and never wait in vain', async () => {
    const home = temporaryDirectory();
    const both = [7, 8].map((seed) =>
      runInTerminal(
        ['quiz', '--count', '4', '--kind', 'choice', '--seed', String(seed), '--cram'],
        home,
      ),
    );
    for (let turn = 0; turn < 4; turn++) {
      await Promise.all(both.map((program) => program.shows(/choose · h hint .*q quit\s*$/)));
      for (const program of both) program.type('1');
      await Promise.all(both.map((program) => program.shows(/Enter next · u undo · q quit\s*$/)));
      for (const program of both) program.type(keys.enter);
    }
    for (const program of both) {
      await program.shows(/choose · h hint .*q quit\s*$/);
      program.type('q');
      await program.shows(/Summary/);
      expect((await program.ended()).exitCode).toBe(0);
      expect(program.screen()).not.toMatch(/locked|has been writing/);
    }
    expect(storedIn(home)).toHaveLength(8);
  });

  test('an answer is stored while another program keeps writing', async () => {
    const home = temporaryDirectory();
    const program = runInTerminal(fiveChoices, home);
    await program.shows(/1 of \d+ \(/);
    const other = new Database(join(home, '.local/share/mlsd/history.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    program.type('1');
    // The program waits for the lock; nothing is shown before the answer is on disk.
    other.exec('COMMIT');
    other.close();
    await program.shows(/Enter next/);
    program.type('q');
    await program.ended();
    expect(storedIn(home)).toHaveLength(1);
  });

  test('on a damaged history says which file it is and what to do, and a look-up still works', async () => {
    const home = temporaryDirectory();
    const directory = join(home, '.local/share/mlsd');
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'history.sqlite'), 'Not a database. '.repeat(100));
    const quiz = runInTerminal(['quiz'], home);
    const { exitCode } = await quiz.ended();
    expect(exitCode).toBe(1);
    const said = quiz.screen().replace(/\s+/g, ' ');
    expect(said).toContain('your history is damaged');
    expect(said).toMatch(/Rename that file|mlsd doctor/);
    const lookup = runInTerminal(['metric', 'ndcg', '--no-pager'], home);
    expect((await lookup.ended()).exitCode).toBe(0);
  });

  test('left with Ctrl-C says what is saved, exits with 130 and gives the cursor back', async () => {
    const home = temporaryDirectory();
    const program = runInTerminal(fiveChoices, home);
    await answer(program, 1);
    program.type(keys.ctrlC);
    const { exitCode } = await program.ended();
    expect(exitCode).toBe(130);
    expect(program.screen()).toContain('your answer is saved');
    expect(storedIn(home)).toHaveLength(1);
  });
});

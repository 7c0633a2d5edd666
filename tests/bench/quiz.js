/**
 * The quiz with 100,000 cards and a million answers in its history, as ratios to the same with an
 * empty history in the same run: until the first question shows, with the shipped base and with a
 * pack that has all those cards; then how long an answer takes to be stored, and the memory.
 * BENCH_CARDS and BENCH_REVIEWS set other numbers.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { spawn } from '@lydell/node-pty';
import { build } from 'esbuild';
import { median, print, root } from './clock.js';

const runs = Number(process.env.BENCH_RUNS ?? 9);
const cards = Number(process.env.BENCH_CARDS ?? 100_000);
const reviews = Number(process.env.BENCH_REVIEWS ?? 1_000_000);
const cardsOfEntry = 10;
const scratch = mkdtempSync(join(tmpdir(), 'mlsd-bench-quiz-'));
const code = join(root, 'node_modules', '.cache', 'mlsd-bench');
process.on('exit', () => {
  for (const directory of [scratch, code]) rmSync(directory, { recursive: true, force: true });
});

const dayMs = 86_400_000;
const { openHistory } = await historyCode();
const clock = { now: () => Date.now(), monotonic: () => performance.now() };
const pack = writePack(join(scratch, 'pack'));
const full = join(scratch, 'full');
const empty = join(scratch, 'empty');
fillHistory();

print(`${process.version}, ${cards} cards, ${reviews} answers:`);
measureAnswers();
await measureFirstQuestion('the shipped base', []);
await measureFirstQuestion(`a pack of ${cards} cards`, ['--pack', pack]);

/** The code of the history, as one file that Node can load. */
async function historyCode() {
  mkdirSync(code, { recursive: true });
  const outfile = join(code, 'history.mjs');
  const entryPoints = [join(root, 'src/history/history.ts')];
  const options = { bundle: true, platform: 'node', format: 'esm', external: ['libsql'] };
  await build({ ...options, entryPoints, outfile, logLevel: 'error' });
  return await import(pathToFileURL(outfile).href);
}

/** Answers of the last year; half of the cards are due. Their schedule is rebuilt from them. */
function fillHistory() {
  const history = openHistory(full, clock);
  const Database = process.getBuiltinModule('module').createRequire(import.meta.url)('libsql');
  const database = new Database(history.path);
  const insert = database.prepare(
    `INSERT INTO reviews (uid, card, question, kind, session, answered_at, took_ms, correct,
       rating, answer, scheduler, mode, hints, retention, due_by)
     VALUES (?, ?, ?, 'fill-in', 'bench', ?, 9000, ?, ?, 'what was typed', 'fsrs-6', 'practice', 0, 0.9, NULL)`,
  );
  database.exec('BEGIN');
  const perCard = reviews / cards;
  for (let index = 0; index < reviews; index++) {
    const number = index % cards;
    const turn = Math.floor(index / cards);
    const daysAgo = 1 + ((number * 7) % 30) + 30 * (perCard - 1 - turn);
    const rating = ['again', 'hard', 'good', 'good', 'easy'][(number + turn * 3) % 5];
    const card = cardId(number);
    const at = Date.now() - daysAgo * dayMs;
    insert.run([`u-${index}`, card, `${card}:fill-in`, at, rating === 'again' ? 0 : 1, rating]);
  }
  database.exec('COMMIT');
  database.close();
  const before = performance.now();
  history.reviews.rebuild();
  const seconds = (performance.now() - before) / 1000;
  const due = history.reviews.countDue(Date.now(), cards);
  print(`the schedule rebuilt from ${reviews} answers: ${seconds.toFixed(1)} s, ${due} cards due`);
  history.close();
}

function cardId(number) {
  const entry = Math.floor(number / cardsOfEntry);
  const fact = number % cardsOfEntry;
  return `topic/subject-${entry}#${factOf(fact)}`;
}

function factOf(fact) {
  if (fact === 0) return 'name';
  return fact === 1 ? 'use' : `technique-way-${fact}`;
}

function measureAnswers() {
  for (const [name, directory] of [
    ['an empty history', empty],
    ['the full one', full],
  ]) {
    const history = openHistory(directory, clock);
    const times = Array.from({ length: 200 }, (_, index) => {
      const before = performance.now();
      history.reviews.record(answer(cardId((index * 499) % cards)));
      return performance.now() - before;
    });
    const worst = Math.max(...times).toFixed(1);
    print(
      `  ${`an answer stored in ${name}`.padEnd(44)} ${median(times).toFixed(2)} ms, at most ${worst} ms`,
    );
    history.close();
  }
  rmSync(empty, { recursive: true, force: true });
}

function answer(card) {
  return {
    card,
    question: `${card}:fill-in`,
    kind: 'fill-in',
    session: 'bench',
    mode: 'practice',
    answeredAt: Date.now(),
    tookMs: 9000,
    isCorrect: true,
    rating: 'good',
    answer: 'what was typed',
    hints: 0,
    rules: { retention: 0.9, dueBy: undefined },
  };
}

async function measureFirstQuestion(name, flags) {
  const times = { empty: [], full: [] };
  const memory = { empty: 0, full: 0 };
  for (let run = 0; run < runs + 2; run++) {
    for (const [which, directory] of [
      ['empty', empty],
      ['full', full],
    ]) {
      const { ms, peakMb } = await firstQuestion([...flags, '--data-dir', directory]);
      // The first rounds read the pack and make its cache.
      if (run < 2) continue;
      times[which].push(ms);
      memory[which] = Math.max(memory[which], peakMb);
    }
  }
  const [without, withAll] = [median(times.empty), median(times.full)];
  const told = `${without.toFixed(0)} ms, with the history ${withAll.toFixed(0)} ms`;
  const ratio = `${(withAll / without).toFixed(2)} ×`;
  print(
    `  ${`first question, ${name}`.padEnd(44)} ${told}  ${ratio}, peak ${memory.full} MB (${memory.empty} MB)`,
  );
}

/** Milliseconds from the start of the program until a question waits, in a real terminal. */
function firstQuestion(flags) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const env = { PATH: process.env.PATH, HOME: scratch, TERM: 'xterm-256color', LANG: 'C.UTF-8' };
    const args = [join(root, 'bin/mlsd.js'), ...flags, 'quiz', '--seed', '3'];
    const program = spawn(process.execPath, args, { cols: 80, rows: 40, env, cwd: scratch });
    let shown = '';
    let result;
    program.onData((data) => {
      shown += data;
      if (result || !/1.{0,9} of .{0,9}\d+/.test(shown) || !shown.includes('quit')) return;
      result = { ms: performance.now() - start, peakMb: peakOf(program.pid) };
      program.write('\u0003');
    });
    program.onExit(() => (result ? resolve(result) : reject(new Error(`no question: ${shown}`))));
  });
}

/** In MB; 0 where the system does not tell. */
function peakOf(pid) {
  try {
    const [, kb] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kb) / 1000);
  } catch {
    return 0;
  }
}

function writePack(directory) {
  const folder = join(directory, 'topics');
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < cards / cardsOfEntry; number++) {
    writeFileSync(join(folder, `subject-${number}.yaml`), entry(number));
  }
  return directory;
}

function entry(number) {
  const techniques = Array.from(
    { length: cardsOfEntry - 2 },
    (_, index) => `  - name: Way ${index + 2}
    what: It turns ${number} into ${number + index} by a table.`,
  );
  return `id: subject-${number}
name: Subject ${number}
summary: A made-up matter that is there to be asked about.
area: training
order: 1
what: It stands for the length of an entry and says nothing else of use.
useWhen: [There are ${number} rows.]
techniques:
${techniques.join('\n')}
sources: [A textbook]
`;
}

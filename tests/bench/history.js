/**
 * What a long history costs: `mlsd stats` with a million answers to 100,000 cards, its time and
 * the most memory it took. BENCH_REVIEWS and BENCH_CARDS set other numbers.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { median, print, root } from './clock.js';

const reviews = Number(process.env.BENCH_REVIEWS ?? 1_000_000);
const cards = Number(process.env.BENCH_CARDS ?? 100_000);
const runs = Number(process.env.BENCH_RUNS ?? 5);
const scratch = mkdtempSync(join(tmpdir(), 'mlsd-bench-history-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

const dayMs = 86_400_000;
const daysBack = 730;

start();
fill();
const measured = Array.from({ length: runs }, () => measure(['stats']));
const seconds = median(measured.map((each) => each.seconds)).toFixed(2);
const megabytes = Math.max(...measured.map((each) => each.megabytes)).toFixed(0);
print(`${reviews} answers to ${cards} cards:`);
print(`  mlsd stats  ${seconds} s (median of ${runs}), at most ${megabytes} MB`);

/** Makes the file, as the program itself does. */
function start() {
  const empty = [
    { format: 'mlsd-history', version: 1 },
    { type: 'end', lines: 0 },
  ];
  const input = empty.map((line) => `${JSON.stringify(line)}\n`).join('');
  run(['history', 'import', '-'], { input });
}

function fill() {
  const ids = JSON.parse(run(['metric', '--json'])).entries.map(({ id }) => id);
  const database = new Libsql(join(scratch, 'history.sqlite'));
  database.exec(
    'PRAGMA synchronous = OFF; CREATE TEMP TABLE names (n INTEGER PRIMARY KEY, id TEXT)',
  );
  const insert = database.prepare('INSERT INTO names VALUES (?, ?)');
  for (const [index, id] of ids.entries()) insert.run([index, `metric/${id}`]);
  const now = Date.now();
  database.exec(`
    BEGIN;
    WITH RECURSIVE given (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM given WHERE i < ${reviews - 1})
    INSERT INTO reviews (uid, card, question, kind, session, answered_at, took_ms, correct, rating,
      answer, scheduler)
    SELECT printf('%08x-0000-4000-8000-%012x', (i * 2654435761) & 4294967295, i),
      id || '#fact-' || (c / ${ids.length}), id || '#fact-' || (c / ${ids.length}) || ':choice',
      CASE i % 3 WHEN 0 THEN 'choice' WHEN 1 THEN 'recall' ELSE 'scenario' END, 's' || (i / 10),
      ${now - daysBack * dayMs} + CAST(i * ${(daysBack * dayMs) / reviews} AS INTEGER),
      5000 + (i * 7919) % 40000, (i * 31) % 7 < 6,
      CASE WHEN (i * 31) % 7 < 6 THEN 'good' ELSE 'again' END,
      'An answer of usual length, some words', 'fsrs-6'
    FROM (SELECT i, (i * 7919) % ${cards} AS c FROM given) JOIN names ON n = c % ${ids.length};
    INSERT INTO cards SELECT card, ${now} + (abs(random()) % 60 - 10) * ${dayMs},
      5.0 + abs(random()) % 40, 5.5, 2, 0, 10, count(*), 0, max(answered_at)
    FROM reviews GROUP BY card;
    COMMIT;`);
  database.close();
}

function run(args, options = {}) {
  const result = spawnSync(process.execPath, ['bin/mlsd.js', ...args], optionsFor(options));
  if (result.status !== 0) throw new Error(`${args.join(' ')}: ${result.stderr}`);
  return result.stdout;
}

function optionsFor(more) {
  const env = { ...process.env, MLSD_DATA_DIR: scratch, MLSD_PACK: '' };
  return { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 30, env, ...more };
}

/** The program tells its greatest size itself when it ends. */
function measure(args) {
  const watch = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))`;
  const load = `data:text/javascript,${encodeURIComponent(watch)}`;
  const begun = process.hrtime.bigint();
  const argv = ['--import', load, 'bin/mlsd.js', ...args];
  const { status, stderr } = spawnSync(process.execPath, argv, optionsFor({}));
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  const kilobytes = Number(/peak (\d+)/.exec(stderr)?.[1]);
  return {
    seconds: Number(process.hrtime.bigint() - begun) / 1e9,
    megabytes: kilobytes / 1000,
  };
}

/**
 * A million scores through ROC AUC, average precision and NDCG, as ratios to sorting the same
 * numbers in a typed array, in the same run; and the peak memory of each in a process of its own.
 * BENCH_SIZE sets another size; half of it shows whether time and memory grow with the input.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const size = Number(process.env.BENCH_SIZE ?? 1_000_000);
const runs = Number(process.env.BENCH_RUNS ?? 5);
const names = ['roc-auc', 'average-precision', 'ndcg-linear'];
const [, , task, bundle, count] = process.argv;

if (task === undefined) await compare();
else await once();

/** Starts a process for each task and prints its time and memory beside the floor's. */
async function compare() {
  const directory = mkdtempSync(join(tmpdir(), 'mlsd-bench-metrics-'));
  const file = join(directory, 'metrics.mjs');
  await build({
    entryPoints: [join(root, 'src/core/metrics/index.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: file,
    logLevel: 'error',
  });
  for (const each of [size / 2, size]) {
    const floor = run('sort', file, each);
    print(`${each} numbers, sorted`, floor, floor);
    for (const name of names) print(name, run(name, file, each), floor);
  }
  rmSync(directory, { recursive: true });
}

function run(name, file, each) {
  const args = [fileURLToPath(import.meta.url), name, file, String(each)];
  const { stdout, status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function print(name, { milliseconds, megabytes, value }, floor) {
  const time = `${milliseconds.toFixed(0).padStart(6)} ms  ${(milliseconds / floor.milliseconds).toFixed(2)} ×`;
  const memory = `+${megabytes.toFixed(0).padStart(4)} MB`;
  process.stdout.write(`${name.padEnd(26)} ${time.padEnd(18)} ${memory}  ${value}\n`);
}

/** The median time of one task, and how much more memory than its input the process ever held. */
async function once() {
  const { metricNamed } = await import(pathToFileURL(bundle).href);
  const { labels, scores } = inputOf(Number(count));
  const isRanking = task.startsWith('ndcg');
  const input = isRanking ? { y_true: [labels], y_score: [scores] } : { true: labels, scores };
  const work =
    task === 'sort' ? () => scores.slice().sort()[0] : () => metricNamed(task).compute(input).value;
  const before = process.memoryUsage().rss;
  const times = [];
  let value;
  for (let each = 0; each < runs; each++) {
    const start = performance.now();
    value = work();
    times.push(performance.now() - start);
  }
  const milliseconds = times.sort((a, b) => a - b)[Math.floor(runs / 2)];
  const megabytes = (process.resourceUsage().maxRSS * 1024 - before) / 2 ** 20;
  process.stdout.write(JSON.stringify({ milliseconds, megabytes, value }));
}

/** Scores with many ties in part, positives scoring higher; the same in every run. */
function inputOf(length) {
  const labels = new Float64Array(length);
  const scores = new Float64Array(length);
  let state = 12345;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  for (let index = 0; index < length; index++) {
    labels[index] = next() < 0.1 ? 1 : 0;
    const score = next() + 0.3 * labels[index];
    scores[index] = index % 4 === 0 ? Math.round(score * 100) / 100 : score;
  }
  return { labels, scores };
}

